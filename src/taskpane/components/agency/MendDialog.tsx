import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
} from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { MendedCell } from '../../../domain/workbook/cell-changes.ts';
import { useVoice } from '../../voice.ts';
import { ChangeList } from '../changes/ChangeList.tsx';
import { shownRepair } from '../changes/shown-change.ts';
import { useExcluded } from '../changes/use-excluded.ts';

/** What can be mended. */
export interface MendDialogProps {
  readonly changes: readonly MendedCell[];
  readonly onMend: (cells: readonly MendedCell[]) => void;
}

/** A button that shows every repair before and after, and carries out those that are wanted. */
export function MendDialog({ changes, onMend }: MendDialogProps): ReactNode {
  const { label } = useVoice();
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog open={isOpen} onOpenChange={(_, { open }) => setOpen(open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button>{label('mend-all', { count: changes.length })}</Button>
      </DialogTrigger>
      <DialogSurface>
        <Repairs
          changes={changes}
          onMend={(cells) => {
            setOpen(false);
            onMend(cells);
          }}
        />
      </DialogSurface>
    </Dialog>
  );
}

function Repairs({ changes, onMend }: MendDialogProps): ReactNode {
  const { label } = useVoice();
  const excluded = useExcluded(undefined);
  const wanted = changes.filter((change) => !excluded.has(change));
  return (
    <DialogBody>
      <DialogTitle>{label('mend-title')}</DialogTitle>
      <DialogContent>
        <p>{label('opt-out')}</p>
        <ChangeList changes={changes.map(shownRepair)} excluded={excluded} />
      </DialogContent>
      <DialogActions>
        <DialogTrigger disableButtonEnhancement>
          <Button>{label('cancel')}</Button>
        </DialogTrigger>
        <Button appearance="primary" disabled={wanted.length === 0} onClick={() => onMend(wanted)}>
          {label('mend-cells', { count: wanted.length })}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}
