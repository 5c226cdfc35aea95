import type { MeasureKey } from '../programme/programme.ts';

/** A row of the document: the number of its table and of the row in it, counted from 1. */
export interface RowPlace {
  readonly table: number;
  readonly row: number;
}

/** What was read from a printed report with some doubt, or could not be read; a person has to look at it. */
export type ReportDoubt =
  /** A text that was cut by the end of a page and joined again. */
  | {
      readonly code: 'measure-continued' | 'party-continued';
      readonly at: RowPlace;
      readonly measure: MeasureKey;
      readonly text: string;
    }
  /** The results of a row with several measures are counted to the first one. */
  | { readonly code: 'measures-in-row'; readonly at: RowPlace; readonly measures: readonly MeasureKey[] }
  | { readonly code: 'measure-without-number'; readonly at: RowPlace; readonly measure: MeasureKey }
  /** A number that does not follow the one before. */
  | {
      readonly code: 'number-skipped';
      readonly at: RowPlace;
      readonly measure: MeasureKey;
      readonly found: number;
      readonly expected: number;
    }
  /** Nobody is named; the party of the measure above is taken. */
  | { readonly code: 'party-missing'; readonly at: RowPlace; readonly measure: MeasureKey; readonly text: string }
  /** A result that may be the end of that of the measure above, in whose row the page ended. */
  | {
      readonly code: 'result-of-above';
      readonly at: RowPlace;
      readonly measure: MeasureKey;
      readonly above: MeasureKey;
      readonly text: string;
    }
  /** A result at the top of a page that may continue the sentence before it. */
  | { readonly code: 'result-continued'; readonly at: RowPlace; readonly measure: MeasureKey; readonly text: string }
  /** An issue without a number, or with one that does not rise. */
  | { readonly code: 'issue-number'; readonly at: RowPlace; readonly text: string; readonly number: number }
  /** A text that is none of an issue, a measure, a party or a result. */
  | { readonly code: 'text-not-taken'; readonly at: RowPlace; readonly text: string }
  /** A paragraph after the table. */
  | { readonly code: 'paragraph-not-taken'; readonly text: string }
  /** Pictures, notes and other objects in a row. */
  | { readonly code: 'objects-not-taken'; readonly at: RowPlace; readonly count: number }
  /** A table without the headings of the report; its columns are taken in the usual order. */
  | { readonly code: 'headings-missing'; readonly at: RowPlace }
  | { readonly code: 'part-missing'; readonly title: string }
  /** The document does not tell its year. */
  | { readonly code: 'year-unknown'; readonly year: number }
  /** Texts around the table by how they stand. */
  | { readonly code: 'front-guessed' }
  /** What a report does not tell, from the programme that it was read with. */
  | { readonly code: 'from-other-programme'; readonly programme: string; readonly due: string };
