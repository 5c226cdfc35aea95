import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { describeYearDoubt } from '../../../../domain/messages/rollover.ts';
import { describeYearChange } from '../../../../domain/messages/year.ts';
import type { FollowingYear } from '../../../session/session-state.ts';
import { useMessages } from '../../use-messages.ts';
import type { ViewProps } from '../../view-props.ts';
import { Lines } from './Lines.tsx';
import { dataProblemLine, useYearStyles, useYearText } from './use-year-text.ts';

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
    ...problems.map((problem) => dataProblemLine(problem, language)),
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
