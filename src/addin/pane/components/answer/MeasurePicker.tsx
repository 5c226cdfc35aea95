import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import type { MeasureForm } from '../../../../domain/form/answers/answer-form.ts';
import type { MeasureKey } from '../../../../domain/programme/programme.ts';
import { useMessages } from '../../use-messages.ts';
import { MEASURE_HEADING } from './use-measure.ts';

/** Which measure is shown. */
export interface MeasurePickerProps {
  readonly measures: readonly MeasureForm[];
  /** Index of the one that is shown. */
  readonly at: number;
  readonly unanswered: ReadonlySet<MeasureKey>;
  readonly onPick: (at: number) => void;
}

const useStyles = makeStyles({
  picker: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  // No wider than the pane, however long a measure is.
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Chooses the issue and the measure to fill in, or goes on to the next. */
export function MeasurePicker({ measures, at, unanswered, onPick }: MeasurePickerProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const current = measures[at];
  const sheets = [...new Set(measures.map(({ sheet }) => sheet))];
  const hasMoved = useRef(false);
  const pick = (index: number): void => {
    hasMoved.current = true;
    onPick(index);
  };
  // Screen readers go on at the measure, unless a list was used, in which a person may go on choosing.
  useEffect(() => {
    if (hasMoved.current) document.getElementById(MEASURE_HEADING)?.focus();
    hasMoved.current = false;
  }, [at]);
  const isOpen = ({ measure }: MeasureForm): boolean => unanswered.has(measure.key);
  const later = measures.findIndex((measure, index) => index > at && isOpen(measure));
  const next = later >= 0 ? later : measures.findIndex((measure, index) => index < at && isOpen(measure));
  return (
    <div className={styles.picker}>
      <Field className={styles.field} label={label('answer-issue')}>
        <Select
          value={current?.sheet}
          onChange={(_, { value }) => onPick(measures.findIndex(({ sheet }) => sheet === value))}
        >
          {sheets.map((sheet) => (
            <option key={sheet} value={sheet}>
              {sheet}
            </option>
          ))}
        </Select>
      </Field>
      <Field className={styles.field} label={label('answer-measure')}>
        <Select value={at} onChange={(_, { value }) => onPick(Number(value))}>
          {measures.map((each, index) =>
            each.sheet === current?.sheet ? (
              <option key={index} value={index}>
                {label(isOpen(each) ? 'answer-open' : 'answer-done', { measure: nameOf(each) })}
              </option>
            ) : null,
          )}
        </Select>
      </Field>
      <div className={styles.buttons}>
        <Button disabled={at === 0} onClick={() => pick(at - 1)}>
          {label('answer-previous')}
        </Button>
        <Button disabled={at === measures.length - 1} onClick={() => pick(at + 1)}>
          {label('answer-next')}
        </Button>
        {next >= 0 && <Button onClick={() => pick(next)}>{label('answer-next-missing')}</Button>}
      </div>
    </div>
  );
}

function nameOf({ measure: { printed = '', text } }: MeasureForm): string {
  return `${printed} ${text}`.trim();
}
