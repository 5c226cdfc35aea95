import { Accordion, Button, Checkbox, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { describeRule } from '../../../../domain/messages/describe-finding.ts';
import { RULES } from '../../../../domain/checks/rules/registry.ts';
import { useMessages } from '../../use-messages.ts';
import { Details } from '../Details.tsx';

/** The rules that are switched off. */
export interface RuleChoiceProps {
  /** Codes of rules. */
  readonly off: readonly string[];
  readonly onChange: (off: readonly string[]) => void;
}

const useStyles = makeStyles({ list: { display: 'flex', flexDirection: 'column' }, hint: { margin: 0 } });

/** The rules, with a switch for each. */
export function RuleChoice({ off, onChange }: RuleChoiceProps): ReactNode {
  const styles = useStyles();
  const { label, language } = useMessages();
  const isOn = (code: string): boolean => !off.includes(code);
  const inUse = RULES.filter(({ code }) => isOn(code)).length;
  return (
    <Accordion collapsible>
      <Details name="rules" heading={label('rules', { count: inUse, total: RULES.length })}>
        <div className={styles.list}>
          <p className={styles.hint}>{label('rules-hint')}</p>
          {inUse < RULES.length && <Button onClick={() => onChange([])}>{label('all-rules')}</Button>}
          {RULES.map(({ code }) => (
            <Checkbox
              key={code}
              label={describeRule(code, language)}
              checked={isOn(code)}
              onChange={(_, { checked }) =>
                onChange(checked === true ? off.filter((each) => each !== code) : [...off, code])
              }
            />
          ))}
        </div>
      </Details>
    </Accordion>
  );
}
