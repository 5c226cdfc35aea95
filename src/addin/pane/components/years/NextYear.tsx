import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { describeDataProblem } from '../../../../domain/messages/message.ts';
import { describeYearDoubt } from '../../../../domain/messages/rollover.ts';
import { describeYearChange } from '../../../../domain/messages/year.ts';
import type { FollowingYear } from '../../../session/session-state.ts';
import { useMessages } from '../../use-messages.ts';
import type { ViewProps } from '../../view-props.ts';
import { InSteps } from '../changes/InSteps.tsx';
import { useYearStyles, useYearText } from './use-year-text.ts';

interface NextYearProps extends Pick<ViewProps, 'session'> {
  readonly following: FollowingYear;
}

/** What is different in the workbook of the following year, and what a person has to look at in it. */
export function NextYear({ session, following }: NextYearProps): ReactNode {
  const styles = useYearStyles();
  const text = useYearText();
  const { language } = useMessages();
  const { data, doubts, problems, changes } = following;
  const toLookAt = [
    ...doubts.map((doubt) => describeYearDoubt(doubt, language)),
    ...problems.map((problem) => {
      const { where, message, remedy } = describeDataProblem(problem, language);
      return [where, message, remedy].filter(Boolean).join(' ');
    }),
  ];
  return (
    <div className={styles.part}>
      <h4 className={styles.heading}>{text('next-made', { year: data.programme.year })}</h4>
      <Lines heading={text('next-doubts', { count: toLookAt.length })} lines={toLookAt} />
      <Lines
        heading={text('next-changes', { count: changes.length })}
        lines={changes.map((change) => describeYearChange(change, language))}
      />
      <div className={styles.buttons}>
        <Button onClick={() => session.years.leaveNext()}>{text('next-leave')}</Button>
      </div>
    </div>
  );
}

/** A list under a heading; nothing where there are no lines. */
function Lines({ heading, lines }: { readonly heading: string; readonly lines: readonly string[] }): ReactNode {
  const styles = useYearStyles();
  if (lines.length === 0) return null;
  return (
    <>
      <h5 className={styles.heading}>{heading}</h5>
      <InSteps items={lines.map((line, index) => ({ line, index }))} keyOf={({ index }) => String(index)}>
        {({ line }) => <span>{line}</span>}
      </InSteps>
    </>
  );
}
