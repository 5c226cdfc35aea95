import { Button, mergeClasses, Select } from '@fluentui/react-components';
import { useId, useState, type ReactNode } from 'react';
import { groupBy } from '../../../../domain/text/group-by.ts';
import type { GiveOutLine } from '../../../../usecases/sharing/plan-give-out.ts';
import type { ViewProps } from '../../view-props.ts';
import { useSlice } from '../../use-slice.ts';
import { doesAnything, givenRow, plannedRow, type GiveOutRow } from './give-out-rows.ts';
import { useSharedText } from './use-shared-text.ts';
import { useShareStyles } from './use-share-styles.ts';

/** Shows what giving out would do, does it, and shows what was done. */
export function GiveOut({ session }: Pick<ViewProps, 'session'>): ReactNode {
  const styles = useShareStyles();
  const { text, words, language } = useSharedText();
  const plan = useSlice(session, ({ shared }) => shared?.plan);
  const given = useSlice(session, ({ shared }) => shared?.given);
  const isWorking = useSlice(session, ({ working }) => working !== undefined);
  const toDo = plan?.lines.filter(doesAnything) ?? [];
  const isNext = plan !== undefined && given === undefined && toDo.length > 0;
  return (
    <section className={styles.part} aria-labelledby="share-give-out">
      <h3 id="share-give-out" className={styles.heading}>
        {text('give-out')}
      </h3>
      {plan && !given && <Plan count={toDo.length} plan={plan.lines} />}
      {given && (
        <p className={styles.text}>
          {text('given-count', { count: given.filter(({ file }) => file === 'done').length, total: given.length })}
        </p>
      )}
      {isNext && (
        <Button appearance="primary" disabledFocusable={isWorking} onClick={() => void session.shared.giveOut()}>
          {text('give-out-count', { count: toDo.length })}
        </Button>
      )}
      {plan && (
        <Rows
          rows={
            given
              ? given.map((one) => givenRow(one, words, language))
              : plan.lines.map((line) => plannedRow(line, words))
          }
        />
      )}
      <Button disabledFocusable={isWorking} onClick={() => void session.shared.planGivingOut()}>
        {text('plan-give-out')}
      </Button>
    </section>
  );
}

function Plan({ count, plan }: { readonly count: number; readonly plan: readonly GiveOutLine[] }): ReactNode {
  const styles = useShareStyles();
  const { text } = useSharedText();
  const created = plan.filter(({ file }) => file === 'create').length;
  const granted = plan.filter((line) => line.access === 'grant' && doesAnything(line)).length;
  return (
    <>
      <p className={styles.text}>{text('plan-count', { count: created, total: plan.length })}</p>
      {granted > 0 && <p className={styles.text}>{text('access-count', { count: granted })}</p>}
      {count === 0 && <p className={styles.text}>{text('nothing-to-give')}</p>}
    </>
  );
}

/** A line for each agency, narrowed to those with the same done. */
function Rows({ rows }: { readonly rows: readonly GiveOutRow[] }): ReactNode {
  const styles = useShareStyles();
  const { text, digits } = useSharedText();
  const filter = useId();
  const [wanted, want] = useState('');
  const byStep = groupBy(rows, ({ file }) => file);
  // What was chosen may be gone when something was done.
  const shown = byStep.get(wanted) ?? rows;
  return (
    <>
      <label htmlFor={filter}>{text('what-happens')}</label>
      <Select id={filter} value={byStep.has(wanted) ? wanted : ''} onChange={(_, { value }) => want(value)}>
        <option value="">{text('every-line', { count: rows.length })}</option>
        {Array.from(byStep, ([step, { length }]) => (
          <option key={step} value={step}>{`${step} (${digits(length)})`}</option>
        ))}
      </Select>
      <div className={styles.rows} role="group" aria-label={text('give-out')} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              {(['column-agency', 'column-file', 'column-access'] as const).map((column) => (
                <th
                  key={column}
                  scope="col"
                  className={mergeClasses(styles.head, column === 'column-agency' && styles.wide)}
                >
                  {text(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ agency, file, access, why }) => (
              <tr key={agency.code}>
                <th scope="row" className={styles.cell}>
                  {agency.code} {agency.name}
                </th>
                <td className={styles.cell}>
                  {file}
                  {why !== undefined && <span className={styles.line}>{why}</span>}
                </td>
                <td className={styles.cell}>{access}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
