import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import type { AnswerCell, FixedReason } from '../../../../domain/form/answers/answer-form.ts';
import type { MessageContext } from '../../../../domain/messages/message.ts';
import type { Remark } from '../../../../domain/checks/remark.ts';
import { useMessages } from '../../use-messages.ts';
import { FieldRemarks } from './FieldRemarks.tsx';
import { controlId } from './use-measure.ts';

/** A cell that only Excel can change without a loss. */
export interface FixedCellProps {
  readonly name: string;
  readonly cell: AnswerCell;
  readonly reason: FixedReason;
  readonly remarks: readonly Remark[];
  readonly context: MessageContext;
}

const useStyles = makeStyles({
  name: { ...typographyStyles.body1, margin: 0 },
  text: {
    margin: 0,
    padding: tokens.spacingHorizontalS,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  reason: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** The text of a cell, and why it cannot be changed here. */
export function FixedCell({ name, cell, reason, remarks, context }: FixedCellProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const id = useId();
  return (
    <div id={controlId(cell)} role="group" aria-labelledby={id} tabIndex={-1}>
      <p id={id} className={styles.name}>
        {name}
      </p>
      <p className={styles.text}>{cell.text}</p>
      <p className={styles.reason}>{label(`fixed-${reason}`)}</p>
      <FieldRemarks remarks={remarks} context={context} />
    </div>
  );
}
