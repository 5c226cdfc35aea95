import {
  UNFINISHED_STATUSES,
  issuesOf,
  measuresOfIssue,
  measureText,
  type Measure,
} from '../../programme/programme.ts';
import { agencyByCode } from '../../programme/responsibility.ts';
import type { TablePlan, TableRowPlan } from '../../document/plan.ts';
import type { Consolidation } from '../../submissions/consolidation.ts';
import { unfinishedOf, type Unfinished } from '../../submissions/unfinished.ts';
import { groupBy } from '../../text/group-by.ts';
import { paragraph, paragraphs } from '../../document/paragraphs.ts';

/** Shown if an agency wrote no reason. */
const NO_REASON = 'ไม่ได้ระบุเหตุผล';

/** Shown if nothing is unfinished. */
const NOTHING = 'ไม่มีมาตรการที่ตอบว่ายังไม่แล้วเสร็จ';

/** The unfinished measures with a band each, by status. Agencies that wrote the same reason share a row; they are in roster order. */
export function unfinishedTable(consolidation: Consolidation): TablePlan {
  const names = agencyByCode(consolidation.roster);
  const byMeasure = groupBy(unfinishedOf(consolidation), ({ measure }) => measure.key);
  const rowOf = (same: readonly [Unfinished, ...Unfinished[]]): TableRowPlan => {
    const [{ status, reason }] = same;
    const agencies = same.map(({ agency }) => names.get(agency)?.name ?? agency);
    return {
      kind: 'cells',
      cells: [
        [paragraph('cell', agencies.join(', '))],
        [paragraph('cell', status.text)],
        paragraphs('result', reason.length > 0 ? reason : [NO_REASON]),
      ],
    };
  };
  const rowsOf = (title: string, measure: Measure): readonly TableRowPlan[] => {
    const found = byMeasure.get(measure.key) ?? [];
    const ordered = UNFINISHED_STATUSES.flatMap((id) => found.filter(({ status }) => status.id === id));
    const alike = groupBy(ordered, ({ status, reason }) =>
      JSON.stringify([status.id, ...reason.map((text) => text.trim())]),
    );
    return ordered.length === 0
      ? []
      : [{ kind: 'band', text: `${title} ${measureText(measure)}` }, ...Array.from(alike.values(), rowOf)];
  };
  const rows = issuesOf(consolidation.programme).flatMap(({ issue }) =>
    measuresOfIssue(issue).flatMap((measure) => rowsOf(issue.title, measure)),
  );
  return {
    kind: 'table',
    columns: [
      { heading: 'หน่วยงาน', width: 34 },
      { heading: 'สถานะ', width: 14 },
      { heading: 'เหตุผลที่หน่วยงานเขียน', width: 52 },
    ],
    rows: rows.length > 0 ? rows : [{ kind: 'cells', cells: [[], [], [paragraph('result', NOTHING)]] }],
  };
}
