import { cellName } from '../../../../domain/spreadsheet/address.ts';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { describeRemark } from '../../../../domain/messages/describe-remark.ts';
import type { Message, MessageContext } from '../../../../domain/messages/message.ts';
import { groupBy } from '../../../../domain/text/group-by.ts';
import { severityOfRemark, type Remark } from '../../../../domain/checks/remark.ts';
import type { PlannedMove } from '../../../../domain/checks/cell-moves.ts';
import type { FixedCell } from '../../../../domain/checks/cell-changes.ts';
import type { CellLocation } from '../../../../domain/spreadsheet/address.ts';
import { useMessages } from '../../use-messages.ts';
import { CellLink } from '../changes/CellLink.tsx';
import { ChangedText } from '../changes/ChangedText.tsx';
import { shownRepair } from '../changes/shown-change.ts';
import { RemarkText } from '../remarks/RemarkText.tsx';
import type { CellRemarks } from './sheet-groups.ts';

/** The actions on a cell. */
export interface CellActions {
  /** Selects a cell; undefined if cells cannot be selected. */
  readonly onSelect: ((location: CellLocation) => void) | undefined;
  /** Shows the form with the field of a cell. */
  readonly onAnswer: (location: CellLocation) => void;
  readonly onFix: (cells: readonly FixedCell[]) => void;
  readonly onMove: (move: PlannedMove) => void;
}

/** A cell with remarks. */
export interface CellCardProps extends Omit<CellActions, 'onAnswer'> {
  readonly cell: CellRemarks;
  readonly context: MessageContext;
}

const useStyles = makeStyles({
  card: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', gap: tokens.spacingVerticalS },
  fix: { alignSelf: 'flex-start' },
});

/** A cell with its distinct remarks, and its text after the fix. */
export function CellCard({ cell, context, onSelect, onFix, onMove }: CellCardProps): ReactNode {
  const { location, remarks, change, move } = cell;
  const styles = useStyles();
  const { label, language } = useMessages();
  const describe = (remark: Remark): Message => describeRemark(remark, language, context);
  const sayingTheSame = groupBy(remarks, (remark) =>
    JSON.stringify([describe(remark), severityOfRemark(remark), isFixed(remark, change)]),
  );
  return (
    <div className={styles.card}>
      {location && (
        <div>
          <CellLink location={location} onSelect={onSelect} />
        </div>
      )}
      {[...sayingTheSame].map(([key, same]) => {
        const [first] = same;
        return <RemarkText key={key} message={describe(first)} remarks={same} isShown={isFixed(first, change)} />;
      })}
      {move && (
        <Button size="small" className={styles.fix} onClick={() => onMove(move)}>
          {label('move-to', { cell: cellName(move.to) })}
        </Button>
      )}
      {change && (
        <>
          <ChangedText change={shownRepair(change)} />
          <Button
            size="small"
            className={styles.fix}
            aria-label={label('fix-cell', { cell: cellName(change) })}
            onClick={() => onFix([change])}
          >
            {label('fix')}
          </Button>
        </>
      )}
    </div>
  );
}

function isFixed(remark: Remark, change: FixedCell | undefined): boolean {
  return change?.findings.some((finding) => finding === remark) ?? false;
}
