import { cellName, type CellLocation } from '../../spreadsheet/address.ts';
import { agencyByCode } from '../../programme/responsibility.ts';
import { measuresOf, type MeasureKey, type PlacedMeasure } from '../../programme/programme.ts';
import type { Agency, AgencyCode } from '../../programme/roster.ts';
import type { Consolidation } from '../../submissions/consolidation.ts';
import { exactThaiTime } from '../../text/dates.ts';
import { groupBy } from '../../text/group-by.ts';
import { EntriesByMeasure } from '../../submissions/entries-by-measure.ts';
import type { Entry, SourcedText, Submission } from '../../submissions/submission.ts';
import { fitLength, LIST_HEADING_ROW, planListSheet, sideBySide } from './layout.ts';
import { tableRecords, type TableRecord } from '../read/table-records.ts';
import { TABLE_HEADINGS, type TableHeading } from '../table-headings.ts';
import { TABLE_SHEET } from '../sheet-names.ts';
import type { SheetContent } from '../../spreadsheet/content.ts';
import type { CellPlan, RowPlan, SheetPlan } from '../../spreadsheet/plan.ts';

/** Numbers of the pictures of an answer, and where the first of them is. */
export interface PicturesLink {
  readonly text: string;
  readonly location: CellLocation;
}

/** The pictures of answers, by {@link answerKey}. */
export type PicturesOfAnswers = ReadonlyMap<string, PicturesLink>;

/** The key of an agency's answer to a measure. */
export function answerKey(agency: AgencyCode, measure: MeasureKey): string {
  return `${agency} ${measure}`;
}

/** The source of a table row. */
interface TableRow {
  /** Link to the pictures of an entry, in its first row. */
  readonly pictures: PicturesLink | undefined;
  readonly year: number;
  readonly placed: PlacedMeasure;
  readonly agency: Agency;
  readonly submission: Submission;
  /** When its file was saved, as people read it. */
  readonly savedAt: string | undefined;
  readonly entry: Entry;
  readonly result: Piece | undefined;
  readonly date: Piece | undefined;
  readonly evidence: Piece | undefined;
  readonly note: Piece | undefined;
}

/** A text, or a part of one that is too long for a cell, and its position in the entry, counted from 1. */
interface Piece {
  readonly text: string;
  readonly ordinal: number;
  readonly source: SourcedText;
}

interface TableColumn {
  readonly heading: string;
  readonly width: number;
  readonly valueOf: (row: TableRow) => string | number | undefined;
  readonly linkOf?: (row: TableRow) => CellLocation | undefined;
}

const COLUMNS: readonly TableColumn[] = [
  { heading: TABLE_HEADINGS.year, width: 12, valueOf: ({ year }) => year },
  { heading: TABLE_HEADINGS.part, width: 8, valueOf: ({ placed }) => placed.part.id },
  { heading: TABLE_HEADINGS.issue, width: 10, valueOf: ({ placed }) => placed.issue.number },
  { heading: TABLE_HEADINGS.issueTitle, width: 30, valueOf: ({ placed }) => placed.issue.title },
  { heading: TABLE_HEADINGS.measure, width: 12, valueOf: ({ placed }) => placed.measure.key },
  { heading: TABLE_HEADINGS.measureText, width: 50, valueOf: ({ placed }) => placed.measure.text },
  { heading: TABLE_HEADINGS.agency, width: 12, valueOf: ({ agency }) => agency.code },
  { heading: TABLE_HEADINGS.agencyName, width: 36, valueOf: ({ agency }) => agency.name },
  { heading: TABLE_HEADINGS.agencyKind, width: 18, valueOf: ({ agency }) => agency.kind },
  { heading: TABLE_HEADINGS.status, width: 20, valueOf: ({ entry }) => entry.status?.text },
  { heading: TABLE_HEADINGS.ordinal, width: 12, valueOf: ({ result }) => result?.ordinal },
  { heading: TABLE_HEADINGS.result, width: 80, valueOf: ({ result }) => result?.text },
  { heading: TABLE_HEADINGS.date, width: 20, valueOf: ({ date }) => date?.text },
  { heading: TABLE_HEADINGS.evidence, width: 30, valueOf: ({ evidence }) => evidence?.text },
  { heading: TABLE_HEADINGS.note, width: 30, valueOf: ({ note }) => note?.text },
  { heading: TABLE_HEADINGS.file, width: 40, valueOf: ({ submission }) => submission.file },
  { heading: TABLE_HEADINGS.sheet, width: 28, valueOf: (row) => sourceOf(row)?.sheet },
  { heading: TABLE_HEADINGS.cell, width: 10, valueOf: (row) => cellOf(row) },
  {
    heading: TABLE_HEADINGS.savedAt,
    width: 24,
    valueOf: ({ savedAt }) => savedAt,
  },
  {
    heading: TABLE_HEADINGS.pictures,
    width: 20,
    valueOf: ({ pictures }) => pictures?.text,
    linkOf: ({ pictures }) => pictures?.location,
  },
];

/** Row height in points. Text is not wrapped, and a fixed height stops line feeds from making rows tall. */
const ROW_POINTS = 24;

