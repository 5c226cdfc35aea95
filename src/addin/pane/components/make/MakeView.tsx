import { Button, Divider, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { PlainLabel } from '../../../../domain/messages/pane-words.ts';
import type { AgencyCode } from '../../../../domain/programme/roster.ts';
import type { ChosenFiles } from '../../../../usecases/ports/file-store.ts';
import type { Session } from '../../../session/session.ts';
import type { ViewProps } from '../../view-props.ts';
import { useMessages } from '../../use-messages.ts';
import { useSlice } from '../../use-slice.ts';
import { FileChooser } from '../FileChooser.tsx';
import { AgencyChoice } from './AgencyChoice.tsx';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  text: { margin: 0 },
});

/** Makes the workbooks of agencies, or a new report. */
export function MakeView({ session, openFiles, openDrop }: ViewProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const { programme, roster } = useSlice(session, (state) => state.chosen);
  const { agencies } = roster;
  const [chosen, choose] = useState<ReadonlySet<AgencyCode>>(new Set());
  const [lastYear, setLastYear] = useState<ChosenFiles>();
  const isWorking = useSlice(session, ({ working }) => working !== undefined);
  const count = chosen.size;
  const { withoutDownloads } = session;
  return (
    <div className={styles.view}>
      <p className={styles.text}>{label('year', { year: programme.year })}</p>
      <AgencyChoice agencies={agencies} chosen={chosen} onChoose={choose} />
      <p className={styles.text} role="status">
        {label('chosen-agencies', { count, total: agencies.length })}
      </p>
      <FileChooser
        text={label('last-year-choose')}
        hint={label('last-year-choose-hint')}
        isPrimary={false}
        isMany
        onChosen={setLastYear}
        openFiles={openFiles}
        openDrop={openDrop}
      />
      {lastYear && (
        <>
          <p className={styles.text} role="status">
            {label('last-year-chosen', { count: lastYear.paths.length })}
          </p>
          <Button onClick={() => setLastYear(undefined)}>{label('last-year-without')}</Button>
        </>
      )}
      <Button
        appearance="primary"
        disabledFocusable={isWorking}
        onClick={() => void session.makeWorkbooks([...chosen], lastYear)}
      >
        {count === 0 ? label('make') : label('make-count', { count })}
      </Button>
      {count > 0 && <p className={styles.text}>{label(outcomeOf(count, agencies.length, session))}</p>}
      {count > 1 && withoutDownloads && (
        <Button onClick={withoutDownloads.openInBrowser}>{label('open-in-browser')}</Button>
      )}
      <Divider />
      <p className={styles.text}>{label('new-master-hint')}</p>
      <Button disabledFocusable={isWorking} onClick={() => void session.openEmptyMaster()}>
        {label('new-master')}
      </Button>
    </div>
  );
}

/** Says what will be made. */
function outcomeOf(
  count: number,
  total: number,
  { isLive, withoutDownloads }: Pick<Session, 'isLive' | 'withoutDownloads'>,
): PlainLabel {
  if (count > 1 && withoutDownloads !== undefined) return 'several-in-browser';
  if (count === total) return 'all-are-packed';
  if (count > 1) return 'several-are-packed';
  return isLive ? 'one-is-opened' : 'one-is-saved';
}
