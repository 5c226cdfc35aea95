import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { listPhrase } from '../../../../domain/messages/facts.ts';
import { wordsOf } from '../../../../domain/messages/message.ts';
import { useMessages } from '../../use-messages.ts';
import { AskDialog } from '../AskDialog.tsx';

/** The sheets that a report replaced. */
export interface BackupSheetsProps {
  /** Names of the sheets that have a backup; never empty. */
  readonly backups: readonly string[];
  readonly onExchange: () => void;
  readonly onDelete: () => void;
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  text: { margin: 0, overflowWrap: 'anywhere' },
});

/** Says which sheets have a backup, and restores the backups or, after a question, deletes them. */
export function BackupSheets({ backups, onExchange, onDelete }: BackupSheetsProps): ReactNode {
  const styles = useStyles();
  const { label, language } = useMessages();
  const sheets = listPhrase(backups, wordsOf(language));
  return (
    <div className={styles.root}>
      <p className={styles.text}>{label('backup-sheets', { count: backups.length })}</p>
      <Button onClick={onExchange}>{label('restore-backups')}</Button>
      <AskDialog
        text={label('delete-backups-ask')}
        title={label('delete-backups-title')}
        question={label('delete-backups-question', { sheets })}
        answers={[
          { text: label('keep-backups'), isPrimary: true, onChosen: () => undefined },
          { text: label('delete-backups'), onChosen: onDelete },
        ]}
      />
    </div>
  );
}
