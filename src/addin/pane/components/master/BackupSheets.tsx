import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useMessages } from '../../use-messages.ts';
import { AskDialog } from '../AskDialog.tsx';

/** Sheets that a report took the place of. */
export interface BackupSheetsProps {
  /** Names of which a sheet is kept; never empty. */
  readonly backups: readonly string[];
  readonly onExchange: () => void;
  readonly onDelete: () => void;
}

const useStyles = makeStyles({
  kept: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  text: { margin: 0, overflowWrap: 'anywhere' },
});

/** Tells of sheets that are kept, and brings them back or, where the person says so once more, deletes them. */
export function BackupSheets({ backups, onExchange, onDelete }: BackupSheetsProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const sheets = backups.join(', ');
  return (
    <div className={styles.kept}>
      <p className={styles.text}>{label('kept-sheets', { count: backups.length })}</p>
      <Button onClick={onExchange}>{label('exchange-kept')}</Button>
      <AskDialog
        text={label('delete-kept-ask')}
        title={label('delete-kept-title')}
        question={label('delete-kept-question', { sheets })}
        answers={[
          { text: label('keep-kept'), isPrimary: true, onChosen: () => undefined },
          { text: label('delete-kept'), onChosen: onDelete },
        ]}
      />
    </div>
  );
}
