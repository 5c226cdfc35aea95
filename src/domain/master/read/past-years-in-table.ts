import type { PastAnswers } from '../../form/read/past-answers.ts';
import type { PastMeasure, PastYear } from '../../form/read/past-year.ts';
import { parseMeasureKey, type MeasureKey } from '../../programme/programme.ts';
import type { SheetContent } from '../../spreadsheet/content.ts';
import { instantOfThaiTime } from '../../text/dates.ts';
import { foldDigits } from '../../text/digits.ts';
import { groupBy } from '../../text/group-by.ts';
import { paragraphsOf } from '../../text/paragraphs.ts';
import type { TableHeading } from '../table-headings.ts';
import { tableRecords, type TableRecord } from './table-records.ts';

type Table = Pick<SheetContent, 'cells'>;

/**
 * What each agency answered in an earlier year, according to the table of all answers in that year's master. Its programme need not be
 * known. Each agency has all measures of the table, answered or not, so that this year's measures can be matched with them.
 */
export function pastYearsInTable({ cells }: Table): readonly PastYear[] {
  const records = tableRecords(cells);
  const measures = new Map(
    records.flatMap((record): readonly (readonly [MeasureKey, string])[] => {
      const key = parseMeasureKey(foldDigits(record('measure')).trim());
      return key === undefined ? [] : [[key, record('measureText')]];
    }),
  );
  return [...groupBy(records, (record) => record('agency'))].map(([agency, its]) => {
    const ofMeasure = groupBy(its, (record) => foldDigits(record('measure')).trim());
    const year = Number(foldDigits(its[0]('year')));
    const savedAt = its.map((record) => instantOfThaiTime(record('savedAt'))).reduce(later);
    return {
      agency,
      ...(year > 0 ? { year } : {}),
      ...(savedAt === '' ? {} : { savedAt }),
      measures: Array.from(measures, ([key, text]) => pastMeasure(key, text, ofMeasure.get(key) ?? [])),
    };
  });
}

/** The paragraphs of each agency in the table of all answers of an earlier year's master. */
export function pastAnswersInTable({ cells }: Table): readonly PastAnswers[] {
  return [...groupBy(tableRecords(cells), (record) => record('agency'))].map(([agency, its]) => ({
    agency,
    paragraphs: (['result', 'evidence', 'note'] as const).flatMap((heading) => textsOf(its, heading)),
  }));
}

function pastMeasure(key: MeasureKey, text: string, records: readonly TableRecord[]): PastMeasure {
  // Rows without a paragraph come last.
  const inOrder = records.toSorted(
    (one, other) => Number(one('ordinal') || Infinity) - Number(other('ordinal') || Infinity),
  );
  return {
    // The table does not have the responsible parties; measures are matched by their words.
    measure: { key, text, responsible: { printed: '' } },
    status: records.map((record) => record('status')).find((status) => status !== '') ?? '',
    results: textsOf(inOrder, 'result'),
    evidence: textsOf(inOrder, 'evidence'),
  };
}

function textsOf(records: readonly TableRecord[], heading: TableHeading): readonly string[] {
  return records.flatMap((record) => paragraphsOf(record(heading)).map(({ text }) => text));
}

function later(one: string, other: string): string {
  return one < other ? other : one;
}
