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

/** The columns in the order of generated workbooks; reading goes by their tokens and headings. */
export const COLUMNS = [
  { id: 'ordinal', width: 7, style: 'labelCenter', answer: false },
  { id: 'measure', width: 32, style: 'label', answer: false },
  { id: 'responsible', width: 17, style: 'label', answer: false },
  { id: 'status', width: 14, style: 'answerCenter', answer: true },
  { id: 'result', width: 48, style: 'answer', answer: true },
  { id: 'date', width: 14, style: 'answerCenter', answer: true },
  { id: 'evidence', width: 20, style: 'answer', answer: true },
  { id: 'note', width: 14, style: 'answer', answer: true },
] as const satisfies readonly ColumnSpec[];

export type ColumnId = (typeof COLUMNS)[number]['id'];
export type AnswerColumn = Extract<(typeof COLUMNS)[number], { readonly answer: true }>['id'];

/** Whether `text` is the id of a column. */
export function isColumnId(text: string): text is ColumnId {
  return COLUMNS.some(({ id }) => id === text);
}

/** Whether agencies fill the column in. */
export function isAnswerColumn(id: ColumnId): id is AnswerColumn {
  return COLUMNS.some((column) => column.id === id && column.answer);
}
