import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { describeNotice, leavesWork, type Notice } from '../../session/notice.ts';
import { useMessages } from '../use-messages.ts';

/** The notice, and how to undo and to close it. */
export interface NoticeBarProps {
  readonly notice: Notice | undefined;
  /** Undefined where nothing can be undone. */
  readonly onUndo: (() => void) | undefined;
  /** Undefined where nothing can be tried again. */
  readonly onRetry: (() => void) | undefined;
  readonly onDismiss: () => void;
}

const useStyles = makeStyles({
  // Stays in view when the page is scrolled, and leaves room for what is below it.
  bar: { '@media (min-height: 480px)': { position: 'sticky', top: 0, zIndex: 1 } },
  body: { overflowWrap: 'anywhere', whiteSpace: 'normal' },
  line: { margin: 0 },
});

/** The outcome of the last job, announced when it changes, with a button to undo it. */
export function NoticeBar({ notice, onUndo, onRetry, onDismiss }: NoticeBarProps): ReactNode {
  const styles = useStyles();
  const { language, label } = useMessages();
  const text = notice && describeNotice(notice, language);
  return (
    <div role="status" className={styles.bar}>
      {notice && text && (
        <MessageBar intent={intentOf(notice)} layout="multiline">
          <MessageBarBody className={styles.body}>
            <MessageBarTitle>{text.message}</MessageBarTitle>
            {[text.remedy, ...text.lines].map((line) => (
              <p key={line} className={styles.line}>
                {line}
              </p>
            ))}
          </MessageBarBody>
          <MessageBarActions>
            {onRetry && <Button onClick={onRetry}>{label('try-again')}</Button>}
            {onUndo && <Button onClick={onUndo}>{label('undo')}</Button>}
            <Button appearance="transparent" onClick={onDismiss}>
              {label('close')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
    </div>
  );
}

type Intent = 'error' | 'success' | 'warning' | 'info';

/** Nothing that leaves work to the person looks like a success. */
function intentOf(notice: Notice): Intent {
  const intent = usualIntent(notice);
  return intent === 'success' && leavesWork(notice) ? 'warning' : intent;
}

function usualIntent(notice: Notice): Intent {
  if (notice.kind !== 'message') return 'error';
  switch (notice.code) {
    case 'unexpected':
    case 'not-loaded':
      return 'error';
    case 'not-ready':
    case 'undone-partly':
    case 'redone-partly':
    case 'typed-left':
    case 'pictures-gone':
    case 'not-moved':
    case 'nothing-read':
    case 'not-a-master':
    case 'no-follow-up-sheet':
    case 'no-master-for-document':
    case 'merge-outdated':
    case 'given-out-partly':
    case 'published-kept':
    case 'published-beside':
    case 'not-the-master':
    case 'changed-since-shown':
    case 'arrange-outdated':
    case 'not-arrangeable':
    case 'year-not-usable':
    case 'older-report-unreadable':
    case 'older-report-without-measures':
    case 'year-kept-for-now':
      return 'warning';
    case 'ready':
    case 'converted-to-thai':
    case 'converted-to-arabic':
    case 'undone':
    case 'pictures-undone':
    case 'pictures-redone':
    case 'redone':
    case 'arranged':
    case 'rows-undone':
    case 'fixed':
    case 'moved':
    case 'workbooks-packed':
    case 'workbook-opened':
    case 'workbook-opened-behind':
    case 'workbook-saved':
    case 'collected':
    case 'master-put':
    case 'sheets-exchanged':
    case 'backups-deleted':
    case 'master-opened':
    case 'master-opened-behind':
    case 'master-saved':
    case 'copy-saved':
    case 'copy-saved-same-name':
    case 'copy-saved-unfinished':
    case 'document-saved':
    case 'letters-saved':
    case 'asked-recorded':
    case 'asked-recorded-partly':
    case 'merged':
    case 'merged-saved':
    case 'shared-opened':
    case 'given-out':
    case 'shared-status':
    case 'published':
    case 'sent-back':
    case 'accepted':
    case 'year-opened':
    case 'year-opened-behind':
    case 'year-saved':
    case 'year-kept':
    case 'year-removed':
      return 'success';
    case 'ready-with-notes':
    case 'master-put-without-charts':
    case 'not-agency-workbook':
    case 'nothing-to-convert':
    case 'nothing-to-undo':
    case 'nothing-to-redo':
    case 'no-backups':
    case 'no-paragraph-selected':
    case 'no-agency-chosen':
    case 'no-downloads':
    case 'no-document-downloads':
    case 'no-letters':
    case 'asked-before':
    case 'nothing-owed':
    case 'no-files':
    case 'nothing-collected':
    case 'not-planned':
    case 'stopped':
    case 'year-read':
    case 'older-report-read':
      return 'info';
  }
}
