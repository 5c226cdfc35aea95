import { makeStyles, tokens } from '@fluentui/react-components';
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle';
import { Info16Regular } from '@fluentui/react-icons/svg/info';
import { Warning16Filled } from '@fluentui/react-icons/svg/warning';
import type { ReactNode } from 'react';
import { wordsOf } from '../../../../domain/messages/message.ts';
import { formatDigits } from '../../../../domain/messages/format-values.ts';
import type { Severity } from '../../../../domain/diagnostics/problem.ts';
import { useMessages } from '../../use-messages.ts';

/** A severity and its number of remarks. */
export interface SeverityMarkProps {
  readonly severity: Severity;
  /** What it is called; its own name where this is left out. */
  readonly words?: string;
  readonly count?: number;
}

const ICONS = { must: ErrorCircle16Filled, should: Warning16Filled, may: Info16Regular } as const;

const useStyles = makeStyles({
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    '> svg': { flexShrink: 0 },
  },
  must: { color: tokens.colorStatusDangerForeground1 },
  should: { color: tokens.colorStatusWarningForeground3 },
  may: { color: tokens.colorNeutralForeground3 },
});

/** A severity as a sign and a word, with the number of remarks. */
export function SeverityMark({ severity, words, count }: SeverityMarkProps): ReactNode {
  const styles = useStyles();
  const { language } = useMessages();
  const Icon = ICONS[severity];
  const counted = count === undefined ? '' : ` ${formatDigits(count, language)}`;
  return (
    <span className={styles.mark}>
      <Icon className={styles[severity]} aria-hidden />
      {`${words ?? wordsOf(language).severities[severity]}${counted}`}
    </span>
  );
}
