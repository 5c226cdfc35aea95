import type { Consolidation } from '../../../../domain/submissions/consolidation.ts';
import { partingClassOf } from '../../../../domain/programme/agency-classes.ts';
import { measuresOf } from '../../../../domain/programme/programme.ts';
import type { AgencyCode, Roster } from '../../../../domain/programme/roster.ts';
import { ASKED_STATES, statesOfAgency, type AskedState } from '../../../../domain/submissions/measure-states.ts';

/** How far an agency is with a measure: its status, that its answer is unclear, that it did not answer, or is not asked. */
export type MeasureState = AskedState | 'not-asked';

/** The states in the order of the legend. */
export const MEASURE_STATES: readonly MeasureState[] = [...ASKED_STATES, 'not-asked'];

/** An agency's row of the map. */
export interface MapRow {
  readonly agency: AgencyCode;
  /** For every measure of the programme, in printed order. */
  readonly states: readonly MeasureState[];
  readonly answered: number;
  readonly expected: number;
}

/** How far every agency is with every measure, in roster order. */
export function mapRows({ programme, agencies }: Pick<Consolidation, 'programme' | 'agencies'>): readonly MapRow[] {
  const keys = measuresOf(programme).map(({ measure }) => measure.key);
  return agencies.map((coverage) => {
    const states = statesOfAgency(programme, coverage);
    const asked = [...states.values()];
    return {
      agency: coverage.agency,
      states: keys.map((key) => states.get(key) ?? 'not-asked'),
      answered: asked.filter((state) => state !== 'missing').length,
      expected: asked.length,
    };
  });
}

/** How many agencies answered each measure, of those that are asked; in the order of the columns. */
export function columnTotals(
  rows: readonly MapRow[],
): readonly { readonly answered: number; readonly expected: number }[] {
  return (rows[0]?.states ?? []).map((_, column) => {
    const asked = rows.flatMap(({ states }) => states[column] ?? []).filter((state) => state !== 'not-asked');
    return { answered: asked.filter((state) => state !== 'missing').length, expected: asked.length };
  });
}

/** How many measures of all rows are in each state. */
export function stateTotals(rows: readonly MapRow[]): ReadonlyMap<MeasureState, number> {
  const totals = new Map(MEASURE_STATES.map((state) => [state, 0]));
  for (const state of rows.flatMap(({ states }) => states)) totals.set(state, (totals.get(state) ?? 0) + 1);
  return totals;
}

/** What the map is narrowed to; undefined for all. */
export interface MapFilter {
  /** The id of a class of agencies; `others` for those of no class. */
  readonly agencies: string | undefined;
  /** Agencies with a measure in this state. */
  readonly state: MeasureState | undefined;
}

/** The rows that a filter leaves. */
export function rowsOf(rows: readonly MapRow[], roster: Roster, { agencies, state }: MapFilter): readonly MapRow[] {
  const classes = new Map(
    roster.agencies.map((agency) => [agency.code, partingClassOf(roster, agency)?.id ?? 'others']),
  );
  return rows.filter(
    (row) =>
      (agencies === undefined || classes.get(row.agency) === agencies) &&
      (state === undefined || row.states.includes(state)),
  );
}
