import { sumOfKinds, type FindingKind } from '../../checks/finding-kinds.ts';
import type { RuleCode } from '../../checks/rules/registry.ts';
import { SEVERITIES } from '../../diagnostics/problem.ts';
import { nameOfClass } from '../../programme/agency-classes.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Roster } from '../../programme/roster.ts';
import type { ChartPlan } from '../../spreadsheet/plan.ts';
import type { ChartFillName } from '../../spreadsheet/styles.ts';
import type { AnswersOverTime, Period, PeriodUnit } from '../../submissions/answers-over-time.ts';
import { answeredOf, ASKED_STATES, type StateCounts } from '../../submissions/measure-states.ts';
import { shortThaiDay, shortThaiMonth, thaiLongDate } from '../../text/dates.ts';
import { thaiDigits } from '../../text/digits.ts';
import type { Dashboard } from '../dashboard.ts';
import { SEVERITY_WORDS } from './problems-sheet.ts';
import { STATE_FILLS, stateHeadings } from './state-columns.ts';

/** A chart and the table that it is drawn from. */
export interface Panel extends Pick<ChartPlan, 'title'> {
  readonly look: Pick<ChartPlan, 'direction' | 'shares' | 'withoutScale' | 'numbersAtBase'>;
  /** What the rows of the table are. */
  readonly rowHeading: string;
  /** Headings of the columns with numbers; those after the fills are not drawn. */
  readonly columns: readonly string[];
  /** At least one. */
  readonly rows: readonly PanelRow[];
  /** For each series. */
  readonly fills: readonly ChartFillName[];
}

/** A bar: its name, and a number for each column. */
export interface PanelRow {
  readonly name: string;
  readonly numbers: readonly number[];
}

/** More kinds of findings share one bar. */
const MAX_KINDS = 8;

/** What the panels need besides the numbers. */
export interface PanelWords {
  readonly programme: Programme;
  readonly roster: Roster;
  readonly describeRule: (code: RuleCode) => string;
}

/** The panels in reading order: by issue, by class of agencies, over time, by kind of finding. */
export function panelsOf(dashboard: Dashboard, { programme, roster, describeRule }: PanelWords): readonly Panel[] {
  const total = stateRow('รวมทั้งหมด', dashboard.total);
  const ofStates = {
    columns: stateHeadings(programme),
    fills: ASKED_STATES.map((state) => STATE_FILLS[state]),
    look: { shares: true, withoutScale: true },
  } as const;
  return [
    {
      ...ofStates,
      title: 'สถานะตามประเด็น',
      rowHeading: 'ประเด็น',
      rows: [...dashboard.issues.map(({ issue, counts }) => stateRow(issue.title, counts)), total],
    },
    {
      ...ofStates,
      title: 'สถานะตามกลุ่มหน่วยงาน',
      rowHeading: 'กลุ่มหน่วยงาน',
      rows: [
        ...dashboard.classes.map(({ agencyClass, agencies, counts }) =>
          stateRow(agencyClass ? nameOfClass(roster, agencyClass) : `หน่วยงานอื่น ${String(agencies)} หน่วยงาน`, counts),
        ),
        total,
      ],
    },
    timePanel(dashboard.time),
    findingsPanel(dashboard.findings, describeRule),
  ];
}

/** The name includes the number of answers, because segments of bars may be too small for their numbers. */
function stateRow(name: string, counts: StateCounts): PanelRow {
  const { answered, expected } = answeredOf(counts);
  return {
    name: thaiDigits(`${name} (ตอบ ${answered}/${expected})`),
    numbers: [...ASKED_STATES.map((state) => counts[state]), expected],
  };
}

/** Below this maximum, the axis would repeat whole numbers. */
const MIN_FOR_SCALE = 10;

const UNITS: Readonly<Record<PeriodUnit, string>> = { day: 'รายวัน', week: 'รายสัปดาห์', month: 'รายเดือน' };

/** The cumulative number of answers by period; answers without a time have a bar of their own. */
function timePanel({ unit, periods, unknown }: AnswersOverTime): Panel {
  const last = periods.at(-1)?.last;
  let before = 0;
  const rows = periods.map((period): PanelRow => {
    const earlier = before;
    before += period.answers;
    return { name: periodName(unit, period), numbers: [earlier, period.answers, 0, before] };
  });
  const withoutTime = { name: 'ไม่ทราบเวลา', numbers: [0, 0, unknown, unknown] };
  return {
    title: `คำตอบสะสม${UNITS[unit]} ตามวันที่บันทึกไฟล์${last === undefined ? '' : ` ถึง ${thaiLongDate(last)}`}`,
    look: { direction: 'columns', ...(Math.max(before, unknown) < MIN_FOR_SCALE ? { withoutScale: true } : {}) },
    rowHeading: 'บันทึกไฟล์เมื่อ',
    columns: ['ก่อนหน้านั้น', 'เพิ่มในช่วงนี้', 'ไม่ทราบเวลาบันทึก', 'สะสม'],
    fills: ['before', 'added', 'unknown'],
    rows: [
      ...rows,
      ...(unknown > 0 ? [withoutTime] : []),
      ...(rows.length === 0 && unknown === 0 ? [{ name: 'ยังไม่มีคำตอบ', numbers: [0, 0, 0, 0] }] : []),
    ],
  };
}

/** The day or month of a period; a week, or a first period that includes all earlier answers, is named by its end. */
function periodName(unit: PeriodUnit, { first, last }: Period): string {
  const name = unit === 'month' ? shortThaiMonth(last) : shortThaiDay(last);
  return thaiDigits(unit === 'week' || first === undefined ? `ถึง ${name}` : name);
}

function findingsPanel(kinds: readonly FindingKind[], describeRule: PanelWords['describeRule']): Panel {
  const shown = kinds.length > MAX_KINDS + 1 ? kinds.slice(0, MAX_KINDS) : kinds;
  const others = kinds.slice(shown.length);
  const row = (name: string, of: readonly FindingKind[]): PanelRow => {
    const counts = sumOfKinds(of);
    const numbers = SEVERITIES.map((severity) => counts[severity]);
    return { name, numbers: [...numbers, numbers.reduce((sum, number) => sum + number, 0)] };
  };
  return {
    title: 'ผลการตรวจคำตอบตามประเภท',
    look: { withoutScale: true, numbersAtBase: true },
    rowHeading: 'สิ่งที่พบ',
    columns: [...SEVERITIES.map((severity) => SEVERITY_WORDS[severity]), 'รวม'],
    fills: ['must', 'should', 'may'],
    rows: [
      ...shown.map((kind) => row(describeRule(kind.code), [kind])),
      ...(others.length > 0 ? [row(thaiDigits(`อื่น ๆ อีก ${others.length} ประเภท`), others)] : []),
      ...(kinds.length === 0 ? [row('ไม่พบสิ่งที่ควรแก้ไข', [])] : []),
    ],
  };
}
