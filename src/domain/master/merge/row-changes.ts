import type { MeasureKey, Programme } from '../../programme/programme.ts';
import type { Roster } from '../../programme/roster.ts';
import type { SheetContent } from '../../spreadsheet/content.ts';
import { piecesOf, type PrintedParagraph } from '../plan/report-paragraphs.ts';
import { Provenance, PROVENANCE_HEADINGS } from '../plan/provenance.ts';
import { reportSheets } from '../read/report-sheets.ts';
import { REPORT_HEADINGS, type ReportHeading } from '../report-headings.ts';
import { formatPart, parsePart } from '../text-parts.ts';
import type { Replacement } from './regroup.ts';

/** The texts of a row by their columns; other columns are empty. */
export type RowTexts = ReadonlyMap<number, string>;

/** Rows of a sheet and those that replace them; the inverse change has `before` and `after` swapped. */
export interface RowChange {
  readonly sheet: string;
  /** Index of the first row before any change of the list is applied. */
  readonly row: number;
  readonly before: readonly RowTexts[];
  readonly after: readonly RowTexts[];
}

/** The columns that the program writes for a paragraph. */
const OF_PARAGRAPH: readonly ReportHeading[] = [
  'result',
  'measure',
  'agency',
  'file',
  'sheet',
  'cell',
  'savedAt',
  'names',
  'part',
  'state',
];

/**
 * The row changes that replace paragraphs of a measure, from the bottom up. Other texts in the rows, such as the title of the measure, keep
 * their row; a row without any text is removed.
 */
export function rowChanges(
  sheets: readonly SheetContent[],
  { programme, roster }: { readonly programme: Programme; readonly roster: Roster },
  measure: MeasureKey,
  replacements: readonly Replacement[],
): readonly RowChange[] {
  const found = reportSheets(sheets, programme);
  return replacements
    .flatMap(({ own: { location, rowCount = 1 }, by }): readonly RowChange[] => {
      const on = found.find(({ sheet }) => sheet.name === location.sheet);
      if (on === undefined) return [];
      const columns = OF_PARAGRAPH.flatMap((heading) => on.columnOf.get(heading) ?? []);
      // Other words in the column of marks were typed by a person and stay.
      const isOurs = (column: number, text: string): boolean =>
        columns.includes(column) && (column !== on.columnOf.get('part') || parsePart(text) !== undefined);
      const before = Array.from({ length: rowCount }, (_, index) => textsOf(on.sheet, location.row + index));
      const rows = by.flatMap((paragraph) => rowsOf(roster, measure, paragraph, on.columnOf));
      const foreign = before.map((row) => new Map([...row].filter(([column, text]) => !isOurs(column, text))));
      const kept = foreign.findLastIndex((row) => row.size > 0) + 1;
      const length = Math.max(rows.length, kept);
      const after = Array.from(
        { length },
        (_, index) => new Map([...(rows[index] ?? keyOf(measure, on.columnOf)), ...(foreign[index] ?? [])]),
      );
      return [{ sheet: location.sheet, row: location.row, before, after }];
    })
    .sort((one, other) => other.row - one.row);
}

function textsOf({ cells }: SheetContent, row: number): RowTexts {
  return new Map(cells.filter((cell) => cell.row === row).map(({ column, text }) => [column, text]));
}

/** A row that is kept only for its other texts still belongs to the measure. */
function keyOf(measure: MeasureKey, columnOf: ReadonlyMap<ReportHeading, number>): RowTexts {
  const column = columnOf.get('measure');
  return new Map(column === undefined ? [] : [[column, measure]]);
}

function rowsOf(
  roster: Roster,
  measure: MeasureKey,
  paragraph: PrintedParagraph,
  columnOf: ReadonlyMap<ReportHeading, number>,
): readonly RowTexts[] {
  const headings = new Map(Object.entries(REPORT_HEADINGS).map(([id, words]) => [words, id as ReportHeading]));
  const texts = new Map<ReportHeading | undefined, string>([
    ...new Provenance(roster)
      .cells(0, measure, paragraph)
      .map(({ column, value }) => [headings.get(PROVENANCE_HEADINGS[column] ?? ''), String(value)] as const),
    ['state', paragraph.state ?? ''],
  ]);
  return piecesOf(paragraph).map(({ text: piece, part }) => {
    const all = new Map(texts).set('result', piece).set('part', part === undefined ? '' : formatPart(part));
    return new Map(
      [...columnOf].flatMap(([heading, column]) => {
        const text = all.get(heading) ?? '';
        return text === '' ? [] : [[column, text] as const];
      }),
    );
  });
}
