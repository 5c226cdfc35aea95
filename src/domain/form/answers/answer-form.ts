import { findAgency } from '../../programme/responsibility.ts';
import { issueOfMeasure, issuesOf, measureByKey, type Issue, type Measure } from '../../programme/programme.ts';
import type { MeasureKey, Programme } from '../../programme/programme.ts';
import type { Agency, Roster } from '../../programme/roster.ts';
import { cellKey, type CellLocation, type CellPosition } from '../../spreadsheet/address.ts';
import {
  isLocked,
  type CellContent,
  type CellRange,
  type SheetContent,
  type WorkbookContent,
} from '../../spreadsheet/content.ts';
import type { SubmittedPicture } from '../../submissions/submission.ts';
import { COLUMNS, isAnswerColumn, type AnswerColumn } from '../columns.ts';
import { identityOfProperties } from '../identity.ts';
import { labelsOf, type Labels } from '../read/form-labels.ts';
import { recognise, type KnownSheet } from '../read/known-sheets.ts';
import { picturesOnSheet } from '../read/read-sheet-objects.ts';
import { findRowOwners, type RowOwner } from '../read/row-owners.ts';
import { columnOfCell, findColumns, findTokens, type SheetColumns, type TokenSheet } from '../read/sheet-reading.ts';
import { wordingsOf } from '../wordings/wordings.ts';

/** Why the text of a cell is shown in the form, but can only be changed in Excel. */
export type FixedReason = 'formula' | 'value' | 'runs' | 'link' | 'locked' | 'merged';

/** A cell of an answer. */
export interface AnswerCell extends CellLocation {
  /** What it answers: a measure and a column, or a field of the contact person. */
  readonly answers: string;
  /** The text that the cell shows; '' if it is empty. */
  readonly text: string;
  /** Absent if the cell's text can be replaced without losing anything else. */
  readonly fixed?: FixedReason;
}

/** A picture of a measure. */
export interface FormPicture extends Pick<SubmittedPicture, 'cell' | 'description' | 'picture'> {
  /** Name in the file, such as `Picture 1`. */
  readonly name: string;
}

/** The answer to one measure on one sheet: its cells by column, from the first of its rows to the last. */
export interface MeasureForm {
  readonly measure: Measure;
  readonly issue: Issue;
  readonly sheet: string;
  readonly fields: Readonly<Record<AnswerColumn, readonly AnswerCell[]>>;
  readonly pictures: readonly FormPicture[];
  /** The first free cell to the right of its rows, where pictures hide no text. */
  readonly pictureCell: CellPosition;
  /** Last year's answer, shown next to the cells; '' if there is none. */
  readonly past: string;
}

/** The columns of answers, in the order of the form. */
export const ANSWER_COLUMNS: readonly AnswerColumn[] = COLUMNS.flatMap(({ id }) => (isAnswerColumn(id) ? [id] : []));

/** The year and the agency of a workbook that is filled in. */
export interface FormContext {
  readonly programme: Programme;
  readonly roster: Roster;
  readonly agency: Agency;
}

/**
 * The workbook of an agency as a form: each measure in the order of sheets and rows, with every cell of its rows that holds an answer or
 * may hold one. Cells are located as reading locates them, so a text written into one is read as the same answer.
 */
export function answerForm(content: WorkbookContent, context: FormContext): readonly MeasureForm[] {
  const { programme, roster, agency } = context;
  const { workbook: ofFile } = identityOfProperties(content.properties);
  return content.sheets.flatMap((sheet) => {
    const known = recognise(findTokens(sheet), programme);
    const identity = known.workbook ?? ofFile;
    const isOwn = identity === undefined || findAgency(roster, identity.agency) === agency;
    if (known.kind !== 'issue' || !isOwn || (identity !== undefined && identity.programme !== programme.id)) return [];
    // An identified sheet without a version is of the first version, as in reading.
    const wordings = wordingsOf(known.workbook === undefined ? ofFile?.form : known.workbook.form);
    const labels = labelsOf(programme, agency, wordings);
    return measuresOn(known, { columns: findColumns(known.tokens, wordings), labels, programme });
  });
}

interface SheetParts {
  readonly columns: SheetColumns;
  readonly labels: Labels;
  readonly programme: Programme;
}

