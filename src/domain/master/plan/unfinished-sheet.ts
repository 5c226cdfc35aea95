import { issuesOfAgency } from '../../programme/assignment.ts';
import { agencyByCode } from '../../programme/responsibility.ts';
import type { Measure, UnfinishedStatus } from '../../programme/programme.ts';
import { cellName } from '../../spreadsheet/address.ts';
import type { RowPlan, SheetPlan } from '../../spreadsheet/plan.ts';
import type { AgencyCoverage, Consolidation } from '../../submissions/consolidation.ts';
import { statesOfAgency } from '../../submissions/measure-states.ts';
import type { Entry, SourcedText } from '../../submissions/submission.ts';
import { groupBy } from '../../text/group-by.ts';
import { thaiDigits } from '../../text/digits.ts';
import { UNFINISHED_SHEET } from '../sheet-names.ts';
import { planListSheet, recordRows, withMeasureLink, type MasterColumn, type MeasureLocations } from './layout.ts';

const COLUMNS: readonly MasterColumn[] = [
  { heading: 'ที่', width: 6, style: 'labelCenter' },
  { heading: 'หน่วยงาน', width: 24, style: 'label' },
  { heading: 'มาตรการ', width: 40, style: 'label' },
  { heading: 'สถานะ', width: 18, style: 'labelCenter' },
  { heading: 'เหตุผลที่หน่วยงานเขียน', width: 60, style: 'result' },
  { heading: 'ดูในรายงาน', width: 12, style: 'linkCell' },
  { heading: 'ไฟล์', width: 24, style: 'label' },
  { heading: 'แผ่นงาน', width: 18, style: 'label' },
  { heading: 'เซลล์', width: 8, style: 'labelCenter' },
];

const PLACE = 5;

/** Columns that stand in every row of a record. */
const REPEATED = [0, 1, 3];

/** An agency's measure that is not done. */
interface Unfinished {
  readonly agency: AgencyCoverage['agency'];
  readonly measure: Measure;
  readonly file: string;
  readonly status: SourcedText & { readonly id: UnfinishedStatus };
  readonly entry: Entry;
}

/**
 * Plans the list of what is not done: by agency in roster order, then by measure, with the status, what the agency wrote as the
 * reason (its result, then its notes), and a link to the measure in the report. Measures without an answer are not on it: the
 * completeness sheet counts them.
 * @param locations where the measures are in the report
 */
export function planMasterUnfinished(consolidation: Consolidation, locations: MeasureLocations): SheetPlan {
  const names = agencyByCode(consolidation.roster);
  return planListSheet({
    name: UNFINISHED_SHEET,
    columns: COLUMNS,
    rows: function* () {
      let number = 0;
      for (const unfinished of unfinishedOf(consolidation)) {
        number += 1;
        const { agency } = unfinished;
        yield* rowsOf(number, names.get(agency)?.name ?? agency, unfinished, locations);
      }
      if (number === 0) yield* recordRows(COLUMNS, ['', '', '', '', 'ไม่มีมาตรการที่ตอบว่ายังไม่แล้วเสร็จ']);
    },
    table: 'Unfinished',
  });
}

function rowsOf(
  number: number,
  agency: string,
  { measure, status, entry, file }: Unfinished,
  locations: MeasureLocations,
): readonly RowPlan[] {
  const reason = [...entry.paragraphs, ...entry.notes].map(({ text }) => text).join('\n');
  const texts = [thaiDigits(String(number)), agency, measure.text, status.text, reason, '', file, status.sheet];
  const rows = recordRows(COLUMNS, [...texts, cellName(status.cell)], REPEATED);
  return withMeasureLink(rows, PLACE, measure.key, locations);
}

function* unfinishedOf({ programme, agencies }: Consolidation): Generator<Unfinished, void, undefined> {
  for (const coverage of agencies) {
    const { agency, submissions } = coverage;
    const states = statesOfAgency(programme, coverage);
    const written = groupBy(
      submissions.flatMap(({ file, entries }) => entries.map((entry) => ({ file, entry }))),
      ({ entry }) => entry.measure,
    );
    for (const { measures } of issuesOfAgency(programme, agency)) {
      for (const measure of measures.filter(({ key }) => states.get(key) !== 'missing')) {
        for (const { file, entry } of written.get(measure.key) ?? []) {
          const { status } = entry;
          if (status === undefined || status.id === 'done') continue;
          yield { agency, measure, file, entry, status: { ...status, id: status.id } };
        }
      }
    }
  }
}
