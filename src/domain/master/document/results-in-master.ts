import { issuesOf, parseMeasureKey, type MeasureKey, type Programme } from '../../programme/programme.ts';
import type { SheetContent } from '../../spreadsheet/content.ts';
import { foldDigits } from '../../text/digits.ts';
import { groupBy } from '../../text/group-by.ts';
import { PROVENANCE_HEADINGS } from '../plan/provenance.ts';
import { RESULT } from '../plan/issue-sheet.ts';

/** The results as they stand on a master's sheets, and the sheets of issues that are not there. */
export interface ResultsInMaster {
  readonly results: ReadonlyMap<MeasureKey, readonly string[]>;
  readonly missingSheets: readonly string[];
}

/** Heading of the hidden column with the key of the row's measure. */
const [MEASURE_HEADING = ''] = PROVENANCE_HEADINGS;

/**
 * Reads the results on the issue sheets of a master, edited or not: a row is a paragraph, in the order of the sheet. A row that
 * people inserted belongs to the measure of the row above it.
 */
export function resultsInMaster(sheets: readonly SheetContent[], programme: Programme): ResultsInMaster {
  const names = issuesOf(programme).map(({ issue }) => issue.sheetName);
  const found = names.flatMap((name) => sheets.filter((sheet) => sheet.name === name));
  const results = new Map<MeasureKey, string[]>();
  for (const { measure, text } of found.flatMap(resultsOnSheet)) {
    results.set(measure, [...(results.get(measure) ?? []), text]);
  }
  return { results, missingSheets: names.filter((name) => !found.some((sheet) => sheet.name === name)) };
}

function resultsOnSheet({ cells }: SheetContent): readonly { readonly measure: MeasureKey; readonly text: string }[] {
  const rows = [...groupBy(cells, ({ row }) => row).values()].map(
    (row) => new Map(row.map(({ column, text }) => [column, text])),
  );
  const first = rows.findIndex((row) => [...row.values()].includes(MEASURE_HEADING));
  const columnOf = new Map(Array.from(rows[first] ?? [], ([column, heading]) => [heading.trim(), column]));
  const textIn = (row: ReadonlyMap<number, string>, heading: string): string =>
    row.get(columnOf.get(heading) ?? -1) ?? '';
  let measure: MeasureKey | undefined;
  return rows.slice(first + 1).flatMap((row) => {
    measure = parseMeasureKey(foldDigits(textIn(row, MEASURE_HEADING)).trim()) ?? measure;
    const text = textIn(row, RESULT.heading);
    return measure === undefined || text.trim() === '' ? [] : [{ measure, text }];
  });
}
