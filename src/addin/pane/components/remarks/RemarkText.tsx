import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowRight16Regular } from '@fluentui/react-icons/svg/arrow-right';
import type { ReactNode } from 'react';
import { foundIn, severityInWords, suggestedFor } from '../../../../domain/messages/describe-remark.ts';
import type { Message } from '../../../../domain/messages/message.ts';
import { severityOfRemark, type Remark } from '../../../../domain/checks/remark.ts';
import { useMessages } from '../../use-messages.ts';
import { SeverityMark } from './SeverityMark.tsx';

/** Remarks that say the same. */
export interface RemarkTextProps {
  readonly message: Message;
  readonly remarks: readonly [Remark, ...Remark[]];
  /** Whether the text before and after the fix is shown elsewhere. */
  readonly isShown?: boolean;
}

const useStyles = makeStyles({
  remark: { overflowWrap: 'anywhere' },
  line: { margin: 0 },
  found: { margin: 0, color: tokens.colorNeutralForeground2 },
  arrow: { verticalAlign: 'middle' },
});

/** The severity, message and number of equal remarks, the text with its suggestion, and the remedy. */
export function RemarkText({ message, remarks, isShown = false }: RemarkTextProps): ReactNode {
  const styles = useStyles();
  const { label, language } = useMessages();
  const [first] = remarks;
  return (
    <div className={styles.remark}>
      <p className={styles.line}>
        <SeverityMark severity={severityOfRemark(first)} words={severityInWords(first, language)} /> {message.message}
        {remarks.length > 1 && ` ${label('locations', { count: remarks.length })}`}
      </p>
      {/* Remarks are identified only by their order. */}
      {!isShown && remarks.map((remark, index) => <Found key={index} remark={remark} />)}
      <p className={styles.line}>{message.remedy}</p>
    </div>
  );
}

/** The text that was found, and the suggestion. */
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
