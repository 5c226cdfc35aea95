import { issuesOf, type Programme } from '../../programme/programme.ts';
import type { Problem } from '../../diagnostics/problem.ts';
import type { ContactField, Submission } from '../../submissions/submission.ts';
import { compareKey, sameKey } from '../../text/compare.ts';
import type { FormWording } from '../wordings/form-wording.ts';
import type { Labels } from './form-labels.ts';
import { nameOfCell, type TokenSheet } from './sheet-reading.ts';

/** What the form says by itself on the cover. */
export interface CoverWords {
  /** Words of the versions of the form that the cover may be of. */
  readonly wordings: readonly FormWording[];
  /** Every text that the workbook shows by itself in these words. */
  readonly labels: Labels;
  /** Whether the cover is of a version whose words are not known: only the location of a label tells it then. */
  readonly isUnknownVersion: boolean;
}

/** Whom to ask, as the agency wrote it on the cover, added to what is `known`. Texts that find no field are problems. */
export function readCoverSheet(
  cover: TokenSheet,
  programme: Programme,
  words: CoverWords,
  known: Submission['contact'],
): { readonly contact: Submission['contact']; readonly problems: readonly Problem[] } {
  const { cells, sheet } = cover;
  const rows = contactRows(cover);
  const contents = contentsLabels(programme, words.wordings);
  const computedRows = new Set(cells.filter(({ text }) => contents.has(compareKey(text))).map(({ row }) => row));
  const contact: { -readonly [Field in keyof Submission['contact']]: Submission['contact'][Field] } = { ...known };
  const problems: Problem[] = [];
  for (const cell of cells) {
    const location = { sheet: sheet.name, cell: nameOfCell(cell) };
    const row = rows.get(cell.row);
    const field = row?.field;
    // Beside a contact field the form says its name only; even the agency's own name is an answer there.
    const isLabel = row === undefined ? words.labels.includes(cell.text) : isContactLabel(cell, row, words);
    if (isLabel || (field && contact[field]?.text === cell.text.trim())) continue;
    if (field !== undefined && contact[field] === undefined) contact[field] = { text: cell.text.trim(), ...location };
    // The cover computes its numbers: a formula beside an issue's title, or in the last row, is the form's own.
    else if (field !== undefined || cell.formula === undefined || !computedRows.has(cell.row)) {
      problems.push({ code: 'text-outside-columns', text: cell.text, ...location });
    }
  }
  return { contact, problems };
}

/** A row of the cover for a contact field. */
export interface ContactRow {
  readonly field: ContactField;
  /** Where its label stands; undefined where columns were moved, inserted or deleted, so that only words tell it. */
  readonly labelColumn: number | undefined;
}

/** Columns between the two tokens of a contact row as every version generates it: the label, and the field over three columns. */
const COLUMNS_BETWEEN_TOKENS = 4;

/** The rows of the cover for contact fields, by their tokens. */
export function contactRows({ tokens }: TokenSheet): ReadonlyMap<number, ContactRow> {
  const rows = new Map<number, ContactRow & { readonly first: number }>();
  for (const { cell, token } of tokens) {
    if (token.kind !== 'field') continue;
    const first = rows.get(cell.row)?.first ?? cell.column;
    const isWhole = cell.column - first === COLUMNS_BETWEEN_TOKENS + 1;
    rows.set(cell.row, { field: token.field, first, labelColumn: isWhole ? first + 1 : undefined });
  }
  return rows;
}

/**
 * Whether a cell of a contact row is the field's label: where the label stands and in its words, so that a field that holds such words
 * stays an answer. Only where it is not known where labels stand, or what they say, does one of both do.
 */
export function isContactLabel(
  { column, text }: { readonly column: number; readonly text: string },
  { labelColumn }: ContactRow,
  { wordings, isUnknownVersion }: Pick<CoverWords, 'wordings' | 'isUnknownVersion'>,
): boolean {
  if (labelColumn !== undefined && column !== labelColumn) return false;
  if (labelColumn !== undefined && isUnknownVersion) return true;
  return wordings.some(({ cover }) => Object.values(cover.contact).some((label) => sameKey(label, text)));
}

/** What opens the rows of the contents, as comparison keys: titles of issues, and the totals. These rows compute. */
function contentsLabels(programme: Programme, wordings: readonly FormWording[]): ReadonlySet<string> {
  const titles = issuesOf(programme).map(({ issue }) => issue.title);
  return new Set([...titles, ...wordings.map(({ cover }) => cover.total)].map(compareKey));
}
