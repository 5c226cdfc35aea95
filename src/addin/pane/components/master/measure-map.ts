import type { Consolidation, AgencyCoverage } from '../../../../domain/submissions/consolidation.ts';
import { issuesOfAgency } from '../../../../domain/programme/assignment.ts';
import { measuresOf, type MeasureKey, type Programme, type StatusId } from '../../../../domain/programme/programme.ts';
import type { AgencyClass, AgencyCode, Roster } from '../../../../domain/programme/roster.ts';
import type { Entry } from '../../../../domain/submissions/submission.ts';

/** How far an agency is with a measure: its status, or that it did not answer, or is not asked. */
export type MeasureState = StatusId | 'missing' | 'not-asked';

/** The states in the order of the legend. */
export const MEASURE_STATES: readonly MeasureState[] = [
  'done',
  'in-progress',
  'not-started',
  'not-applicable',
  'missing',
  'not-asked',
];

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
    const states = statesOf(programme, coverage);
    const asked = [...states.values()];
    return {
      agency: coverage.agency,
      states: keys.map((key) => states.get(key) ?? 'not-asked'),
      answered: asked.filter((state) => state !== 'missing').length,
      expected: asked.length,
    };
  });
}

/** The state of each measure that an agency is asked about. */
function statesOf(
  programme: Programme,
  { agency, submissions, spilt }: AgencyCoverage,
): ReadonlyMap<MeasureKey, MeasureState> {
  const entries = new Map(
    submissions.flatMap((submission) => submission.entries.map((entry) => [entry.measure, entry])),
  );
  const asked = issuesOfAgency(programme, agency).flatMap(({ measures }) => measures);
  return new Map(asked.map(({ key }) => [key, spilt?.has(key) === true ? 'missing' : stateOf(entries.get(key))]));
}

/** The state of a measure by its entry: a result without a status counts as done, as in the report. */
export function stateOf(entry: Entry | undefined): MeasureState {
  if (entry === undefined) return 'missing';
  return entry.status?.id ?? (entry.paragraphs.length > 0 ? 'done' : 'missing');
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

/** What the map is narrowed to; undefined for all. */
export interface MapFilter {
  /** The id of a class of agencies; `others` for those of no class. */
  readonly agencies: string | undefined;
  /** Agencies with a measure in this state. */
  readonly state: MeasureState | undefined;
}

/** The classes that part the agencies, such as all districts. */
export function classesOf({ classes }: Roster): readonly AgencyClass[] {
  return classes.filter(({ kinds, label }) => kinds !== '*' && label !== undefined);
}

/** The rows that a filter leaves. */
export function rowsOf(rows: readonly MapRow[], roster: Roster, { agencies, state }: MapFilter): readonly MapRow[] {
  const kinds = new Map(roster.agencies.map(({ code, kind }) => [code, kind]));
  const classOf = (agency: AgencyCode): string =>
    classesOf(roster).find((one) => one.kinds.includes(kinds.get(agency) ?? ''))?.id ?? 'others';
  return rows.filter(
    (row) =>
      (agencies === undefined || classOf(row.agency) === agencies) &&
      (state === undefined || row.states.includes(state)),
  );
}
