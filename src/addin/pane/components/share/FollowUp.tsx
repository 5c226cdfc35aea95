import { Button, Field, Input, Link, mergeClasses, Select } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { AgencyCode } from '../../../../domain/programme/roster.ts';
import { dueOf } from '../../../../domain/programme/year-data.ts';
import { latenessOf, type Lateness } from '../../../../domain/sharing/agency-state.ts';
import type { AgencyStatus, LibraryStatus } from '../../../../usecases/sharing/library-status.ts';
import { programmeOfReport } from '../../../session/programmes.ts';
import type { ViewProps } from '../../view-props.ts';
import { useSlice } from '../../use-slice.ts';
import { AgencyFiles } from './AgencyFiles.tsx';
import { MessageToAgency } from './MessageToAgency.tsx';
import { useSharedText } from './use-shared-text.ts';
import { useShareStyles } from './use-share-styles.ts';

type SessionProps = Pick<ViewProps, 'session'>;

/** How far every agency is, who is late, and what to do about one. */
export function FollowUp({ session }: SessionProps): ReactNode {
  const styles = useShareStyles();
  const { text } = useSharedText();
  const status = useSlice(session, ({ shared }) => shared?.status);
  const message = useSlice(session, ({ shared }) => shared?.message);
  const { programme } = useSlice(session, programmeOfReport);
  const due = useSlice(session, ({ settings }) => settings.due) ?? programme.due;
  const isWorking = useSlice(session, ({ working }) => working !== undefined);
  return (
    <section className={styles.part} aria-labelledby="share-progress">
      <h3 id="share-progress" className={styles.heading}>
        {text('progress')}
      </h3>
      <Field className={styles.field} label={text('due')}>
        <Input type="date" value={due} onChange={(_, { value }) => session.set({ due: value })} />
      </Field>
      <Button disabledFocusable={isWorking} onClick={() => void session.shared.readStatus()}>
        {text(status ? 'read-progress-again' : 'read-progress')}
      </Button>
      {message && <MessageToAgency key={message.path} session={session} sent={message} />}
      {status && <Agencies session={session} status={status} due={due} />}
    </section>
  );
}

type Shown = 'all' | 'unfinished' | 'overdue';

function Agencies({
  session,
  status,
  due,
}: SessionProps & { readonly status: LibraryStatus; readonly due: string }): ReactNode {
  const styles = useShareStyles();
  const { text } = useSharedText();
  const [shown, show] = useState<Shown>('all');
  const [asked, ask] = useState<AgencyCode>();
  const now = new Date().toISOString();
  const rows = status.agencies.map((agency) => ({
    agency,
    lateness: due === '' ? undefined : latenessOf(agency, dueOf({ due }, agency.agency), now),
  }));
  const isDone = ({ agency: { state } }: (typeof rows)[number]): boolean =>
    state === 'answered' || state === 'accepted';
  const done = rows.filter(isDone).length;
  const overdue = rows.filter(({ lateness }) => lateness === 'overdue');
  const narrowed = { all: rows, unfinished: rows.filter((row) => !isDone(row)), overdue }[shown];
  const { length: total } = rows;
  return (
    <>
      <p className={styles.text} role="status">
        {text('progress-count', { done, total })}{' '}
        {overdue.length > 0 && text('overdue-count', { count: overdue.length })}
      </p>
      <Field className={styles.field} label={text('with-state')}>
        <Select value={shown} onChange={(_, { value }) => show(value as Shown)}>
          <option value="all">{text('every-line', { count: total })}</option>
          <option value="unfinished">{text('unfinished', { count: total - done })}</option>
          <option value="overdue">{text('overdue', { count: overdue.length })}</option>
        </Select>
      </Field>
      <div className={styles.rows} role="group" aria-label={text('progress')} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={mergeClasses(styles.head, styles.wide)}>
                {text('column-agency')}
              </th>
              <th scope="col" className={styles.head}>
                {text('column-state')}
              </th>
              <th scope="col" className={mergeClasses(styles.head, styles.narrow)}>
                {text('column-answered')}
              </th>
            </tr>
          </thead>
          <tbody>
            {narrowed.map(({ agency, lateness }) => (
              <AgencyRow
                key={agency.agency.code}
                status={agency}
                lateness={lateness}
                onAsk={() => ask(agency.agency.code)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <AgencyFiles session={session} status={status} code={asked} onClose={() => ask(undefined)} />
    </>
  );
}

interface AgencyRowProps {
  readonly status: AgencyStatus;
  readonly lateness: Lateness | undefined;
  readonly onAsk: () => void;
}

function AgencyRow({ status, lateness, onAsk }: AgencyRowProps): ReactNode {
  const styles = useShareStyles();
  const { text, words, digits, time } = useSharedText();
  const { agency, state, answered, expected, savedAt, savedBy, files } = status;
  return (
    <tr>
      <th scope="row" className={styles.cell}>
        <Link as="button" className={styles.agency} onClick={onAsk}>
          {agency.code} {agency.name}
        </Link>
      </th>
      <td className={styles.cell}>
        {words.states[state]}
        {lateness && <span className={styles.late}>{words.lateness[lateness]}</span>}
        {savedAt !== undefined && (
          <span className={styles.line}>
            {savedBy
              ? text('saved-by', { time: time(savedAt), name: savedBy.name })
              : text('saved-at', { time: time(savedAt) })}
          </span>
        )}
        {files.some(({ version }) => version.isOpen) && <span className={styles.line}>{text('file-open')}</span>}
        {files.length > 1 && <span className={styles.line}>{text('copies', { count: files.length })}</span>}
      </td>
      <td className={styles.cell}>
        {digits(answered)}/{digits(expected)}
      </td>
    </tr>
  );
}
