import type { Programme } from '../../programme/programme.ts';
import type { CellPlan, ChartSeries } from '../../spreadsheet/plan.ts';
import type { ChartFillName } from '../../spreadsheet/styles.ts';
import { answeredOf, ASKED_STATES, type AskedState, type StateCounts } from '../../submissions/measure-states.ts';
import { UNCLEAR_ANSWER } from './completeness-sheet.ts';

/** Fills of the states in charts. */
export const STATE_FILLS: Readonly<Record<AskedState, ChartFillName>> = {
  done: 'done',
  'in-progress': 'begun',
  'not-started': 'open',
  'not-applicable': 'apart',
  unclear: 'doubtful',
  missing: 'absent',
};

/** Headings of the states that are not a status of the form. */
const OTHER_STATES = { unclear: UNCLEAR_ANSWER, missing: 'ยังไม่ตอบ' } as const;

/** Headings of the columns with the counts of each state, and of the one with their sum. */
export function stateHeadings({ statuses }: Programme): readonly string[] {
  const labelOf = (state: AskedState): string =>
    state === 'missing' || state === 'unclear'
      ? OTHER_STATES[state]
      : (statuses.find(({ id }) => id === state)?.label ?? state);
  return [...ASKED_STATES.map(labelOf), 'รวม'];
}

/** The counts of each state and their sum, in columns from `first` on. */
export function stateCells(counts: StateCounts, first: number): readonly CellPlan[] {
  return [...ASKED_STATES.map((state) => counts[state]), answeredOf(counts).expected].map((value, index) => ({
    column: first + index,
    style: 'count',
    value,
  }));
}

/** A chart series for each state; the counts are in columns from `first` on, below the row of headings. */
export function stateSeries(headingRow: number, first: number): readonly ChartSeries[] {
  return ASKED_STATES.map((state, index) => ({
    name: { row: headingRow, column: first + index },
    column: first + index,
    fill: STATE_FILLS[state],
  }));
}
