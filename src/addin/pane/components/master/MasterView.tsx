import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { agencyNames } from '../../../../domain/messages/message.ts';
import { receivedOf } from '../../../../domain/submissions/coverage.ts';
import { isMasterOpen, programmeOfReport } from '../../../session/programmes.ts';
import type { ViewProps } from '../../view-props.ts';
import { useMessages } from '../../use-messages.ts';
import { FileChooser } from '../FileChooser.tsx';
import { CollectedDetails } from './CollectedDetails.tsx';
import { FileLines } from './FileLines.tsx';
import { FileProblems } from './FileProblems.tsx';
import { BackupSheets } from './BackupSheets.tsx';
import { PutMaster } from './PutMaster.tsx';
import { Received } from './Received.tsx';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  text: { margin: 0 },
});

/** Takes in agencies' files, shows what came of them, and puts the report of them where the person says. */
export function MasterView(props: ViewProps): ReactNode {
  const styles = useStyles();
  const { session, state } = props;
  return (
    <div className={styles.view}>
      {state.collected ? <Collected {...props} /> : <TakeIn {...props} />}
      {state.backups.length > 0 && (
        <BackupSheets
          backups={state.backups}
          onExchange={() => void session.swapBackups()}
          onDelete={() => void session.deleteBackups()}
        />
      )}
    </div>
  );
}

/** Before there are answers: the way to them, and how far reading is. */
function TakeIn({ session, state, openFiles, openDrop }: ViewProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const { files, working, notice } = state;
  const unread = notice?.kind === 'said' && notice.code === 'nothing-read' ? notice.remarks : [];
  const isReading = working !== undefined && files.length > 0;
  return (
    <>
      {!isReading && (
        <>
          <FileChooser
            text={label('choose-files')}
            isPrimary
            isMany
            openFiles={openFiles}
            openDrop={openDrop}
            onChosen={(chosen) => void session.collect(chosen)}
          />
          <p className={styles.text}>{label('only-read')}</p>
        </>
      )}
      {isReading && <FileLines files={files} />}
      {unread.length > 0 && <FileProblems problems={unread} names={agencyNames(programmeOfReport(state).roster)} />}
    </>
  );
}

/** What came of the files, and where the report is to go. */
function Collected({ session, state }: ViewProps): ReactNode {
  const { label } = useMessages();
  const { collected, files } = state;
  if (collected === undefined) return null;
  const { consolidation, sheets } = collected;
  const { expected, received, missing } = receivedOf(consolidation.agencies);
  return (
    <>
      <Received expected={expected} received={received} />
      <CollectedDetails collected={collected} files={files} missing={missing} />
      <PutMaster
        canReplace={session.isLive && isMasterOpen(state, consolidation.programme)}
        isLive={session.isLive}
        sheets={sheets.map(({ name }) => name)}
        backups={state.backups.length}
        onPut={(where) => void session.putMaster(where)}
      />
      <Button appearance="subtle" onClick={() => session.discardCollected()}>
        {label('choose-others')}
      </Button>
    </>
  );
}
