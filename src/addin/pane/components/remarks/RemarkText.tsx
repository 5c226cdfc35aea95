import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowRight16Regular } from '@fluentui/react-icons/svg/arrow-right';
import type { ReactNode } from 'react';
import { foundIn, suggestedFor } from '../../../../domain/messages/describe-remark.ts';
import type { Message } from '../../../../domain/messages/message.ts';
import type { Severity } from '../../../../domain/diagnostics/problem.ts';
import type { Remark } from '../../../../domain/checks/remark.ts';
import { useMessages } from '../../use-messages.ts';
import { SeverityMark } from './SeverityMark.tsx';

/** Remarks that say the same. */
export interface RemarkTextProps {
  readonly severity: Severity;
  readonly said: Message;
  /** At least one. */
  readonly remarks: readonly Remark[];
  /** Whether what stands there is shown elsewhere, before and after. */
  readonly isShown?: boolean;
}

const useStyles = makeStyles({
  remark: { overflowWrap: 'anywhere' },
  line: { margin: 0 },
  found: { margin: 0, color: tokens.colorNeutralForeground2 },
  arrow: { verticalAlign: 'middle' },
});

/** How much it matters, what is the matter and how often, what stands there and what it should be, and what to do. */
export function RemarkText({ severity, said, remarks, isShown = false }: RemarkTextProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  return (
    <div className={styles.remark}>
      <p className={styles.line}>
        <SeverityMark severity={severity} /> {said.message}
        {remarks.length > 1 && ` ${label('locations', { count: remarks.length })}`}
      </p>
      {/* Remarks have no names but their order. */}
      {!isShown && remarks.map((remark, index) => <Found key={index} remark={remark} />)}
      <p className={styles.line}>{said.remedy}</p>
    </div>
  );
}

/** What stands there, and what it should be. */
function Found({ remark }: { readonly remark: Remark }): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const [found, suggested] = [foundIn(remark), suggestedFor(remark)];
  if (found === '') return null;
  return (
    <p className={styles.found}>
      {`“${found}”`}
      {suggested && (
        <>
          {' '}
          <ArrowRight16Regular aria-label={label('becomes')} className={styles.arrow} /> {`“${suggested}”`}
        </>
      )}
    </p>
  );
}
