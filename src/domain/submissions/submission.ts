import type { KnownPicture, PictureFrame } from '../image/picture.ts';
import type { MeasureKey, StatusId } from '../programme/programme.ts';
import type { AgencyCode } from '../programme/roster.ts';
import type { CellPosition } from '../spreadsheet/address.ts';
import type { Problem } from '../diagnostics/problem.ts';

/** A text of an agency and its cell. */
export interface SourcedText {
  readonly text: string;
  readonly sheet: string;
  readonly cell: CellPosition;
}

/** An agency's answer to one measure; blank entries do not exist. */
export interface Entry {
  readonly measure: MeasureKey;
  readonly status?: (SourcedText & { readonly id: StatusId }) | undefined;
  /** Paragraphs of the result in order; never blank. */
  readonly paragraphs: readonly SourcedText[];
  readonly dates: readonly SourcedText[];
  readonly evidence: readonly SourcedText[];
  readonly notes: readonly SourcedText[];
}

/** The entry with other paragraphs. Its fields are named, because `{ ...entry }` has nothing of an entry that a store keeps. */
export function withParagraphs(
  { measure, status, dates, evidence, notes }: Entry,
  paragraphs: readonly SourcedText[],
): Entry {
  return { measure, ...(status && { status }), paragraphs, dates, evidence, notes };
}

/** A picture that an agency put on a sheet, without its bytes. */
export interface SubmittedPicture {
  /** The measure beside which it stands; absent where it stands beside none. */
  readonly measure?: MeasureKey;
  readonly sheet: string;
  /** The cell under its upper left corner. */
  readonly cell: CellPosition;
  /** Its alternative text; may be empty. */
  readonly description: string;
  readonly frame?: PictureFrame;
  readonly picture: KnownPicture;
  /** Its bytes, where the file may no longer be there to fetch them from. */
  readonly bytes?: Uint8Array;
}

/** A contact field of the cover. */
export type ContactField = 'name' | 'phone' | 'email';

/** The content of one agency's workbook. */
export interface Submission {
  readonly agency: AgencyCode;
  /** Path of the file, as the user knows it. */
  readonly file: string;
  /** ISO 8601 instant, from the file's document properties. */
  readonly savedAt?: string;
  /** `savedAt` of the files that it is a changed copy of; absent if this program did not change it. */
  readonly madeFrom?: readonly string[];
  /** ISO 8601 instant at which the file was written, by its file system; a copy has another than its original. */
  readonly fileModifiedAt?: string;
  /** Numbers of the issues whose sheets the file has; it may lack some, because people send a corrected sheet alone. */
  readonly issues: readonly number[];
  readonly contact: Readonly<Partial<Record<ContactField, SourcedText>>>;
  /** At most one entry a measure, in programme order. */
  readonly entries: readonly Entry[];
  /** By sheet, in the order of the file; absent where there are none. */
  readonly pictures?: readonly SubmittedPicture[];
}

/** The result of reading one file: usually one submission, and the problems. */
export interface ReadResult {
  readonly submissions: readonly Submission[];
  readonly problems: readonly Problem[];
}
