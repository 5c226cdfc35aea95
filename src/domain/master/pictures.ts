import type { CleanPicture } from '../image/picture.ts';
import type { Agency, AgencyCode } from '../programme/roster.ts';
import type { SubmittedPicture } from '../submissions/submission.ts';

/** A picture in the master. */
export interface MasterPicture extends Omit<SubmittedPicture, 'picture'> {
  /** Absent for a picture that the office added. */
  readonly agency?: AgencyCode;
  readonly file: string;
  /** ISO 8601 instant at which the file was saved. */
  readonly savedAt?: string;
  /** The key of the picture in the agency's file, where it may be larger than in the master. */
  readonly key: string;
  readonly picture: CleanPicture;
}

/** Characters of an alternative text at most; the whole text of an agency stands in a cell. */
const MAX_ALTERNATIVE = 1_000;

/**
 * What a picture shows, for people who do not see it: whose evidence it is, of which measure, and what its agency wrote of it.
 * @param measure text of the measure; empty where it stands beside none
 */
export function alternativeText(agencyName: string, measure: string, description: string): string {
  const parts = [`ภาพหลักฐานของ${agencyName}`, measure, description].filter((text) => text.trim() !== '');
  return Array.from(parts.join(' – ')).slice(0, MAX_ALTERNATIVE).join('');
}

/** Name of whoever put a picture there, as it is shown. */
export function nameOfSender(
  { agency }: Pick<MasterPicture, 'agency'>,
  names: ReadonlyMap<AgencyCode, Agency>,
): string {
  return agency === undefined ? 'ผู้รวบรวมรายงาน' : (names.get(agency)?.name ?? agency);
}
