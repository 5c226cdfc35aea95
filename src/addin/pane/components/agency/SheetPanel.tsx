import { cellKey } from '../../../../domain/spreadsheet/address.ts';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { MessageContext } from '../../../../domain/messages/message.ts';
import { useMessages } from '../../use-messages.ts';
import { InSteps } from '../changes/InSteps.tsx';
import { CellCard, type CellActions } from './CellCard.tsx';
import { MissingAnswers } from './MissingAnswers.tsx';
import type { SheetGroup } from './sheet-groups.ts';

/** A sheet with its remarks. */
export interface SheetPanelProps extends CellActions {
  readonly group: SheetGroup;
  readonly context: MessageContext;
}

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalM,
  },
});

/** The missing answers of a sheet, then its cells with remarks. */
export function SheetPanel({ group, context, onSelect, onAnswer, onFix, onMove }: SheetPanelProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const cells = group.cells.map((cell, index) => ({
    cell,
    key: cell.location ? cellKey(cell.location.sheet, cell.location) : String(index),
  }));
  return (
    <div className={styles.panel}>
      <MissingAnswers missing={group.missing} onSelect={onSelect ?? onAnswer} />
      {cells.length === 0 && group.missing.length === 0 && label('no-remarks')}
      {cells.length > 0 && (
        <InSteps items={cells} keyOf={({ key }) => key}>
          {({ cell }) => <CellCard cell={cell} context={context} onSelect={onSelect} onFix={onFix} onMove={onMove} />}
        </InSteps>
      )}
    </div>
  );
}
