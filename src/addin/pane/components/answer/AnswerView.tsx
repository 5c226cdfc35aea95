import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, type ReactNode } from 'react';
import type { MeasureForm } from '../../../../domain/form/answers/answer-form.ts';
import { paneWordsOf } from '../../../../domain/messages/message.ts';
import { unansweredOf } from '../../../../domain/submissions/coverage.ts';
import { formOf, remarksOutside, type CheckedForm } from '../../../../usecases/form-remarks.ts';
import { programmeInUse } from '../../../session/programmes.ts';
import { checkOf } from '../../../session/selectors.ts';
import type { ViewProps } from '../../view-props.ts';
import { useMessages } from '../../use-messages.ts';
import { useSlice } from '../../use-slice.ts';
import { RedoLast, UndoLast } from '../UndoLast.tsx';
import { ContactFields } from './ContactFields.tsx';
import { DraftNote } from './DraftNote.tsx';
import { UnplacedTexts } from './UnplacedTexts.tsx';
import { MeasureFields } from './MeasureFields.tsx';
import { MeasurePicker } from './MeasurePicker.tsx';
import { useMeasure } from './use-measure.ts';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** The open workbook of an agency as a form, one measure after the other. */
export function AnswerView({ session, openFiles, openDrop }: ViewProps): ReactNode {
  const { label, language } = useMessages();
  const form = useForm(session);
  const open = useSlice(session, (state) => state.open?.kind);
  if (form !== undefined && form.measures.length > 0) return <Form {...{ session, form, openFiles, openDrop }} />;
  if (form !== undefined) return <p>{label('answer-nothing')}</p>;
  if (open === undefined || open === 'agency') return <p>{label('checking')}</p>;
  const { message, remedy } = paneWordsOf(language).notices['not-agency-workbook'];
  return (
    <>
      <p>{message}</p>
      <p>{remedy}</p>
    </>
  );
}

/** How often a measure stands on sheets before its own, such as copies: other than their names, that stays when they are renamed. */
function copiesBefore(measures: readonly MeasureForm[], at: number): number {
  return measures.slice(0, at).filter(({ measure }) => measure === measures[at]?.measure).length;
}

/** The form of the workbook as it was checked last; undefined where none was. */
function useForm(session: ViewProps['session']): CheckedForm | undefined {
  const checked = useSlice(session, (state) => checkOf(state)?.result);
  const data = useSlice(session, programmeInUse);
  return useMemo(() => checked && formOf(checked, data), [checked, data]);
}

type FormProps = ViewProps & { readonly form: CheckedForm };

function Form({ session, form, openFiles, openDrop }: FormProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const { programme } = useSlice(session, programmeInUse);
  const unanswered = useMemo(
    () =>
      new Set(
        form.checked.coverage.flatMap((agency) =>
          [...unansweredOf(programme, agency).values()].flatMap((measures) => measures.map(({ key }) => key)),
        ),
      ),
    [form, programme],
  );
  const [at, setAt] = useMeasure(session, form.measures);
  const measure = form.measures[at];
  useEffect(() => session.answers.begin(), [session]);
  const outside = remarksOutside(form).length;
  return (
    <div className={styles.view}>
      <p>{label('answer-hint')}</p>
      <DraftNote session={session} />
      <UnplacedTexts session={session} form={form} />
      <ContactFields session={session} form={form} />
      <MeasurePicker measures={form.measures} at={at} unanswered={unanswered} onPick={setAt} />
      {measure && (
        <MeasureFields
          key={`${measure.measure.key} ${String(copiesBefore(form.measures, at))}`}
          {...{ session, form, measure, openFiles, openDrop }}
        />
      )}
      <div className={styles.actions}>
        <UndoLast session={session} />
        <RedoLast session={session} />
      </div>
      {outside > 0 && <p>{label('answer-elsewhere', { count: outside })}</p>}
    </div>
  );
}
