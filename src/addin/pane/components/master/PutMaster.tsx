import { Button, makeStyles } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { listPhrase } from '../../../../domain/messages/facts.ts';
import { wordsOf } from '../../../../domain/messages/message.ts';
import { useMessages } from '../../use-messages.ts';
import { AskDialog } from '../AskDialog.tsx';

/** Where a report can be put. */
export interface PutMasterProps {
  /** Whether it can go into the workbook that is open. */
  readonly canReplace: boolean;
  /** Whether it is the next step. */
  readonly isNext: boolean;
  /** Whether a master is open, whose edited wording a new report does not have. */
  readonly isBesideMaster: boolean;
  /** Whether a new workbook is opened, and not saved as a file. */
  readonly isLive: boolean;
  /** Names of the sheets that would be replaced. */
  readonly sheets: readonly string[];
  /** How many backup sheets there are, which are deleted then. */
  readonly backups: number;
  readonly onPut: (where: 'here' | 'new') => void;
}

const useStyles = makeStyles({ hint: { margin: 0 } });

/** Puts the report into a new workbook, or, after a question that says what is replaced, into the open one. */
export function PutMaster({
  canReplace,
  isNext,
  isBesideMaster,
  isLive,
  sheets,
  backups,
  onPut,
}: PutMasterProps): ReactNode {
  const styles = useStyles();
  const hint = useId();
  const { label, language } = useMessages();
  return (
    <>
      <Button
        appearance={isNext ? 'primary' : 'secondary'}
        aria-describedby={isBesideMaster ? hint : undefined}
        onClick={() => onPut('new')}
      >
        {label(isLive ? 'put-new' : 'save-master')}
      </Button>
      {isBesideMaster && (
        <p id={hint} className={styles.hint}>
          {label('put-without-edits')}
        </p>
      )}
      {canReplace && (
        <AskDialog
          text={label('put-here-ask')}
          title={label('put-here-title')}
          question={[
            ...(backups === 0 ? [] : [label('replaces-backups', { count: backups })]),
            label('replaces', { sheets: listPhrase(sheets, wordsOf(language)) }),
          ].join(' ')}
          answers={[
            { text: label('put-new'), isPrimary: true, onChosen: () => onPut('new') },
            { text: label('put-here'), onChosen: () => onPut('here') },
          ]}
        />
      )}
    </>
  );
}
