import {
  issuesOf,
  measuresOfIssue,
  measureText,
  type Issue,
  type Measure,
  type MeasureKey,
  type Programme,
} from '../../programme/programme.ts';
import { parseToken } from '../../form/identity.ts';
import type { CellContent } from '../../spreadsheet/content.ts';
import { compareKey } from '../../text/compare.ts';
import { groupBy } from '../../text/group-by.ts';
import type { ReportHeading } from '../report-headings.ts';
import { parsePart } from '../text-parts.ts';
import { isStateWord, stateOf } from '../merge/states.ts';
import { joinRows, type ResultRow } from './join-rows.ts';
import type { ReportParagraph, Annotation } from '../report.ts';
import { measureIn, type ReportSheet } from './report-sheets.ts';
import { sourcesIn } from './source-lists.ts';

/** The content of one sheet of the report. */
interface ReadSheet {
  readonly paragraphs: ReadonlyMap<MeasureKey, readonly ReportParagraph[]>;
  readonly annotations: readonly Annotation[];
  readonly hasParts: boolean;
}

/** The three columns before the result, which the program writes from the programme. */
const LEADING: readonly ReportHeading[] = ['issue', 'text', 'responsible'];

/** Columns that the program fills in. In a row that people inserted, texts in them are theirs. */
const HIDDEN: readonly ReportHeading[] = ['measure', 'agency', 'file', 'sheet', 'cell', 'savedAt', 'names'];

/** Reads a sheet of the report. A row that people inserted belongs to the measure of the row above it, else of the next. */
export function readReportSheet(report: ReportSheet, programme: Programme): ReadSheet {
  const { issue, sheet, columnOf, headingRow } = report;
  const measures = new Map(measuresOfIssue(issue).map((measure) => [measure.key, measure]));
  const rows = [...groupBy(sheet.cells, ({ row }) => row)].map(([row, cells]) => ({ row, cells }));
  const measureOf = measuresByRow(rows, report, measures);
  const results: ResultRow[] = [];
  const annotations: Annotation[] = [];
  let place = 0;
  let last: MeasureKey | undefined;
  for (const { row, cells } of rows) {
    const textAt = new Map(cells.map(({ column, text }) => [column, text]));
    const textIn = (heading: ReportHeading): string => textAt.get(columnOf.get(heading) ?? -1) ?? '';
    const measure = row > headingRow ? measureOf.get(row) : undefined;
    const text = textIn('result');
    const isOwn = measureIn(textIn('measure')) !== undefined;
    const part = isOwn ? parsePart(textIn('part')) : undefined;
    if (text.trim() !== '' || measure !== last) place += 1;
    last = measure;
    if (measure !== undefined && text.trim() !== '') {
      results.push({
        measure,
        text,
        place,
        ...(part === undefined ? {} : { part }),
        sources: isOwn ? sourcesIn(textIn) : [],
        location: { sheet: sheet.name, row, column: columnOf.get('result') ?? 0 },
        state: stateOf(textIn('state')) === undefined ? '' : textIn('state').trim(),
      });
    }
    const ours: readonly ReportHeading[] = [
      ...(isOwn ? HIDDEN : []),
      ...(measure === undefined ? [] : (['result'] as const)),
    ];
    const known = new Set(ours.map((heading) => columnOf.get(heading)));
    for (const cell of cells) {
      const isOurs =
        row === headingRow ? [...columnOf.values()].includes(cell.column) : known.has(cell.column) && row > headingRow;
      // Other words in the column of states are somebody's own.
      const isState = cell.column === columnOf.get('state') && isStateWord(cell.text);
      if (isOurs || isState || isOfProgramme(cell, report, programme, measure && measures.get(measure))) continue;
      annotations.push({
        carrier: 'cell',
        text: cell.text,
        location: { sheet: sheet.name, row, column: cell.column },
        ...(measure === undefined ? {} : { measure }),
      });
    }
  }
  const around = [
    ...(sheet.comments ?? []).map((each) => ({ carrier: 'comment', ...each }) as const),
    ...(sheet.shapes ?? []).map((each) => ({ carrier: 'shape', ...each }) as const),
  ].map(({ carrier, text, row, column }): Annotation => {
    const measure = measureOf.get(row);
    return { carrier, text, location: { sheet: sheet.name, row, column }, ...(measure ? { measure } : {}) };
  });
  const hasParts = columnOf.has('part');
  return { paragraphs: joinRows(results, hasParts), annotations: [...annotations, ...around], hasParts };
}

function measuresByRow(
  rows: readonly { readonly row: number; readonly cells: readonly CellContent[] }[],
  { columnOf, headingRow }: ReportSheet,
  measures: ReadonlyMap<MeasureKey, Measure>,
): ReadonlyMap<number, MeasureKey> {
  const own = new Map<number, MeasureKey>();
  for (const { row, cells } of rows) {
    const key = measureIn(cells.find(({ column }) => column === columnOf.get('measure'))?.text ?? '');
    if (row > headingRow && key !== undefined && measures.has(key)) own.set(row, key);
  }
  let last = [...own.values()][0];
  return new Map(
    rows.flatMap(({ row }) => {
      last = own.get(row) ?? last;
      return row > headingRow && last !== undefined ? [[row, last] as const] : [];
    }),
  );
}

/** Whether the program wrote the cell: a token, a band, or the programme's words in the columns before the result. */
function isOfProgramme(
  { row, column, text }: CellContent,
  { issue, columnOf, headingRow }: ReportSheet,
  programme: Programme,
  measure: Measure | undefined,
): boolean {
  if (parseToken(text) !== undefined) return true;
  if (row < headingRow) return false;
  const heading = LEADING.find((id) => columnOf.get(id) === column);
  if (heading === undefined) return false;
  const key = compareKey(text);
  return wordsOf(heading, issue, programme, measure).some((words) => compareKey(words).includes(key));
}

function wordsOf(
  heading: ReportHeading,
  issue: Issue,
  programme: Programme,
  measure: Measure | undefined,
): readonly string[] {
  if (heading === 'issue') {
    const parts = issuesOf(programme).filter((placed) => placed.issue === issue);
    return [issue.title, ...parts.map(({ part }) => part.title)];
  }
  if (measure === undefined) return [];
  return [heading === 'text' ? measureText(measure) : measure.responsible.printed];
}
