import type { MeasureKey, StatusId } from '../programme/programme.ts';
import type { AgencyCode } from '../programme/roster.ts';
import type { Problem } from '../diagnostics/problem.ts';

/** A text that an agency wrote, with the cell that it stands in. */
export interface SourcedText {
  readonly text: string;
  readonly sheet: string;
  /** A1 reference. */
  readonly cell: string;
}

/** What an agency answered to one measure. An entry with nothing in it does not exist. */
export interface Entry {
  readonly measure: MeasureKey;
  readonly status?: SourcedText & { readonly id: StatusId };
  /** Paragraphs of the result in their order; none is blank. */
  readonly paragraphs: readonly SourcedText[];
  readonly dates: readonly SourcedText[];
  readonly evidence: readonly SourcedText[];
  readonly notes: readonly SourcedText[];
}

/** A field of the cover that the agency fills in. */
export type ContactField = 'name' | 'phone' | 'email';

/** One agency's workbook as it was read. */
export interface Submission {
  readonly agency: AgencyCode;
  /** File that it came from, as the user knows it. */
  readonly file: string;
  /** ISO 8601 instant, by the file's own properties. */
  readonly savedAt?: string;
  /** Numbers of the issues whose sheets the file holds. A file may hold some only: people send a corrected sheet alone. */
  readonly issues: readonly number[];
  readonly contact: Readonly<Partial<Record<ContactField, SourcedText>>>;
  /** In the programme's order, one entry a measure. */
  readonly entries: readonly Entry[];
}

/** What came out of one file: usually one submission, and everything that could not be placed. */
export interface ReadResult {
  readonly submissions: readonly Submission[];
  readonly problems: readonly Problem[];
}
