import { Button, Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { Digits } from '../../../../domain/text/thai-digits.ts';
import type { ConversionScope } from '../../../../usecases/convert-open-workbook.ts';
import { useMessages } from '../../use-messages.ts';

/** The options of a conversion. */
export interface DigitChoiceProps {
  /** Whether cells can be selected; otherwise the whole workbook is converted. */
  readonly isLive: boolean;
  /** Whether the button is the next step. */
  readonly isNext: boolean;
  readonly onPreview: (to: Digits, scope: ConversionScope) => void;
}

const DIRECTIONS = { thai: 'to-thai', arabic: 'to-arabic' } as const;
const SCOPES = ['selection', 'sheet', 'workbook'] as const;

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalM },
});

/** Chooses the digits to convert to, and the range. */
export function DigitChoice({ isLive, isNext, onPreview }: DigitChoiceProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const [to, setTo] = useState<Digits>('thai');
  const [scope, setScope] = useState<ConversionScope>(isLive ? 'selection' : 'workbook');
  return (
    <div className={styles.form}>
      <Field label={label('direction')}>
        <RadioGroup value={to} onChange={(_, { value }) => setTo(value === 'arabic' ? 'arabic' : 'thai')}>
          <Radio value="thai" label={label(DIRECTIONS.thai)} />
          <Radio value="arabic" label={label(DIRECTIONS.arabic)} />
        </RadioGroup>
      </Field>
      {isLive && (
        <Field label={label('scope')}>
          <RadioGroup value={scope} onChange={(_, { value }) => setScope(value as ConversionScope)}>
            {SCOPES.map((choice) => (
              <Radio key={choice} value={choice} label={label(choice)} />
            ))}
          </RadioGroup>
        </Field>
      )}
      <Button appearance={isNext ? 'primary' : 'secondary'} onClick={() => onPreview(to, scope)}>
        {label('preview')}
      </Button>
    </div>
  );
}
