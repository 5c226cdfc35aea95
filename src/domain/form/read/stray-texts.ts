import { isAnswerColumn } from '../columns.ts';
import type { Problem } from '../../diagnostics/problem.ts';
import { positionOf } from '../../spreadsheet/address.ts';
import type { FormWording } from '../wordings/form-wording.ts';
import { NO_LABELS, type Labels } from './form-labels.ts';
import type { KnownSheet } from './known-sheets.ts';
import { contactRows } from './read-cover-sheet.ts';
import { problemsOnSheet, refusedPictures } from './read-sheet-objects.ts';
import { compareKey } from '../../text/compare.ts';
import { findColumns, findHeadings, type TokenSheet } from './sheet-reading.ts';

/** A problem for each cell that an agency filled in on sheets that belong to no submission, without the form's own texts. */
export function refusedTexts(
  sheets: readonly KnownSheet[],
  code: 'text-of-other-programme' | 'text-of-unknown-agency',
  forms: readonly FormWording[],
): readonly Problem[] {
  const written = new Map(sheets.map(({ kind, tokens }) => [tokens, cellsOfAgency(kind, tokens, forms)]));
  const own = sheets.flatMap(({ tokens }) => tokens.cells.filter((cell) => !written.get(tokens)?.includes(cell)));
  const onPages = pageLabels(own.map(({ text }) => text));
  return [...written].flatMap(([tokens, cells]) => [
    ...strayTexts({ ...tokens, cells }, NO_LABELS, code),
    ...problemsOnSheet(tokens.sheet, onPages),
    ...refusedPictures(tokens.sheet),
  ]);
}

/** Labels for the page headers and footers of an unknown form: they repeat a text of its cells, or two of them joined. */
function pageLabels(ownTexts: readonly string[]): Labels {
  const shown = ownTexts.map(compareKey).join('');
  const isShown = (text: string): boolean => shown.includes(compareKey(text));
  return {
    includes: (text) =>
      isShown(text) ||
      [...text.matchAll(/\s+/g)].some(({ index }) => isShown(text.slice(0, index)) && isShown(text.slice(index))),
  };
}

/** The cells of an unknown form that the agency filled in, and those outside the form. */
function cellsOfAgency(
  kind: KnownSheet['kind'],
  tokenSheet: TokenSheet,
  wordings: readonly FormWording[],
): TokenSheet['cells'] {
  const { cells, tokens } = tokenSheet;
  if (kind === 'cover') {
    const rows = contactRows(tokenSheet, { wordings, isUnknownVersion: false });
    return cells.filter((cell) => rows.has(cell.row) && rows.get(cell.row)?.label !== cell);
  }
  const { columnOf } = findColumns(tokenSheet, wordings);
  const headingRow = findHeadings(tokenSheet, wordings)?.row ?? -1;
  const end = tokens.find(({ token }) => token.kind === 'end')?.cell.row;
  return cells.filter(({ row, column }) => {
    const id = columnOf.get(column);
    return columnOf.size === 0 || (row > headingRow && row !== end && (id === undefined || isAnswerColumn(id)));
  });
}

/** A problem for every text of a sheet that is not a label. */
export function strayTexts(
  { cells, sheet }: TokenSheet,
  labels: Labels,
  code: 'text-in-unknown-sheet' | 'text-of-other-programme' | 'text-of-unknown-agency',
): readonly Problem[] {
  return cells
    .filter(({ text }) => !labels.includes(text))
    .map((cell) => ({ code, text: cell.text, sheet: sheet.name, cell: positionOf(cell) }));
}
