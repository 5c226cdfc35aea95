import { useMemo, type ReactNode } from 'react';
import type { Finding } from '../../../../domain/checks/finding.ts';
import { dashboardOf, percentOf } from '../../../../domain/master/dashboard.ts';
import type { Consolidation } from '../../../../domain/submissions/consolidation.ts';
import { answeredOf } from '../../../../domain/submissions/measure-states.ts';
import { useMessages } from '../../use-messages.ts';
import { BarChart } from './BarChart.tsx';
import { overviewCharts } from './overview-charts.ts';
import { useStateNames } from './use-state-names.ts';

/** The answers, and what the rules found in them. */
export interface OverviewProps {
  readonly consolidation: Consolidation;
  readonly findings: readonly Finding[];
  /** When they were read: an ISO 8601 instant. */
  readonly readAt: string;
}

/** How far the report is, at a glance: what the master's sheet of charts shows. */
export function Overview({ consolidation, findings, readAt }: OverviewProps): ReactNode {
  const messages = useMessages();
  const nameOf = useStateNames(consolidation.programme);
  const dashboard = useMemo(() => dashboardOf(consolidation, findings, readAt), [consolidation, findings, readAt]);
  const { answered, expected } = answeredOf(dashboard.total);
  return (
    <>
      <p>
        {messages.label('overview-answered', { answered, asked: expected, percent: percentOf(answered, expected) })}
      </p>
      {overviewCharts(dashboard, { messages, roster: consolidation.roster, nameOf }).map((chart) => (
        <BarChart key={chart.title} chart={chart} />
      ))}
    </>
  );
}
