import { measuresOf } from '../../programme/programme.ts';
import { agencyByCode } from '../../programme/responsibility.ts';
import { cellName } from '../../spreadsheet/address.ts';
import type { SheetPlan } from '../../spreadsheet/plan.ts';
import type { Consolidation } from '../../submissions/consolidation.ts';
import { thaiDigits } from '../../text/digits.ts';
import { groupBy } from '../../text/group-by.ts';
import { NOTES_SHEET } from '../sheet-names.ts';
import { planListSheet, recordRows, type MasterColumn } from './layout.ts';

const COLUMNS: readonly MasterColumn[] = [
  { heading: 'ที่', width: 6, style: 'labelCenter' },
  { heading: 'หน่วยงาน', width: 24, style: 'label' },
  { heading: 'ประเด็นที่', width: 10, style: 'labelCenter' },
  { heading: 'มาตรการ', width: 34, style: 'label' },
  { heading: 'สถานะ', width: 16, style: 'labelCenter' },
  { heading: 'หมายเหตุถึงผู้รวบรวม', width: 60, style: 'result' },
  { heading: 'ไฟล์', width: 24, style: 'label' },
  { heading: 'แผ่นงาน', width: 18, style: 'label' },
  { heading: 'เซลล์', width: 8, style: 'labelCenter' },
];

/** Plans the list of agencies' notes to the office: by agency in roster order, then by measure. */
export function planMasterNotes(consolidation: Consolidation): SheetPlan {
  return planListSheet({
    name: NOTES_SHEET,
    columns: COLUMNS,
    rows: function* () {
      let number = 0;
      for (const texts of notesOf(consolidation)) {
        number += 1;
        yield* recordRows(COLUMNS, [thaiDigits(String(number)), ...texts]);
      }
      if (number === 0) yield* recordRows(COLUMNS, ['', '', '', '', '', 'ไม่มีหมายเหตุ']);
    },
  });
}

/** The texts of each note's row, without its number. */
function* notesOf({ programme, roster, agencies }: Consolidation): Generator<readonly string[], void, undefined> {
  const names = agencyByCode(roster);
  const placed = measuresOf(programme);
  for (const { agency, submissions } of agencies) {
    const written = groupBy(
      submissions.flatMap(({ file, entries }) => entries.map((entry) => ({ file, entry }))),
      ({ entry }) => entry.measure,
    );
    for (const { issue, measure } of placed) {
      for (const { file, entry } of written.get(measure.key) ?? []) {
        for (const { text, sheet, cell } of entry.notes) {
          yield [
            names.get(agency)?.name ?? agency,
            thaiDigits(String(issue.number)),
            measure.text,
            entry.status?.text ?? '',
            text,
            file,
            sheet,
            cellName(cell),
          ];
        }
      }
    }
  }
}
