import { issuesOfAgency } from '../programme/assignment.ts';
import {
  issuesOf,
  measuresOfIssue,
  type Measure,
  type MeasureKey,
  type Programme,
  type StatusId,
} from '../programme/programme.ts';
import { isNoAnswer } from '../text/no-answer.ts';
import type { AgencyCoverage, Consolidation } from './consolidation.ts';
import type { Entry } from './submission.ts';

/**
 * How far an agency is with a measure that it is asked about: its status, that its answer is unclear (done without a result, or a
 * result with no status or one that nobody can tell), or that it did not answer.
 */
export type AskedState = StatusId | 'unclear' | 'missing';

/** The states in the order of the report. */
export const ASKED_STATES: readonly AskedState[] = [
  'done',
  'in-progress',
  'not-started',
  'not-applicable',
  'unclear',
  'missing',
];

/** How many agencies are in each state. */
export type StateCounts = Readonly<Record<AskedState, number>>;

/**
 * The state of a measure by its entry alone: a result without a status counts as done, as in the report; a dash is none.
 * @internal
 */
export function stateOf(entry: Entry | undefined): AskedState {
  if (entry === undefined) return 'missing';
  return entry.status?.id ?? (entry.paragraphs.some(({ text }) => !isNoAnswer(text)) ? 'done' : 'missing');
}

type States = ReadonlyMap<MeasureKey, AskedState>;

/** The states by coverage, as their places in {@link ASKED_STATES}, a byte each: several sheets of a master tell them. */
const STATES = new WeakMap<AgencyCoverage, { readonly programme: Programme; readonly places: Uint8Array }>();

/** The state of each measure that an agency is asked about, in printed order. */
export function statesOfAgency(programme: Programme, coverage: AgencyCoverage): States {
  const known = STATES.get(coverage);
  if (known?.programme === programme) {
    const asked = measuresAsked(programme, coverage);
    return new Map(asked.map(({ key }, index) => [key, ASKED_STATES[known.places[index] ?? 0] ?? 'missing']));
  }
  const states = makeStates(programme, coverage);
  STATES.set(coverage, { programme, places: Uint8Array.from(states.values(), (state) => ASKED_STATES.indexOf(state)) });
  return states;
}

function measuresAsked(programme: Programme, { agency }: AgencyCoverage): readonly Measure[] {
  return issuesOfAgency(programme, agency).flatMap(({ measures }) => measures);
}

function makeStates(programme: Programme, coverage: AgencyCoverage): States {
  const { submissions, spilt, unclear } = coverage;
  const entries = new Map(
    submissions.flatMap((submission) => submission.entries.map((entry) => [entry.measure, entry])),
  );
  return new Map(
    measuresAsked(programme, coverage).map(({ key }) => {
      const state = spilt?.has(key) === true ? 'missing' : stateOf(entries.get(key));
      return [key, state !== 'missing' && unclear?.has(key) === true ? 'unclear' : state];
    }),
  );
}

/** How many of the agencies that are asked about a measure are in each state, by measure. */
export function stateCounts({
  programme,
  agencies,
}: Pick<Consolidation, 'programme' | 'agencies'>): ReadonlyMap<MeasureKey, StateCounts> {
  const byMeasure = new Map<MeasureKey, Record<AskedState, number>>();
  for (const coverage of agencies) {
    for (const [measure, state] of statesOfAgency(programme, coverage)) {
      const counts = byMeasure.get(measure) ?? recordOf(() => 0);
      counts[state] += 1;
      byMeasure.set(measure, counts);
    }
  }
  return byMeasure;
}

/** The counts of each issue's measures added up, by issue number. */
export function countsByIssue(
  programme: Programme,
  counts: ReadonlyMap<MeasureKey, StateCounts>,
): ReadonlyMap<number, StateCounts> {
  return new Map(
    issuesOf(programme).map(({ issue }) => [
      issue.number,
      sumOfCounts(measuresOfIssue(issue).map(({ key }) => counts.get(key))),
    ]),
  );
}

/** How many answers there are of those that are asked for. */
export function answeredOf(counts: StateCounts): { readonly answered: number; readonly expected: number } {
  const expected = ASKED_STATES.reduce((total, state) => total + counts[state], 0);
  return { answered: expected - counts.missing, expected };
}

/** Adds counts up. */
export function sumOfCounts(counts: readonly (StateCounts | undefined)[]): StateCounts {
  const sumOf = (state: AskedState): number => counts.reduce((total, each) => total + (each?.[state] ?? 0), 0);
  return recordOf(sumOf);
}

/** How many of the states there are of each kind. */
export function countsOfStates(states: Iterable<AskedState>): StateCounts {
  const counts = recordOf(() => 0);
  for (const state of states) counts[state] += 1;
  return counts;
}

function recordOf(countOf: (state: AskedState) => number): Record<AskedState, number> {
  return {
    done: countOf('done'),
    'in-progress': countOf('in-progress'),
    'not-started': countOf('not-started'),
    'not-applicable': countOf('not-applicable'),
    unclear: countOf('unclear'),
    missing: countOf('missing'),
  };
}
