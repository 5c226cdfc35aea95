import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { MendedCell } from '../../../../domain/checks/cell-changes.ts';
import { useVoice } from '../../voice.ts';
import { ChangeList } from '../changes/ChangeList.tsx';
import { shownRepair } from '../changes/shown-change.ts';
import { useExcluded } from '../changes/use-excluded.ts';
import { DialogParts, ModalDialog } from '../ModalDialog.tsx';

/** What can be mended. */
export interface MendDialogProps {
  readonly changes: readonly MendedCell[];
  /** Whether to mend is the next step. */
  readonly isNext: boolean;
  readonly onMend: (cells: readonly MendedCell[]) => void;
}

const useStyles = makeStyles({ hint: { margin: 0 } });

/** A button that shows every repair before and after, and carries out those that are wanted. */
export function MendDialog({ changes, isNext, onMend }: MendDialogProps): ReactNode {
  const { label } = useVoice();
  return (
    <ModalDialog text={label('mend-all', { count: changes.length })} isPrimary={isNext} title={label('mend-title')}>
      {(close) => <Repairs changes={changes} onMend={onMend} onClose={close} />}
    </ModalDialog>
  );
}

function Repairs({
  changes,
  onMend,
  onClose,
}: Omit<MendDialogProps, 'isNext'> & { readonly onClose: () => void }): ReactNode {
  const styles = useStyles();
  const { label } = useVoice();
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
            onMend(wanted);
          }}
        >
          {label('mend-cells', { count: wanted.length })}
        </Button>
      }
      onCancel={onClose}
    />
  );
}
