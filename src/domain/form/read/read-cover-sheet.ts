import { issuesOf, type Programme } from '../../programme/programme.ts';
import type { Problem } from '../../diagnostics/problem.ts';
import type { ContactField, Submission } from '../../submissions/submission.ts';
import { compareKey, sameKey } from '../../text/compare.ts';
import { groupBy } from '../../text/group-by.ts';
import type { CellContent } from '../../spreadsheet/content.ts';
import { CONTACT_FIELDS } from '../identity.ts';
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
  const rows = contactRows(cover, words);
  const contents = contentsLabels(programme, words.wordings);
  const computedRows = new Set(cells.filter(({ text }) => contents.has(compareKey(text))).map(({ row }) => row));
  const contact: { -readonly [Field in keyof Submission['contact']]: Submission['contact'][Field] } = { ...known };
  const problems: Problem[] = [];
  for (const cell of cells) {
    const location = { sheet: sheet.name, cell: nameOfCell(cell) };
    const row = rows.get(cell.row);
    // Beside a contact field the form says its name only; even the agency's own name is an answer there.
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
  /** The cell that says what the field is for, in words of the form. */
  readonly label?: CellContent;
  /** The cell that stands where the label does, in other words: nobody's answer, and not the form's own text either. */
  readonly relabelled?: CellContent;
}

/**
 * The rows of the cover for contact fields, by their tokens. A label is told by its location and its words, so that a field which holds
 * such words is an answer; by its words where columns were moved; by its location where the words are not known.
 */
export function contactRows(
  { cells, tokens }: TokenSheet,
  { wordings, isUnknownVersion }: Pick<CoverWords, 'wordings' | 'isUnknownVersion'>,
): ReadonlyMap<number, ContactRow> {
  const fields = groupBy(
    tokens.flatMap(({ cell, token }) =>
      token.kind === 'field' ? [{ field: token.field, row: cell.row, column: cell.column }] : [],
    ),
    ({ row }) => row,
  );
  return new Map(
    Array.from(fields, ([row, found]): [number, ContactRow] => {
      const field = found[0].field;
      const texts = cells.filter((cell) => cell.row === row);
      const column = labelColumn(found);
      const says = (...names: readonly ContactField[]): CellContent[] =>
        texts.filter(({ text }) =>
          wordings.some(({ cover }) => names.some((name) => sameKey(cover.contact[name], text))),
        );
      const worded = [...says(field), ...says(...CONTACT_FIELDS)];
      const located = texts.find((cell) => cell.column === column);
      const label = worded.find((cell) => cell === located) ?? worded[0];
      if (label !== undefined) return [row, { field, label }];
      // What stands alone in a form whose words are known was typed over the label.
      const isRelabelled = located !== undefined && (texts.length > 1 || isUnknownVersion);
      return [row, { field, ...(isRelabelled ? { relabelled: located } : {}) }];
    }),
  );
}

/** Columns between the two tokens of a contact row as every version generates it: the label, and the field over three columns. */
const COLUMNS_BETWEEN_TOKENS = 4;

/** Where the label of a contact row stands; undefined where columns were inserted or deleted. */
function labelColumn(tokens: readonly { readonly column: number }[]): number | undefined {
  const columns = tokens.map(({ column }) => column);
  const first = Math.min(...columns);
  return Math.max(...columns) - first === COLUMNS_BETWEEN_TOKENS + 1 ? first + 1 : undefined;
}

/** What opens the rows of the contents, as comparison keys: titles of issues, and the totals. These rows compute. */
function contentsLabels(programme: Programme, wordings: readonly FormWording[]): ReadonlySet<string> {
  const titles = issuesOf(programme).map(({ issue }) => issue.title);
  return new Set([...titles, ...wordings.map(({ cover }) => cover.total)].map(compareKey));
}
