import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { FixedCell } from '../../../../domain/checks/cell-changes.ts';
import { useMessages } from '../../use-messages.ts';
import { ChangeList } from '../changes/ChangeList.tsx';
import { shownRepair } from '../changes/shown-change.ts';
import { useExcluded } from '../changes/use-excluded.ts';
import { DialogParts, ModalDialog } from '../ModalDialog.tsx';

/** What can be fixed. */
export interface FixDialogProps {
  readonly changes: readonly FixedCell[];
  /** Whether fixing is the next step. */
  readonly isNext: boolean;
  readonly onFix: (cells: readonly FixedCell[]) => void;
}

const useStyles = makeStyles({ hint: { margin: 0 } });

/** A button that shows every fix before and after, and makes those that the person chooses. */
export function FixDialog({ changes, isNext, onFix }: FixDialogProps): ReactNode {
  const { label } = useMessages();
  return (
    <ModalDialog text={label('fix-all', { count: changes.length })} isPrimary={isNext} title={label('fix-title')}>
      {(close) => <Repairs changes={changes} onFix={onFix} onClose={close} />}
    </ModalDialog>
  );
}

function Repairs({
  changes,
  onFix,
  onClose,
}: Omit<FixDialogProps, 'isNext'> & { readonly onClose: () => void }): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const excluded = useExcluded(undefined);
  const wanted = changes.filter((change) => !excluded.has(change));
  return (
    <DialogParts
      content={
        <>
          <p className={styles.hint}>{label('opt-out')}</p>
          <ChangeList changes={changes.map(shownRepair)} excluded={excluded} />
        </>
      }
      actions={
        <Button
          appearance="primary"
          disabled={wanted.length === 0}
          onClick={() => {
            onClose();
            onFix(wanted);
          }}
        >
          {label('fix-cells', { count: wanted.length })}
        </Button>
      }
      onCancel={onClose}
    />
  );
}
