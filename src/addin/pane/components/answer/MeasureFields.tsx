import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import { ANSWER_COLUMNS, type MeasureForm } from '../../../../domain/form/answers/answer-form.ts';
import { messageContext } from '../../../../domain/messages/message.ts';
import { cellKey } from '../../../../domain/spreadsheet/address.ts';
import { remarksOfMeasure, type CheckedForm } from '../../../../usecases/form-remarks.ts';
import { programmeInUse } from '../../../session/programmes.ts';
import type { ViewProps } from '../../view-props.ts';
import { useMessages } from '../../use-messages.ts';
import { useSlice } from '../../use-slice.ts';
import { AnswerField } from './AnswerField.tsx';
import { FieldRemarks } from './FieldRemarks.tsx';
import { MeasurePictures } from './MeasurePictures.tsx';
import { MEASURE_HEADING } from './use-measure.ts';
import { useTyped } from './use-typed.ts';

/** A measure of the form. */
export interface MeasureFieldsProps extends ViewProps {
  readonly form: CheckedForm;
  readonly measure: MeasureForm;
}

const useStyles = makeStyles({
  measure: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  heading: { ...typographyStyles.subtitle2, margin: 0, overflowWrap: 'anywhere' },
  past: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground3,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
});

/** One measure with the fields of its answer, and what was found in each as it is typed. */
export function MeasureFields({ session, form, measure: one, openFiles, openDrop }: MeasureFieldsProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const data = useSlice(session, programmeInUse);
  const context = messageContext(data, 'agency');
  const { typed, rules } = useTyped(session);
  const remarks = useMemo(() => remarksOfMeasure(form, one, typed, rules), [form, one, typed, rules]);
  const { measure, issue, fields, past } = one;
  const ofIssue = form.measures.filter((each) => each.sheet === one.sheet);
  const cells = new Set(ANSWER_COLUMNS.flatMap((column) => fields[column].map((cell) => cellKey(cell.sheet, cell))));
  const ofMeasure = remarks.filter(({ sheet = '', cell }) => cell === undefined || !cells.has(cellKey(sheet, cell)));
  return (
    <section className={styles.measure} aria-labelledby={MEASURE_HEADING}>
      <p>
        {issue.title} · {label('answer-place', { number: ofIssue.indexOf(one) + 1, total: ofIssue.length })}
      </p>
      <h3 id={MEASURE_HEADING} tabIndex={-1} className={styles.heading}>
        {`${measure.printed ?? ''} ${measure.text}`.trim()}
      </h3>
      <p>{label('answer-party', { party: measure.responsible.printed })}</p>
      {measure.asks !== undefined && <p>{label('answer-asks', { text: measure.asks })}</p>}
      {measure.hint !== undefined && <p>{label('answer-advice', { text: measure.hint })}</p>}
      {past !== '' && (
        <section>
          <h4>{label('answer-past')}</h4>
          <p className={styles.past}>{past}</p>
        </section>
      )}
      <FieldRemarks remarks={ofMeasure} context={context} />
      {ANSWER_COLUMNS.map((column) => (
        <AnswerField
          key={column}
          session={session}
          column={column}
          cells={fields[column]}
          statuses={data.programme.statuses}
          remarks={remarks}
          fixes={form.checked.changes}
          context={context}
        />
      ))}
      <MeasurePictures session={session} measure={one} openFiles={openFiles} openDrop={openDrop} />
    </section>
  );
}
