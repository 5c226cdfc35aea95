import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowRight16Regular } from '@fluentui/react-icons/svg/arrow-right';
import type { ReactNode } from 'react';
import { describeRemark, foundIn, suggestedFor } from '../../../domain/messages/describe-remark.ts';
import { agencyNames } from '../../../domain/messages/message.ts';
import type { Roster } from '../../../domain/programme/roster.ts';
import { severityOfRemark, type Remark } from '../../../domain/report/remark.ts';
import { useVoice } from '../../voice.ts';
import { SeverityMark } from './SeverityMark.tsx';

/** A remark. */
export interface RemarkTextProps {
  readonly remark: Remark;
  /** Knows the names of the agencies. */
  readonly roster: Roster;
  /** Whether what stands there is shown elsewhere, before and after. */
  readonly isShown: boolean;
}

const useStyles = makeStyles({
  remark: { overflowWrap: 'anywhere' },
  line: { margin: 0 },
  found: { margin: 0, color: tokens.colorNeutralForeground2 },
  arrow: { verticalAlign: 'middle' },
});

/** How much it matters, what is the matter, what stands there and what it should be, and what to do. */
export function RemarkText({ remark, roster, isShown }: RemarkTextProps): ReactNode {
  const styles = useStyles();
  const { language, label } = useVoice();
  const { message, remedy } = describeRemark(remark, language, agencyNames(roster));
  const [found, suggested] = [foundIn(remark), suggestedFor(remark)];
  return (
    <div className={styles.remark}>
      <p className={styles.line}>
        <SeverityMark severity={severityOfRemark(remark)} /> {message}
      </p>
      {found && !isShown && (
        <p className={styles.found}>
          {`“${found}”`}
          {suggested && (
            <>
              {' '}
              <ArrowRight16Regular aria-label={label('becomes')} className={styles.arrow} /> {`“${suggested}”`}
            </>
          )}
        </p>
      )}
      <p className={styles.line}>{remedy}</p>
    </div>
  );
}
