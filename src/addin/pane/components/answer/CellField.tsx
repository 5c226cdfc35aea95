import { Button, Field, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import type { AnswerCell } from '../../../../domain/form/answers/answer-form.ts';
import { typedFault, textAt, typedAt } from '../../../../domain/form/answers/typed-texts.ts';
import type { AnswerColumn } from '../../../../domain/form/columns.ts';
import type { MessageContext } from '../../../../domain/messages/message.ts';
import type { Programme } from '../../../../domain/programme/programme.ts';
import { MAX_CELL_TEXT, MAX_LINE_FEEDS } from '../../../../domain/spreadsheet/limits.ts';
import type { FixedCell } from '../../../../domain/checks/cell-changes.ts';
import { severityOfRemark, type Remark } from '../../../../domain/checks/remark.ts';
import { checkOf } from '../../../session/selectors.ts';
import type { ViewProps } from '../../view-props.ts';
import { useMessages } from '../../use-messages.ts';
import { useSlice } from '../../use-slice.ts';
import { FieldRemarks } from './FieldRemarks.tsx';
import { controlId } from './use-measure.ts';

/** What a field holds. */
export type FieldKind = AnswerColumn | 'contact';

/** A cell that can be written in. */
export interface CellFieldProps extends Pick<ViewProps, 'session'> {
  readonly name: string;
  readonly kind: FieldKind;
  readonly cell: AnswerCell;
  readonly statuses: Programme['statuses'];
  readonly remarks: readonly Remark[];
  /** What would repair the text that stands in the cell; undefined where nothing would. */
  readonly fix: FixedCell | undefined;
  readonly context: MessageContext;
  readonly onType?: () => void;
}

const useStyles = makeStyles({
  // No wider than the pane, however long its text is.
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  // As high as its text, where the browser can do that.
  text: { fieldSizing: 'content', maxHeight: '60vh' },
  box: { maxHeight: 'none' },
  choice: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalXS },
});

/** Lines that a field has while little is in it. */
const ROWS: Readonly<Record<FieldKind, number>> = {
  status: 1,
  result: 4,
  date: 1,
  evidence: 2,
  note: 2,
  contact: 1,
};

/** The control of one cell: a list for a status, else a box for text, with what was found in it below. */
export function CellField(props: CellFieldProps): ReactNode {
  const { session, name, kind, cell, statuses, remarks, fix, context, onType } = props;
  const styles = useStyles();
  const { label } = useMessages();
  const typed = useSlice(session, (state) => typedAt(state.typed, cell));
  const value = typed?.text ?? cell.text;
  const found = useId();
  const type = (text: string): void => {
    onType?.();
    session.answers.type(cell, text);
  };
  const control = {
    id: controlId(cell),
    value,
    'aria-describedby': found,
    'aria-invalid': remarks.some((remark) => severityOfRemark(remark) === 'must'),
  };
  const labels = statuses.map((status) => status.label);
  return (
    <div>
      <Field
        className={styles.field}
        label={{ children: name, htmlFor: controlId(cell) }}
        {...(kind === 'result' ? { hint: label('answer-result-hint') } : {})}
      >
        {kind === 'status' ? (
          <Select
            {...control}
            onChange={(_, data) => {
              type(data.value);
              void session.answers.keep(cell);
            }}
          >
            <option value="">{label('answer-status-none')}</option>
            {value !== '' && !labels.includes(value) && (
              <option value={value}>{label('answer-as-written', { text: value })}</option>
            )}
            {labels.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </Select>
        ) : (
          <Textarea
            {...control}
            className={styles.box}
            textarea={{ className: styles.text }}
            rows={Math.max(ROWS[kind], value.split('\n').length)}
            resize="vertical"
            onChange={(_, data) => type(data.value)}
            onBlur={() => void session.answers.keep(cell)}
          />
        )}
      </Field>
      <div id={found} role="status">
        <Fault session={session} cell={cell} />
        <FieldRemarks remarks={remarks} context={context} />
      </div>
      {fix && typed === undefined && (
        <Button size="small" aria-label={label('fix-cell', { cell: name })} onClick={() => void session.fix([fix])}>
          {label('fix')}
        </Button>
      )}
    </div>
  );
}

/** Why what was typed is not in the workbook, and what to do about it. */
function Fault({ session, cell }: Pick<CellFieldProps, 'session' | 'cell'>): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const content = useSlice(session, (state) => checkOf(state)?.result.content);
  const typed = useSlice(session, (state) => typedAt(state.typed, cell));
  const fault = typed && content && typedFault(typed, content);
  const there = content ? textAt(content, cell) : '';
  switch (fault) {
    case undefined:
      return null;
    case 'too-long':
      return <p>{label('answer-too-long', { most: MAX_CELL_TEXT })}</p>;
    case 'too-many-lines':
      return <p>{label('answer-too-many-lines', { most: MAX_LINE_FEEDS + 1 })}</p>;
    case 'changed-meanwhile':
      return (
        <>
          <p>{label('answer-changed', { text: there === '' ? label('nothing-there') : there })}</p>
          <div className={styles.choice}>
            <Button size="small" onClick={() => void session.answers.insist(cell)}>
              {label('answer-own')}
            </Button>
            <Button size="small" onClick={() => session.answers.forget(cell)}>
              {label('answer-theirs')}
            </Button>
          </div>
        </>
      );
  }
}
