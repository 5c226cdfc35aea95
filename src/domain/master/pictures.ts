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
  /** Key of the picture in the agency's file, where it may have more pixels than in the master. */
  readonly key: string;
  readonly picture: CleanPicture;
}

/** Limit of characters in an alternative text; the agency's whole text is in a cell. */
const MAX_ALTERNATIVE = 1_000;

/**
 * The alternative text of a picture: whose evidence it is, for which measure, and what its agency wrote about it.
 * @param measure text of the measure; empty if the picture belongs to none
 */
export function alternativeText(agencyName: string, measure: string, description: string): string {
  const parts = [`ภาพหลักฐานของ${agencyName}`, measure, description].filter((text) => text.trim() !== '');
  return Array.from(parts.join(' – ')).slice(0, MAX_ALTERNATIVE).join('');
}

/** The name of the agency, or of the office, that added a picture. */
export function nameOfSender(
  { agency }: Pick<MasterPicture, 'agency'>,
  names: ReadonlyMap<AgencyCode, Agency>,
): string {
  return agency === undefined ? 'ผู้รวบรวมรายงาน' : (names.get(agency)?.name ?? agency);
}
