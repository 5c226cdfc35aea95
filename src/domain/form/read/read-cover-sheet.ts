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
  /** Whether the cover is of an unknown version, so that a label can be recognized by its location only. */
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
 * Finds the rows of contact fields on the cover by their tokens. A label is recognized by its location and its words, so an answer may
 * consist of the same words. If columns were moved, its words are enough; if the version is unknown, its location is.
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

/** The cell in a row that is the label of its field, if there is one. */
function labelOf(
  field: ContactField,
  texts: readonly CellContent[],
  column: number | undefined,
  { wordings, isUnknownVersion }: Pick<CoverWords, 'wordings' | 'isUnknownVersion'>,
): Pick<ContactRow, 'label' | 'relabelled'> {
  const located = texts.find((cell) => cell.column === column);
  const fieldsOf = new Map(texts.map((cell) => [cell, fieldsWithLabel(cell.text, wordings)]));
  const own = texts.filter((cell) => fieldsOf.get(cell)?.has(field));
  const labels = [...own, ...texts.filter((cell) => (fieldsOf.get(cell)?.size ?? 0) > 0)];
  const label = labels.find((cell) => cell === located) ?? labels[0];
  if (label !== undefined) return { label };
  // If the words are known, a single text was typed over the label.
  return located !== undefined && (texts.length > 1 || isUnknownVersion) ? { relabelled: located } : {};
}

/** The contact fields that have this label in one of the versions. */
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

/** Comparison keys of the first texts in the rows of contents, which have formulas: titles of issues and totals. */
function contentsLabels(programme: Programme, wordings: readonly FormWording[]): ReadonlySet<string> {
  const titles = issuesOf(programme).map(({ issue }) => issue.title);
  return new Set([...titles, ...wordings.map(({ cover }) => cover.total)].map(labelKey));
}
