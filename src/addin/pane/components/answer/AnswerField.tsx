import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { AnswerCell } from '../../../../domain/form/answers/answer-form.ts';
import { typedAt } from '../../../../domain/form/answers/typed-texts.ts';
import type { AnswerColumn } from '../../../../domain/form/columns.ts';
import { wordsOf, type MessageContext } from '../../../../domain/messages/message.ts';
import type { Programme } from '../../../../domain/programme/programme.ts';
import { cellKey } from '../../../../domain/spreadsheet/address.ts';
import type { FixedCell as CellFix } from '../../../../domain/checks/cell-changes.ts';
import type { Remark } from '../../../../domain/checks/remark.ts';
import type { ViewProps } from '../../view-props.ts';
import { useMessages } from '../../use-messages.ts';
import { useSlice } from '../../use-slice.ts';
import { CellField } from './CellField.tsx';
import { FixedCell } from './FixedCell.tsx';

/** One kind of answer to a measure. */
export interface AnswerFieldProps extends Pick<ViewProps, 'session'> {
  readonly column: AnswerColumn;
  /** From the first row of the measure to the last. */
  readonly cells: readonly AnswerCell[];
  readonly statuses: Programme['statuses'];
  /** Of the whole measure. */
  readonly remarks: readonly Remark[];
  /** Of the whole workbook. */
  readonly fixes: readonly CellFix[];
  readonly context: MessageContext;
}

const useStyles = makeStyles({
  field: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  add: { alignSelf: 'flex-start' },
});

/** The cells of one kind of answer: all that hold something, at least one to write in, and a button for another. */
export function AnswerField(props: AnswerFieldProps): ReactNode {
  const { session, column, cells, statuses, remarks, fixes, context } = props;
  const styles = useStyles();
  const { label, language } = useMessages();
  const typed = useSlice(session, (state) => state.typed);
  /** Cells that were shown once stay, also where they are blank again. */
  const [added, setAdded] = useState<ReadonlySet<string>>(new Set());
  const keyOf = (cell: AnswerCell): string => cellKey(cell.sheet, cell);
  const first = cells.find(({ fixed }) => fixed === undefined);
  const isShown = (cell: AnswerCell): boolean =>
    cell === first || cell.text !== '' || typedAt(typed, cell) !== undefined || added.has(keyOf(cell));
  const shown = cells.filter(isShown);
  const next = cells.find((cell) => !isShown(cell));
  const field = wordsOf(language).fields[column];
  return (
    <div className={styles.field}>
      {shown.map((cell, index) => {
        const name = shown.length === 1 ? field : label('answer-nth', { field, number: index + 1 });
        const own = remarks.filter((remark) => remark.cell !== undefined && isOf(remark, cell));
        const shared = { name, cell, remarks: own, context };
        return cell.fixed === undefined ? (
          <CellField
            key={keyOf(cell)}
            {...shared}
            session={session}
            kind={column}
            statuses={statuses}
            fix={fixes.find((fix) => cellKey(fix.sheet, fix) === keyOf(cell))}
            onType={() => setAdded(new Set([...added, keyOf(cell)]))}
          />
        ) : (
          <FixedCell key={keyOf(cell)} {...shared} reason={cell.fixed} />
        );
      })}
      {next && column !== 'status' && (
        <Button
          size="small"
          appearance="subtle"
          className={styles.add}
          onClick={() => setAdded(new Set([...added, keyOf(next)]))}
        >
          {label('answer-add', { field })}
        </Button>
      )}
    </div>
  );
}

function isOf({ sheet, cell }: Remark, { sheet: ownSheet, row, column }: AnswerCell): boolean {
  return sheet === ownSheet && cell?.row === row && cell.column === column;
}
