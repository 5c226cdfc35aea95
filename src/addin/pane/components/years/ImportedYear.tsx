import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { describeYearChange, describeYearProblem } from '../../../../domain/messages/year.ts';
import { severityOfYearProblem, type YearProblem } from '../../../../domain/year-workbook/problem.ts';
import type { Importing } from '../../../session/session-state.ts';
import type { ViewProps } from '../../view-props.ts';
import { useMessages } from '../../use-messages.ts';
import { useSlice } from '../../use-slice.ts';
import { CellLink } from '../changes/CellLink.tsx';
import { InSteps } from '../changes/InSteps.tsx';
import { SeverityMark } from '../remarks/SeverityMark.tsx';
import { useYearStyles, useYearText } from './use-year-text.ts';

/** A year's workbook that was read: what is wrong with it, what changed, and whether it is to be used. */
interface ImportedYearProps extends Pick<ViewProps, 'session'> {
  readonly importing: Importing;
}

/** Shows a year's workbook before it is taken. */
export function ImportedYear({ session, importing: { file, found } }: ImportedYearProps): ReactNode {
  const styles = useYearStyles();
  const text = useYearText();
  const isWorking = useSlice(session, ({ working }) => working !== undefined);
  const { data, problems } = found;
  const hasNewKeys = problems.some(({ code }) => code.startsWith('measure-'));
  const canSelect = file === '' && session.isLive;
  return (
    <div className={styles.part}>
      <p className={styles.text}>{file === '' ? text('open-read') : text('read-from', { file })}</p>
      {problems.length > 0 && (
        <>
          <h4 className={styles.heading}>{text('problems', { count: problems.length })}</h4>
          <InSteps items={ranked(problems)} keyOf={({ index }) => String(index)}>
            {({ problem }) => <ProblemText problem={problem} {...(canSelect ? { session } : {})} />}
          </InSteps>
        </>
      )}
      {data !== undefined && <Changes found={found} />}
      {data !== undefined && hasNewKeys && <p className={styles.text}>{text('new-keys')}</p>}
      <div className={styles.buttons}>
        {data !== undefined && (
          <Button appearance="primary" disabledFocusable={isWorking} onClick={() => void session.years.take()}>
            {text('take')}
          </Button>
        )}
        <Button onClick={() => session.years.leave()}>{text('leave')}</Button>
      </div>
    </div>
  );
}

/** The most severe problems first, else in the order of the workbook. */
function ranked(
  problems: readonly YearProblem[],
): readonly { readonly problem: YearProblem; readonly index: number }[] {
  const ranks = ['must', 'should', 'may'];
  const rankOf = (problem: YearProblem): number => ranks.indexOf(severityOfYearProblem(problem));
  return problems
    .map((problem, index) => ({ problem, index }))
    .sort((one, other) => rankOf(one.problem) - rankOf(other.problem));
}

interface ProblemTextProps extends Partial<Pick<ViewProps, 'session'>> {
  readonly problem: YearProblem;
}

/** A problem, with a link to its cell where the workbook is open. */
function ProblemText({ problem, session }: ProblemTextProps): ReactNode {
  const styles = useYearStyles();
  const { language } = useMessages();
  const { where, message, remedy } = describeYearProblem(problem, language);
  const { sheet, cell } = problem;
  return (
    <div className={styles.problem}>
      <SeverityMark severity={severityOfYearProblem(problem)} />
      {session && sheet !== undefined && cell !== undefined ? (
        <span>
          {sheet}{' '}
          <CellLink
            location={{ sheet, row: cell.row, column: cell.column }}
            onSelect={(at) => void session.select(at)}
          />
        </span>
      ) : (
        where !== '' && <span>{where}</span>
      )}
      <span>{message}</span>
      <span className={styles.remedy}>{remedy}</span>
    </div>
  );
}

function Changes({ found: { base, changes } }: Pick<Importing, 'found'>): ReactNode {
  const styles = useYearStyles();
  const text = useYearText();
  const { language } = useMessages();
  if (base === undefined) return <p className={styles.text}>{text('first')}</p>;
  const { id: programme, version } = base.programme;
  if (changes.length === 0) return <p className={styles.text}>{text('same', { programme, version })}</p>;
  const lines = changes.map((change, index) => ({ index, line: describeYearChange(change, language) }));
  return (
    <>
      <h4 className={styles.heading}>{text('changes', { count: changes.length, programme, version })}</h4>
      <InSteps items={lines} keyOf={({ index }) => String(index)}>
        {({ line }) => <span>{line}</span>}
      </InSteps>
    </>
  );
}
