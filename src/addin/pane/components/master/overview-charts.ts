import { SEVERITIES } from '../../../../domain/diagnostics/problem.ts';
import type { Dashboard } from '../../../../domain/master/dashboard.ts';
import { describeRule } from '../../../../domain/messages/describe-finding.ts';
import { formatDigits } from '../../../../domain/messages/format-values.ts';
import { wordsOf } from '../../../../domain/messages/message.ts';
import type { Language } from '../../../../domain/messages/words.ts';
import { nameOfClass } from '../../../../domain/programme/agency-classes.ts';
import type { Roster } from '../../../../domain/programme/roster.ts';
import type { Period, PeriodUnit } from '../../../../domain/submissions/answers-over-time.ts';
import {
  answeredOf,
  ASKED_STATES,
  type AskedState,
  type StateCounts,
} from '../../../../domain/submissions/measure-states.ts';
import { shortThaiDay, shortThaiMonth } from '../../../../domain/text/dates.ts';
import type { PaneMessages } from '../../use-messages.ts';

/** How a piece of a bar looks; all are told apart without colour. */
export type PieceLook = 'full' | 'rising' | 'lying' | 'dotted' | 'falling' | 'blank' | 'dark';

/** A chart of bars in pieces. */
export interface OverviewChart {
  readonly title: string;
  /** What its bars are. */
  readonly heading: string;
  readonly series: readonly { readonly name: string; readonly look: PieceLook }[];
  readonly bars: readonly OverviewBar[];
  /** Whether every bar is as long as the chart is wide, and shows shares. */
  readonly isOfShares: boolean;
  /** What it says where there are no bars. */
  readonly nothing: string;
}

/** A bar: what it stands for, what it comes to, and the length of each piece. */
export interface OverviewBar {
  readonly name: string;
  readonly sum: string;
  readonly counts: readonly number[];
}

const STATE_LOOKS: Readonly<Record<AskedState, PieceLook>> = {
  done: 'full',
  'in-progress': 'rising',
  'not-started': 'lying',
  'not-applicable': 'dotted',
  unclear: 'falling',
  missing: 'blank',
};

/** What the charts need beside the numbers. */
export interface OverviewWords {
  readonly messages: PaneMessages;
  readonly roster: Roster;
  readonly nameOf: (state: AskedState) => string;
}

/** The charts of a dashboard, in the order of the master's sheet. */
export function overviewCharts(dashboard: Dashboard, words: OverviewWords): readonly OverviewChart[] {
  return [...stateCharts(dashboard, words), timeChart(dashboard, words), findingsChart(dashboard, words)];
}

function stateCharts({ issues, classes, total }: Dashboard, words: OverviewWords): readonly OverviewChart[] {
  const { messages, roster, nameOf } = words;
  const { label, language } = messages;
  const bar = (name: string, counts: StateCounts): OverviewBar => ({
    name: formatDigits(name, language),
    sum: label('answered-of', answeredOf(counts)),
    counts: ASKED_STATES.map((state) => counts[state]),
  });
  const series = ASKED_STATES.map((state) => ({ name: nameOf(state), look: STATE_LOOKS[state] }));
  const all = bar(label('all-together'), total);
  const common = { series, isOfShares: true, nothing: label('nothing-answered') };
  return [
    {
      ...common,
      title: label('overview-issues'),
      heading: label('overview-issue'),
      bars: [...issues.map(({ issue, counts }) => bar(issue.title, counts)), all],
    },
    {
      ...common,
      title: label('overview-classes'),
      heading: label('agency'),
      bars: [
        ...classes.map(({ agencyClass, counts }) =>
          bar(agencyClass ? nameOfClass(roster, agencyClass) : label('other-agencies'), counts),
        ),
        all,
      ],
    },
  ];
}

function timeChart({ time }: Dashboard, { messages: { label, language } }: OverviewWords): OverviewChart {
  const { unit, periods, unknown } = time;
  let before = 0;
  const bars = periods.map((period): OverviewBar => {
    const earlier = before;
    before += period.answers;
    const name = periodName(unit, period, language);
    return {
      name: unit === 'week' || period.first === undefined ? label('until-date', { date: name }) : name,
      sum: formatDigits(before, language),
      counts: [earlier, period.answers, 0],
    };
  });
  const withoutTime = { name: label('time-unknown'), sum: formatDigits(unknown, language), counts: [0, 0, unknown] };
  return {
    title: label('overview-time'),
    heading: label('overview-when'),
    series: [
      { name: label('answered-before'), look: 'full' },
      { name: label('answered-then'), look: 'rising' },
      { name: label('time-unknown'), look: 'dotted' },
    ],
    bars: unknown > 0 ? [...bars, withoutTime] : bars,
    isOfShares: false,
    nothing: label('nothing-answered'),
  };
}

function periodName(unit: PeriodUnit, { last }: Period, language: Language): string {
  if (language === 'th') return formatDigits(unit === 'month' ? shortThaiMonth(last) : shortThaiDay(last), language);
  const shown = unit === 'month' ? ({ year: 'numeric' } as const) : ({ day: 'numeric' } as const);
  return new Intl.DateTimeFormat('en-GB', { ...shown, month: 'short', timeZone: 'UTC' }).format(new Date(last));
}

function findingsChart({ findings }: Dashboard, { messages: { label, language } }: OverviewWords): OverviewChart {
  const { severities } = wordsOf(language);
  const looks = { must: 'dark', should: 'falling', may: 'blank' } as const;
  return {
    title: label('overview-findings'),
    heading: label('overview-kind'),
    series: SEVERITIES.map((severity) => ({ name: severities[severity], look: looks[severity] })),
    bars: findings.map(({ code, counts }) => {
      const numbers = SEVERITIES.map((severity) => counts[severity]);
      const sum = numbers.reduce((total, count) => total + count, 0);
      return { name: describeRule(code, language), sum: formatDigits(sum, language), counts: numbers };
    }),
    isOfShares: false,
    nothing: label('no-remarks'),
  };
}