/**
 * Plans a flat table of all entries for filters, pivot tables and Power BI, with one row for each paragraph. The dates, evidence
 * and notes of an entry are in the rows of its paragraphs, in order; if there are more of them, they take further rows.
 */
export function planMasterTable(consolidation: Consolidation, pictures: PicturesOfAnswers = new Map()): SheetPlan {
  return planListSheet({
    name: TABLE_SHEET,
    columns: COLUMNS,
    rows: function* () {
      let isEmpty = true;
      for (const row of tableRows(consolidation, pictures)) {
        yield rowPlan(row);
        isEmpty = false;
      }
      // A table needs a data row.
      if (isEmpty) yield { cells: [], height: ROW_POINTS };
    },
    table: 'Entries',
  });
}

/** The columns whose texts make up an answer. */
const ANSWER_HEADINGS = [
  'measure',
  'status',
  'result',
  'date',
  'evidence',
  'note',
] as const satisfies readonly TableHeading[];

/** The answers of a table by agency code: a key for each row, sorted, so that tables can be compared. */
export type TableAnswers = ReadonlyMap<string, readonly string[]>;

/** The answers in the table of a consolidation. */
export function answersInPlan(consolidation: Consolidation): TableAnswers {
  const rows = Array.from(planMasterTable(consolidation).rows).slice(LIST_HEADING_ROW);
  return answersIn(
    rows.flatMap(({ cells }, row) => cells.map(({ column, value = '' }) => ({ row, column, text: String(value) }))),
  );
}

/**
 * The answers in the table of an existing master, which people may have sorted, filtered or moved; empty if it is not
 * such a table.
 */
export function answersInSheet({ cells }: Pick<SheetContent, 'cells'>): TableAnswers {
  return answersIn(cells);
}

function answersIn(cells: Parameters<typeof tableRecords>[0]): TableAnswers {
  const byAgency = groupBy(tableRecords(cells), (record) => record('agency'));
  const answerOf = (record: TableRecord): string => JSON.stringify(ANSWER_HEADINGS.map(record));
  return new Map([...byAgency].map(([agency, records]) => [agency, records.map(answerOf).sort()]));
}

/** Rows by measure in printed order, then by agency in roster order. */
function* tableRows(
  { programme, roster, agencies }: Consolidation,
  pictures: PicturesOfAnswers,
): Generator<TableRow, void, undefined> {
  const agencyOf = agencyByCode(roster);
  const submissions = agencies.flatMap((coverage) => coverage.submissions);
  const times = new Map(submissions.map(({ savedAt }) => [savedAt, savedAt && exactThaiTime(savedAt)]));
  const entries = new EntriesByMeasure(submissions);
  for (const placed of measuresOf(programme)) {
    for (const { submission, entry } of entries.to(placed.measure.key)) {
      const agency = agencyOf.get(submission.agency);
      if (agency === undefined) continue;
      const savedAt = times.get(submission.savedAt);
      const link = pictures.get(answerKey(agency.code, placed.measure.key));
      for (const [index, [result, date, evidence, note]] of entryRows(entry).entries()) {
        const leading = index === 0 ? link : undefined;
        const texts = { entry, result, date, evidence, note, pictures: leading };
        yield { year: programme.year, placed, agency, submission, savedAt, ...texts };
      }
    }
  }
}

/** Finds the row of the table in which an agency's answer to a measure begins. */
export function tableRowOf(consolidation: Consolidation): (key: string) => number | undefined {
  const rows = new Map<string, number>();
  let row = LIST_HEADING_ROW + 1;
  for (const { agency, placed } of tableRows(consolidation, new Map())) {
    const key = answerKey(agency.code, placed.measure.key);
    if (!rows.has(key)) rows.set(key, row);
    row += 1;
  }
  return (key) => rows.get(key);
}

/** The paragraphs, dates, evidence and notes of an entry side by side. */
function entryRows({ paragraphs, dates, evidence, notes }: Entry): readonly (readonly (Piece | undefined)[])[] {
  return sideBySide(...[paragraphs, dates, evidence, notes].map(pieces));
}

function pieces(texts: readonly SourcedText[]): readonly Piece[] {
  return texts.flatMap((source, index) => fitLength(source.text).map((text) => ({ text, ordinal: index + 1, source })));
}

function cellOf(row: TableRow): string | undefined {
  const source = sourceOf(row);
  return source && cellName(source.cell);
}

/** The source cell of the paragraph; in a row without one, of its first text. */
function sourceOf({ result, date, evidence, note, entry }: TableRow): SourcedText | undefined {
  return (result ?? date ?? evidence ?? note)?.source ?? entry.status;
}

function rowPlan(row: TableRow): RowPlan {
  const cells: CellPlan[] = [];
  for (const [column, { valueOf, linkOf }] of COLUMNS.entries()) {
    const value = valueOf(row);
    if (value === undefined || value === '') continue;
    const link = linkOf?.(row);
    if (link) cells.push({ column, style: 'link', value, link });
    else cells.push({ column, style: typeof value === 'number' ? 'dataNumber' : 'data', value });
  }
  return { cells, height: ROW_POINTS };
}
