import type { StyleName } from '../spreadsheet/styles.ts';

/** A column of an agency's issue sheet. A new column is a new line here, words in a new version of the form and, if it is an answer, a field of `Entry`. */
export interface ColumnSpec {
  readonly id: string;
  /** Characters of the standard font. */
  readonly width: number;
  readonly style: StyleName;
  /** Whether the agency fills it in. */
  readonly answer: boolean;
}

/**
 * The columns in the order of generated workbooks. Reading finds them by tokens and headings. At 100 % a digit of TH SarabunPSK 16 is 8
 * pixels wide, so all columns fit a screen of 1366 pixels, and those up to the result fit next to a pane of 350
 * (`tests/domain/form/plan/screen.test.ts`).
 */
export const COLUMNS = [
  { id: 'ordinal', width: 7, style: 'printedCenter', answer: false },
  { id: 'measure', width: 40, style: 'printed', answer: false },
  { id: 'responsible', width: 16, style: 'printed', answer: false },
  { id: 'status', width: 14, style: 'answerCenter', answer: true },
  { id: 'result', width: 41, style: 'answer', answer: true },
  { id: 'date', width: 12, style: 'answerCenter', answer: true },
  { id: 'evidence', width: 16, style: 'answer', answer: true },
  { id: 'note', width: 12, style: 'answer', answer: true },
] as const satisfies readonly ColumnSpec[];

export type ColumnId = (typeof COLUMNS)[number]['id'];
export type AnswerColumn = Extract<(typeof COLUMNS)[number], { readonly answer: true }>['id'];

/** Whether `text` is the id of a column. */
export function isColumnId(text: string): text is ColumnId {
  return COLUMNS.some(({ id }) => id === text);
}

const ANSWER_COLUMNS: ReadonlySet<ColumnId> = new Set(COLUMNS.flatMap(({ id, answer }) => (answer ? [id] : [])));

/** Whether agencies fill the column in. */
export function isAnswerColumn(id: ColumnId): id is AnswerColumn {
  return ANSWER_COLUMNS.has(id);
}
