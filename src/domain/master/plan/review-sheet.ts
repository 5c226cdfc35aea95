import { issueOfMeasure, measureByKey, type MeasureKey, type Programme } from '../../programme/programme.ts';
import { cellName } from '../../spreadsheet/address.ts';
import type { SheetContent } from '../../spreadsheet/content.ts';
import type { RowPlan, SheetPlan } from '../../spreadsheet/plan.ts';
import { groupBy } from '../../text/group-by.ts';
import { thaiDigits } from '../../text/digits.ts';
import type { ReviewItem, ReviewKind } from '../merge/outcomes.ts';
import type { MergedReport } from '../merge/merge-report.ts';
import { REVIEW_HEADINGS } from '../review-headings.ts';
import { REVIEW_SHEET } from '../sheet-names.ts';
import { LIST_HEADING_ROW, planListSheet, recordRows, textCell, type MasterColumn } from './layout.ts';

const COLUMNS: readonly MasterColumn[] = [
  { heading: REVIEW_HEADINGS.issue, width: 10, style: 'labelCenter' },
  { heading: REVIEW_HEADINGS.measure, width: 28, style: 'label' },
  { heading: REVIEW_HEADINGS.kind, width: 24, style: 'label' },
  { heading: REVIEW_HEADINGS.ours, width: 44, style: 'result' },
  { heading: REVIEW_HEADINGS.base, width: 44, style: 'result' },
  { heading: REVIEW_HEADINGS.theirs, width: 44, style: 'result' },
  { heading: REVIEW_HEADINGS.changed, width: 28, style: 'result' },
  { heading: REVIEW_HEADINGS.decision, width: 28, style: 'answer' },
];

const KINDS: Readonly<Record<ReviewKind, string>> = {
  merged: 'หน่วยงานแก้คำตอบ รวมกับข้อความที่แก้ไว้แล้ว',
  met: 'หน่วยงานแก้คำตอบตรงคำที่แก้ไว้ คงข้อความที่แก้ไว้',
  withdrawn: 'หน่วยงานถอนคำตอบ คงข้อความที่แก้ไว้',
  gone: 'หน่วยงานถอนคำตอบ นำออกจากรายงานแล้ว',
  deleted: 'ผู้รวบรวมลบไว้ ไม่นำกลับมา',
  back: 'ผู้รวบรวมลบไว้ แต่หน่วยงานแก้คำตอบ จึงนำกลับมา',
  refused: 'ผู้รวบรวมคงรายงานไว้อย่างเดิม ไม่รับคำตอบใหม่ของหน่วยงาน',
  accepted: 'ผู้รวบรวมรับคำตอบใหม่ของหน่วยงานแทนข้อความที่แก้ไว้',
};

/** Label of annotations that have no place on the new sheets. */
const UNPLACED = 'ข้อความอื่นบนแผ่นงานเดิม';

/**
 * Plans the list of paragraphs to review after a merge, with the earlier and the present text of their sources. The lists of earlier
 * merges follow, until somebody deletes their rows.
 * @param earlier the review sheet of the edited master
 */
export function planMasterReview(
  programme: Programme,
  merged: Pick<MergedReport, 'review' | 'unplaced'>,
  earlier?: SheetContent,
): SheetPlan {
  return planListSheet({
    name: REVIEW_SHEET,
    columns: COLUMNS,
    rows: function* () {
      for (const item of merged.review) yield* recordRows(COLUMNS, textsOf(item, programme));
      for (const { text, measure, location } of merged.unplaced) {
        const where = `${location.sheet} ${cellName(location)}`;
        yield* recordRows(COLUMNS, [...placeOf(measure, programme), `${UNPLACED} (${where})`, text]);
      }
      if (earlier) yield* earlierRows(earlier);
    },
    table: 'Review',
  });
}

function textsOf(item: ReviewItem, programme: Programme): readonly string[] {
  const { kind, measure, ours = '', base = '', theirs = '', changed } = item;
  const words = [
    ...(changed?.gone ?? []).map((word) => `− ${word}`),
    ...(changed?.come ?? []).map((word) => `+ ${word}`),
  ];
  return [...placeOf(measure, programme), KINDS[kind], ours, base, theirs, words.join('\n')];
}

function placeOf(measure: MeasureKey | undefined, programme: Programme): readonly string[] {
  if (measure === undefined) return ['', ''];
  return [thaiDigits(String(issueOfMeasure(measure))), measureByKey(programme).get(measure)?.text ?? measure];
}

function* earlierRows({ cells }: SheetContent): Generator<RowPlan, void, undefined> {
  for (const [row, its] of groupBy(cells, (cell) => cell.row)) {
    if (row <= LIST_HEADING_ROW) continue;
    const textAt = new Map(its.map(({ column, text }) => [column, text]));
    const own = its
      .filter(({ column }) => column >= COLUMNS.length)
      .map(({ column, text }) => textCell(column, 'data', text));
    yield { cells: [...COLUMNS.map(({ style }, column) => textCell(column, style, textAt.get(column))), ...own] };
  }
}
