import { compareKey } from '../text/compare.ts';
import { paragraphsOf } from '../text/paragraphs.ts';
import type { CellContent, DocumentContent, ParagraphContent, RowContent, TableContent } from '../document/content.ts';
import type { ReportDoubt, RowPlace } from './report-doubt.ts';

/** The columns of a printed report, in the usual order. */
const COLUMNS = ['issue', 'measure', 'party', 'result'] as const;
type Column = (typeof COLUMNS)[number];

/** What the headings begin with, as compared. */
const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  issue: ['ประเด็น'],
  measure: ['ขั้นตอน', 'มาตรการ', 'แนวทาง'],
  party: ['ผู้รับผิดชอบ', 'หน่วยงานที่รับผิดชอบ'],
  result: ['ผลการดำเนิน'],
};

/** A line of a cell. */
export interface Line {
  readonly text: string;
  /** Whether its paragraph has a number or a bullet that is not in its text. */
  readonly isListItem: boolean;
}

/** A row of the report. */
export interface PrintedRow {
  readonly at: RowPlace;
  readonly cells: Readonly<Record<Column, readonly Line[]>>;
  /** Whether the responsible party is that of the row above, whose cell is merged with this one. */
  readonly isPartyMerged: boolean;
  /** Whether it is the first one after a row of headings: a page may have ended above it. */
  readonly isAfterHeadings: boolean;
}

/** The rows of a printed report, what stands before and after them, and what was not taken. */
export interface PrintedRows {
  readonly rows: readonly PrintedRow[];
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly doubts: readonly ReportDoubt[];
}

/** The rows of all tables with the columns of a printed report, without the headings that every page repeats. */
export function printedRows({ blocks }: DocumentContent): PrintedRows {
  const tables = blocks.filter((block) => block.kind === 'table');
  const hasHeadings = tables.some(({ rows }) => rows.some((row) => headingsOf(row) !== undefined));
  const rows: PrintedRow[] = [];
  const doubts: ReportDoubt[] = [];
  const [before, after]: [string[], string[]] = [[], []];
  let places: Places | undefined;
  let table = 0;
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      (rows.length === 0 ? before : after).push(...linesOf(block).map(({ text }) => text));
      continue;
    }
    table += 1;
    const own = placesOf(block, hasHeadings, places);
    if (!own) {
      doubts.push(...notTaken(block, table));
      continue;
    }
    if (!hasHeadings && !places) doubts.push({ code: 'headings-missing', at: { table, row: 1 } });
    places = own;
    const read = rowsOfTable(block, own, table);
    rows.push(...read.rows);
    doubts.push(...read.doubts);
  }
  return { rows, before, after, doubts };
}

/** The first column of the grid of each column of the report. */
type Places = Readonly<Record<Column, number>>;

/** Where the columns are: as the headings say, or as in the table before it if there are none. */
function placesOf({ rows }: TableContent, hasHeadings: boolean, before: Places | undefined): Places | undefined {
  for (const row of rows) {
    const found = headingsOf(row);
    if (found) return found;
  }
  const columns = [...new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)))].toSorted(
    (a, b) => a - b,
  );
  if (columns.length !== COLUMNS.length) return undefined;
  const [issue = 0, measure = 0, party = 0, result = 0] = columns;
  return (before ?? !hasHeadings) ? { issue, measure, party, result } : undefined;
}

function headingsOf({ cells }: RowContent): Places | undefined {
  const places = Object.fromEntries(
    COLUMNS.flatMap((column) => {
      const cell = cells.find((each) => {
        const key = compareKey(textOf(each));
        return key.length < 60 && HEADINGS[column].some((heading) => key.startsWith(heading));
      });
      return cell ? [[column, cell.column] as const] : [];
    }),
  ) as Partial<Places>;
  const { issue, measure, party, result } = places;
  if (issue === undefined || measure === undefined || party === undefined || result === undefined) return undefined;
  return new Set([issue, measure, party, result]).size === COLUMNS.length
    ? { issue, measure, party, result }
    : undefined;
}

function rowsOfTable(
  { rows }: TableContent,
  places: Places,
  table: number,
): { readonly rows: readonly PrintedRow[]; readonly doubts: readonly ReportDoubt[] } {
  const printed: PrintedRow[] = [];
  const doubts: ReportDoubt[] = [];
  let isAfterHeadings = false;
  for (const [index, row] of rows.entries()) {
    if (headingsOf(row)) {
      isAfterHeadings = true;
      continue;
    }
    const at = { table, row: index + 1 };
    const cellAt = (column: Column): CellContent | undefined => cellOver(row, places[column]);
    const taken = new Map(COLUMNS.map((column) => [column, cellAt(column)]));
    // A merged cell is that of the first column that it lies over.
    const own = (column: Column): readonly Line[] => {
      const cell = taken.get(column);
      const isFirst = COLUMNS.find((each) => taken.get(each) === cell) === column;
      return cell && isFirst ? cell.paragraphs.flatMap(linesOf) : [];
    };
    const cells = { issue: own('issue'), measure: own('measure'), party: own('party'), result: own('result') };
    const others = row.cells.filter((cell) => ![...taken.values()].includes(cell));
    for (const { text } of others.flatMap(({ paragraphs }) => paragraphs.flatMap(linesOf))) {
      doubts.push({ code: 'text-not-taken', at, text });
    }
    const count = row.cells.reduce((sum, { paragraphs }) => sum + objectsIn(paragraphs), 0);
    if (count > 0) doubts.push({ code: 'objects-not-taken', at, count });
    if (COLUMNS.every((column) => cells[column].length === 0)) continue;
    printed.push({ at, cells, isPartyMerged: taken.get('party')?.isContinued ?? false, isAfterHeadings });
    isAfterHeadings = false;
  }
  return { rows: printed, doubts };
}

function cellOver({ cells }: RowContent, column: number): CellContent | undefined {
  return cells.find((cell) => cell.column <= column && column < cell.column + cell.span);
}

function notTaken({ rows }: TableContent, table: number): readonly ReportDoubt[] {
  return rows.flatMap(({ cells }, index): readonly ReportDoubt[] => {
    const at = { table, row: index + 1 };
    const text = cells.map(textOf).filter((each) => each !== '');
    return text.length === 0 ? [] : [{ code: 'text-not-taken', at, text: text.join(' | ') }];
  });
}

function linesOf({ text, isListItem }: ParagraphContent): readonly Line[] {
  return paragraphsOf(text).map((line, index) => ({
    text: line.text,
    isListItem: isListItem && index === 0,
  }));
}

function textOf({ paragraphs }: CellContent): string {
  return paragraphs
    .flatMap(linesOf)
    .map(({ text }) => text)
    .join(' ');
}

function objectsIn(paragraphs: readonly ParagraphContent[]): number {
  return paragraphs.reduce((sum, { objects }) => sum + objects, 0);
}
