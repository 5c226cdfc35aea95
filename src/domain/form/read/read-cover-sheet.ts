import { issuesOf, type Programme } from '../../programme/programme.ts';
import { positionOf } from '../../spreadsheet/address.ts';
import type { Problem } from '../../diagnostics/problem.ts';
import type { ContactField, Submission } from '../../submissions/submission.ts';
import { compareKey } from '../../text/compare.ts';
import { labelKey } from '../../text/label-key.ts';
import { groupBy } from '../../text/group-by.ts';
import type { CellContent } from '../../spreadsheet/content.ts';
import { CONTACT_FIELDS } from '../identity.ts';
import type { FormWording } from '../wordings/form-wording.ts';
import type { Labels } from './form-labels.ts';
import { type TokenSheet } from './sheet-reading.ts';

/** The form's own texts on the cover. */
export interface CoverWords {
  /** Words of the versions of the form that the cover may be of. */
  readonly wordings: readonly FormWording[];
  /** The workbook's own texts in these words. */
  readonly labels: Labels;
  /** Whether the cover is of a version whose words are not known: then a label is recognized only by its location. */
  readonly isUnknownVersion: boolean;
}

/** The contact details that the agency wrote on the cover, added to those in `known`. Texts without a field are problems. */
export function readCoverSheet(
  cover: TokenSheet,
  programme: Programme,
  words: CoverWords,
  known: Submission['contact'],
): { readonly contact: Submission['contact']; readonly problems: readonly Problem[] } {
  const { cells, sheet } = cover;
  const rows = contactRows(cover, words);
  const contents = contentsLabels(programme, words.wordings);
  const computedRows = new Set(cells.filter(({ text }) => contents.has(compareKey(text))).map(({ row }) => row));
  const contact: { -readonly [Field in keyof Submission['contact']]: Submission['contact'][Field] } = { ...known };
  const problems: Problem[] = [];
  for (const cell of cells) {
    const location = { sheet: sheet.name, cell: positionOf(cell) };
    const row = rows.get(cell.row);
    // In a contact row only the label is the form's; even the agency's own name is an answer there.
    if (row === undefined ? words.labels.includes(cell.text) : cell === row.label) continue;
    const field = cell === row?.relabelled ? undefined : row?.field;
    if (field && contact[field]?.text === cell.text.trim()) continue;
    if (field && contact[field] === undefined) contact[field] = { text: cell.text.trim(), ...location };
    // The cover computes its numbers: a formula beside an issue's title, or in the last row, is the form's own.
    else if (row !== undefined || cell.formula === undefined || !computedRows.has(cell.row)) {
      problems.push({ code: 'text-outside-columns', text: cell.text, ...location });
    }
  }
  return { contact, problems };
}

/** A row of the cover for a contact field. */
export interface ContactRow {
  readonly field: ContactField;
  /** The cell with the field's label, in words of the form. */
  readonly label?: CellContent;
  /** The cell where the label should be, with other words: neither the answer nor a text of the form. */
  readonly relabelled?: CellContent;
}

/**
 * The rows of the cover for contact fields, by their tokens. A label is told by its location and its words, so that a field which holds
 * such words is an answer; by its words where columns were moved; by its location where the words are not known.
 */
export function contactRows(
  { cells, tokens }: TokenSheet,
  words: Pick<CoverWords, 'wordings' | 'isUnknownVersion'>,
): ReadonlyMap<number, ContactRow> {
  const fields = groupBy(
    tokens.flatMap(({ cell, token }) =>
      token.kind === 'field' ? [{ field: token.field, row: cell.row, column: cell.column }] : [],
    ),
    ({ row }) => row,
  );
  const texts = groupBy(
    cells.filter(({ row }) => fields.has(row)),
    ({ row }) => row,
  );
  return new Map(
    Array.from(fields, ([row, found]) => [
      row,
      { field: found[0].field, ...labelOf(found[0].field, texts.get(row) ?? [], labelColumn(found), words) },
    ]),
  );
}

/** Which of a row's cells is the label of its field, if one is. */
function labelOf(
  field: ContactField,
  texts: readonly CellContent[],
  column: number | undefined,
  { wordings, isUnknownVersion }: Pick<CoverWords, 'wordings' | 'isUnknownVersion'>,
): Pick<ContactRow, 'label' | 'relabelled'> {
  const located = texts.find((cell) => cell.column === column);
  const fieldsOf = new Map(texts.map((cell) => [cell, fieldsWithLabel(cell.text, wordings)]));
  const own = texts.filter((cell) => fieldsOf.get(cell)?.has(field));
  const worded = [...own, ...texts.filter((cell) => (fieldsOf.get(cell)?.size ?? 0) > 0)];
  const label = worded.find((cell) => cell === located) ?? worded[0];
  if (label !== undefined) return { label };
  // In a form whose words are known, a single text was typed over the label.
  return located !== undefined && (texts.length > 1 || isUnknownVersion) ? { relabelled: located } : {};
}

/** The contact fields that one of the versions gives this label to. */
function fieldsWithLabel(text: string, wordings: readonly FormWording[]): ReadonlySet<ContactField> {
  const key = compareKey(text);
  return new Set(
    CONTACT_FIELDS.filter((field) => wordings.some(({ cover }) => labelKey(cover.contact[field]) === key)),
  );
}

/** Columns between the two tokens of a contact row as every version generates it: the label, and the field over three columns. */
const COLUMNS_BETWEEN_TOKENS = 4;

/** Column of the label of a contact row; undefined if columns were inserted or deleted. */
function labelColumn(tokens: readonly { readonly column: number }[]): number | undefined {
  const columns = tokens.map(({ column }) => column);
  const first = Math.min(...columns);
  return Math.max(...columns) - first === COLUMNS_BETWEEN_TOKENS + 1 ? first + 1 : undefined;
}

/** First texts of the rows of the contents, as comparison keys: titles of issues and the totals. These rows have formulas. */
function contentsLabels(programme: Programme, wordings: readonly FormWording[]): ReadonlySet<string> {
  const titles = issuesOf(programme).map(({ issue }) => issue.title);
  return new Set([...titles, ...wordings.map(({ cover }) => cover.total)].map(labelKey));
}
