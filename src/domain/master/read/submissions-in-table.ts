import { findStatus } from '../../programme/find-status.ts';
import { issueOfMeasure, type MeasureKey, type Programme } from '../../programme/programme.ts';
import type { AgencyCode } from '../../programme/roster.ts';
import { parseCellName } from '../../spreadsheet/address.ts';
import type { SheetContent } from '../../spreadsheet/content.ts';
import type { Problem } from '../../diagnostics/problem.ts';
import type { Entry, ReadResult, SourcedText, Submission } from '../../submissions/submission.ts';
import { instantOfThaiTime } from '../../text/dates.ts';
import { groupBy } from '../../text/group-by.ts';
import type { TableHeading } from '../table-headings.ts';
import { tableRecords, type TableRecord } from './table-records.ts';

/**
 * The submissions that a master was made from, according to its table of all answers. A status that somebody typed there and that is not
 * one is a problem. Dates, evidence and notes have the cell of the paragraph in their row, because the table names one cell for each row.
 */
export function submissionsInTable({ cells }: Pick<SheetContent, 'cells'>, programme: Programme): ReadResult {
  const files = groupBy(tableRecords(cells), (record) =>
    JSON.stringify([record('agency'), record('file'), record('savedAt')]),
  );
  const problems: Problem[] = [];
  const submissions = [...files.values()].map((records): Submission => {
    const [first] = records;
    const savedAt = instantOfThaiTime(first('savedAt'));
    const from = { agency: first('agency') as AgencyCode, file: first('file') };
    const entries = [...groupBy(records, (record) => record('measure')).values()].map((rows) => {
      const { entry, unknownStatus } = entryOf(rows, programme);
      if (unknownStatus) problems.push({ code: 'status-unknown', measure: entry.measure, ...unknownStatus, ...from });
      return entry;
    });
    return {
      ...from,
      ...(savedAt === '' ? {} : { savedAt }),
      issues: [...new Set(entries.map(({ measure }) => issueOfMeasure(measure)))].sort((one, other) => one - other),
      contact: {},
      entries,
    };
  });
  return { submissions, problems };
}

function entryOf(
  records: readonly [TableRecord, ...TableRecord[]],
  programme: Programme,
): { readonly entry: Entry; readonly unknownStatus?: SourcedText } {
  const inOrder = records.toSorted((one, other) => ordinalOf(one) - ordinalOf(other));
  const textsIn = (heading: TableHeading): readonly SourcedText[] =>
    inOrder.flatMap((record) => {
      const text = record(heading);
      return text === '' ? [] : [{ text, ...sourceOf(record) }];
    });
  const [status] = textsIn('status');
  const id = status && findStatus(programme, status.text);
  const entry: Entry = {
    measure: records[0]('measure') as MeasureKey,
    ...(status && id ? { status: { ...status, id } } : {}),
    paragraphs: textsIn('result'),
    dates: textsIn('date'),
    evidence: textsIn('evidence'),
    notes: textsIn('note'),
  };
  return { entry, ...(status && !id ? { unknownStatus: status } : {}) };
}

/** Rows without a paragraph come last. */
function ordinalOf(record: TableRecord): number {
  return Number(record('ordinal') || Infinity);
}

function sourceOf(record: TableRecord): Pick<SourcedText, 'sheet' | 'cell'> {
  return { sheet: record('sheet'), cell: parseCellName(record('cell')) ?? { row: 0, column: 0 } };
}
