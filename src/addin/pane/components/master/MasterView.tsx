import { Button, Divider, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { messageContext } from '../../../../domain/messages/message.ts';
import { TABLE_SHEET } from '../../../../domain/master/sheet-names.ts';
import { receivedOf } from '../../../../domain/submissions/coverage.ts';
import { isMasterOpen, programmeOfReport } from '../../../session/programmes.ts';
import { backupsOf, hasUnsavedAnswers } from '../../../session/selectors.ts';
import type { SessionState } from '../../../session/session-state.ts';
import type { ViewProps } from '../../view-props.ts';
import { useMessages } from '../../use-messages.ts';
import { useSlice } from '../../use-slice.ts';
import { FileChooser } from '../FileChooser.tsx';
import { ArrangeParagraphs } from './ArrangeParagraphs.tsx';
import { Chasing } from './Chasing.tsx';
import { CollectedDetails } from './CollectedDetails.tsx';
import { FileLines } from './FileLines.tsx';
import { FileProblems } from './FileProblems.tsx';
import { BackupSheets } from './BackupSheets.tsx';
import { MergePreview } from './MergePreview.tsx';
import { PutMaster } from './PutMaster.tsx';
import { Received } from './Received.tsx';
import { WriteDocument } from './WriteDocument.tsx';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  text: { margin: 0 },
});

/** Reads agencies' files, shows the result, and puts the report into the open workbook or a new one. */
export function MasterView(props: ViewProps): ReactNode {
  const styles = useStyles();
  const { session } = props;
  const collection = useSlice(session, (state) => state.collection?.kind);
  const backups = useSlice(session, backupsOf);
  const isReport = useSlice(session, (state) => isReportOpen(state, session.isLive));
  return (
    <div className={styles.view}>
      {collection === undefined && <TakeIn {...props} />}
      {collection === 'reading' && <Reading session={session} />}
      {collection === 'read' ? <Collected session={session} /> : <UnreadFiles session={session} />}
      {backups.length > 0 && (
        <BackupSheets
          backups={backups}
          onExchange={() => void session.swapBackups()}
          onDelete={() => void session.deleteBackups()}
        />
      )}
      {isReport && session.isLive && (
        <>
          <Divider />
          <ArrangeParagraphs session={session} />
        </>
      )}
      {isReport && (
        <>
          <Divider />
          <WriteDocument {...props} />
          <Divider />
          <Chasing {...props} />
        </>
      )}
    </div>
  );
}

/** Whether the report is open, with all answers that were read: on a page these go into another file. */
function isReportOpen(state: SessionState, isLive: boolean): boolean {
  const { collection } = state;
  const isWhole = collection === undefined || (isLive && collection.kind === 'read' && !hasUnsavedAnswers(state));
  return isWhole && isMasterOpen(state, programmeOfReport(state).programme);
}

/** Chooses the files to read. */
function TakeIn({ session, openFiles, openDrop }: ViewProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  return (
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
  );
}

/** The progress of reading. */
function Reading({ session }: Pick<ViewProps, 'session'>): ReactNode {
  const collection = useSlice(session, (state) => state.collection);
  return collection && <FileLines files={collection.files} />;
}

/** Why none of the chosen files could be read. */
function UnreadFiles({ session }: Pick<ViewProps, 'session'>): ReactNode {
  const notice = useSlice(session, (state) => state.notice);
  const report = useSlice(session, programmeOfReport);
  if (notice?.kind !== 'message' || notice.code !== 'nothing-read' || notice.remarks.length === 0) return null;
  return <FileProblems problems={notice.remarks} context={messageContext(report, 'office')} />;
}

/** The answers that were read, and the choice where to put the report. */
function Collected({ session }: Pick<ViewProps, 'session'>): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const collection = useSlice(session, (state) => state.collection);
  const backups = useSlice(session, backupsOf).length;
  const canReplace = useSlice(
    session,
    (state) =>
      state.collection?.kind === 'read' && isMasterOpen(state, state.collection.answers.consolidation.programme),
  );
  if (collection?.kind !== 'read') return null;
  const { answers, files, isMerged = false } = collection;
  const { expected, received, missing } = receivedOf(answers.consolidation.agencies);
  return (
    <>
      <Received expected={expected} received={received} />
      <CollectedDetails collected={answers} files={files} missing={missing} />
      {answers.merge?.kind === 'merged' && (
        <MergePreview
          programme={answers.consolidation.programme}
          changes={answers.merge.merged.changes}
          isLive={session.isLive}
          backups={backups}
          onMerge={(sides) => void session.putMerged(sides)}
        />
      )}
      {answers.merge?.kind === 'same' && <p className={styles.text}>{label('merge-nothing-new')}</p>}
      {answers.merge?.kind === 'impossible' && (
        <p className={styles.text}>{label('merge-impossible', { sheet: TABLE_SHEET })}</p>
      )}
      {/* A new report would be without what the merged one has of the edited one. */}
      {!isMerged && (
        <PutMaster
          isNext={answers.merge === undefined || answers.merge.kind === 'impossible'}
          isBesideMaster={answers.merge !== undefined}
          canReplace={session.isLive && canReplace}
          isLive={session.isLive}
          sheets={answers.sheets.map(({ name }) => name)}
          backups={backups}
          onPut={(where) => void session.putMaster(where)}
        />
      )}
      <Button appearance="subtle" onClick={() => session.discardCollected()}>
        {label('choose-others')}
      </Button>
    </>
  );
}
