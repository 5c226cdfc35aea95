import type { Programme } from '../programme/programme.ts';
import { bangkokTime, instantUpToToday } from '../text/dates.ts';
import type { AgencyCoverage } from './consolidation.ts';
import { statesOfAgency } from './measure-states.ts';

/** What a period of time is; weeks begin on Monday. */
export type PeriodUnit = 'day' | 'week' | 'month';

/** How many answers came in over time, told by when the files that have them were last saved, in Bangkok. */
export interface AnswersOverTime {
  readonly unit: PeriodUnit;
  /** One after the other without gaps, at most {@link MOST_PERIODS}; empty where no time is known. */
  readonly periods: readonly Period[];
  /** Answers in files that do not say when they were saved, or say a day that is still to come. */
  readonly unknown: number;
}

/** A period and the answers in files that were saved in it. */
export interface Period {
  /** First day, an ISO date; absent where the period has everything before its last day. */
  readonly first?: string;
  /** Last day, an ISO date. */
  readonly last: string;
  readonly answers: number;
}

/**
 * Most periods that are told apart.
 * @internal
 */
export const MOST_PERIODS = 10;

/** Share of the answers that has to be in the periods told apart; older ones are in the first of them. */
const ENOUGH = 0.9;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Days since 1970-01-01, a Thursday, to the number of a period and back to its first day. */
const UNITS: Readonly<
  Record<PeriodUnit, { readonly numberOf: (day: number) => number; readonly firstDay: (number: number) => number }>
> = {
  day: { numberOf: (day) => day, firstDay: (number) => number },
  week: { numberOf: (day) => Math.floor((day + 3) / 7), firstDay: (number) => number * 7 - 3 },
  month: {
    numberOf(day) {
      const date = new Date(day * DAY_MS);
      return date.getUTCFullYear() * 12 + date.getUTCMonth();
    },
    firstDay: (number) => Date.UTC(Math.floor(number / 12), number % 12, 1) / DAY_MS,
  },
};

/**
 * How many answers came in over time, in the finest periods that show nearly all of them. A file says only when it was last
 * saved, so that all its answers count for that day.
 * @param now ISO 8601 instant; what was saved on a later day, by a computer whose clock is wrong, has no known time
 */
export function answersOverTime(
  programme: Programme,
  agencies: readonly AgencyCoverage[],
  now: string,
): AnswersOverTime {
  const answers = new Map<number, number>();
  let unknown = 0;
  for (const coverage of agencies) {
    for (const day of daysOfAnswers(programme, coverage, now)) {
      if (day === undefined) unknown += 1;
      else answers.set(day, (answers.get(day) ?? 0) + 1);
    }
  }
  const all = total(answers.values());
  const latest = Math.max(...answers.keys());
  const isShown = (unit: PeriodUnit): boolean => {
    const { numberOf } = UNITS[unit];
    const least = numberOf(latest) - MOST_PERIODS + 1;
    const shown = [...answers].flatMap(([day, count]) => (numberOf(day) >= least ? [count] : []));
    return total(shown) >= ENOUGH * all;
  };
  const unit = (['day', 'week'] as const).find(isShown) ?? 'month';
  return { unit, periods: all === 0 ? [] : periodsOf(unit, answers), unknown };
}

function total(counts: Iterable<number>): number {
  return [...counts].reduce((sum, count) => sum + count, 0);
}

/** For each answered measure the day on which the file with its answer was last saved, as far as it says so. */
function daysOfAnswers(programme: Programme, coverage: AgencyCoverage, now: string): readonly (number | undefined)[] {
  const days = new Map(
    coverage.submissions.flatMap(({ savedAt, entries }) => {
      const day = dayOf(instantUpToToday(now, savedAt));
      return entries.map(({ measure }) => [measure, day] as const);
    }),
  );
  return [...statesOfAgency(programme, coverage)]
    .filter(([, state]) => state !== 'missing')
    .map(([measure]) => days.get(measure));
}

function dayOf(instant: string | undefined): number | undefined {
  const local = instant === undefined ? undefined : bangkokTime(instant);
  return local === undefined ? undefined : Math.floor(Date.parse(`${local}Z`) / DAY_MS);
}

/** @param answers how many came in on each day */
function periodsOf(unit: PeriodUnit, answers: ReadonlyMap<number, number>): readonly Period[] {
  const { numberOf, firstDay } = UNITS[unit];
  const [earliest, latest] = [numberOf(Math.min(...answers.keys())), numberOf(Math.max(...answers.keys()))];
  const first = Math.max(earliest, latest - MOST_PERIODS + 1);
  const counts = new Map<number, number>();
  for (const [day, count] of answers) {
    const period = Math.max(numberOf(day), first);
    counts.set(period, (counts.get(period) ?? 0) + count);
  }
  return Array.from({ length: latest - first + 1 }, (_, index): Period => {
    const number = first + index;
    return {
      ...(number > earliest && number === first ? {} : { first: isoDate(firstDay(number)) }),
      last: isoDate(firstDay(number + 1) - 1),
      answers: counts.get(number) ?? 0,
    };
  });
}

function isoDate(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