function measuresOn(known: KnownSheet, parts: SheetParts): readonly MeasureForm[] {
  const { programme, columns } = parts;
  const { sheet } = known.tokens;
  const ownerOf = findRowOwners(known.tokens, columns, programme, known.issue);
  const rowsOf = new Map<MeasureKey, number[]>();
  for (const row of new Set(sheet.cells.map((cell) => cell.row))) {
    const owner = ownerOf(row);
    if (!('key' in owner)) continue;
    const rows = rowsOf.get(owner.key);
    if (rows) rows.push(row);
    else rowsOf.set(owner.key, [row]);
  }
  const pictures = (sheet.objects ?? []).flatMap((object) => {
    const found = picturesOnSheet({ ...sheet, objects: [object] }, (row) => keyOf(ownerOf(row)));
    return found.map(({ measure, cell, description, picture }) => ({
      measure,
      picture: { name: object.name, cell, description, picture },
    }));
  });
  // In reading order, whatever the order in which they were added.
  pictures.sort(
    ({ picture: { cell: one } }, { picture: { cell: other } }) => one.row - other.row || one.column - other.column,
  );
  const free = freeColumn(known.tokens, columns);
  const cellsIn = cellsOfRows(known, parts);
  return [...rowsOf].flatMap(([key, rows]): readonly MeasureForm[] => {
    const measure = measureByKey(programme).get(key);
    const issue = issuesOf(programme).find(({ issue: { number } }) => number === issueOfMeasure(key))?.issue;
    if (measure === undefined || issue === undefined) return [];
    const cells = rows.flatMap((row) => cellsIn(row, key));
    const of = (id: AnswerColumn): readonly AnswerCell[] =>
      cells.flatMap(({ column, cell }) => (column === id ? [cell] : []));
    const fields = {
      status: of('status'),
      result: of('result'),
      date: of('date'),
      evidence: of('evidence'),
      note: of('note'),
    };
    return [
      {
        measure,
        issue,
        sheet: sheet.name,
        fields,
        pictures: pictures.flatMap((one) => (one.measure === key ? [one.picture] : [])),
        pictureCell: { row: rows[0] ?? 0, column: free },
        past: pastIn(known, rows),
      },
    ];
  });
}

/** Columns to the right of the form in which texts count as part of it; a lone text farther away does not. */
const MAX_DISTANCE = 30;

/** The first free column to the right of a form and the texts next to it. */
function freeColumn({ sheet, tokens }: TokenSheet, { columnOf }: SheetColumns): number {
  const last = Math.max(...tokens.map(({ cell }) => cell.column), ...columnOf.keys());
  return (
    sheet.cells.reduce((most, { column }) => (column <= last + MAX_DISTANCE ? Math.max(most, column) : most), last) + 1
  );
}

function pastIn({ tokens: { past } }: KnownSheet, rows: readonly number[]): string {
  return past.flatMap(({ row, text }) => (rows.includes(row) ? [text] : [])).join('\n');
}

function keyOf(owner: RowOwner): MeasureKey | undefined {
  return 'key' in owner ? owner.key : undefined;
}

interface PlacedCell {
  readonly column: AnswerColumn;
  readonly cell: AnswerCell;
}

/** Returns a function that finds the answer cells in a row of a measure. */
function cellsOfRows(
  { tokens: { sheet, tokens } }: KnownSheet,
  parts: SheetParts,
): (row: number, measure: MeasureKey) => PlacedCell[] {
  const contents = new Map(sheet.cells.map((cell) => [cellKey('', cell), cell]));
  const tokenCells = new Set(tokens.map(({ cell }) => cellKey('', cell)));
  const order = [...parts.columns.columnOf].sort(([a], [b]) => a - b);
  return (row, measure) =>
    order.flatMap(([index, own]): PlacedCell[] => {
      const at = { row, column: index };
      const column = columnOfCell(at, parts.columns, sheet.merges);
      if (column === undefined || !isAnswerColumn(column) || tokenCells.has(cellKey('', at))) return [];
      const content = contents.get(cellKey('', at));
      const text = content === undefined || content.text.trim() === '' ? '' : content.text;
      const isForeign = !isAnswerColumn(own);
      // A covered cell cannot be written, and a cell of another column may have the form's own text.
      const isHidden = isForeign || isCovered(at, sheet.merges);
      if (isHidden && (text === '' || (isForeign && parts.labels.includes(text)))) return [];
      const fixed = isHidden ? 'merged' : content && fixedReason(sheet, content);
      const answers = `${measure} ${column}`;
      const cell = { sheet: sheet.name, ...at, answers, text, ...(fixed === undefined ? {} : { fixed }) };
      return [{ column, cell }];
    });
}

/** Whether a cell belongs to a merged cell without being its upper left corner. */
export function isCovered({ row, column }: CellPosition, merges: readonly CellRange[]): boolean {
  return merges.some(
    ({ top, left, bottom, right }) =>
      row >= top && row <= bottom && column >= left && column <= right && !(row === top && column === left),
  );
}

/** Why the text of a cell cannot be replaced without losing something; undefined if it can. */
export function fixedReason(sheet: SheetContent, cell: CellContent): FixedReason | undefined {
  const { formula, kind, runs, link } = cell;
  if (formula !== undefined) return 'formula';
  if (kind !== 'text') return 'value';
  if (runs !== undefined) return 'runs';
  if (link !== undefined) return 'link';
  return isLocked(sheet, cell) ? 'locked' : undefined;
}
