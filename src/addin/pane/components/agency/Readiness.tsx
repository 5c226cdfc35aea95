import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { countSeverities } from '../../../../domain/messages/describe-remark.ts';
import type { CheckedWorkbook } from '../../../../usecases/check-open-workbook.ts';
import { useMessages } from '../../use-messages.ts';

/** The state of a workbook. */
export interface ReadinessProps {
  readonly checked: Pick<CheckedWorkbook, 'ready' | 'remarks'>;
  /** Where to save it, in the office's own words; empty if not set. */
  readonly folder: string;
  /** The end of the path of the agency's shared folder, if the workbook lies in there. */
  readonly ownFolder: string | undefined;
  /** Whether the workbook is open in Excel, which saves it. */
  readonly isLive: boolean;
  readonly isStale: boolean;
  /** Whether the whole workbook was just checked, because the person asked for it. */
  readonly isWhole: boolean;
}

const useStyles = makeStyles({
  body: { overflowWrap: 'anywhere', whiteSpace: 'normal' },
  line: { margin: 0 },
});

/** Whether the workbook is ready to send and how to save it, or how much there is to correct. */
export function Readiness({
  checked: { ready, remarks },
  folder,
  ownFolder,
  isLive,
  isStale,
  isWhole,
}: ReadinessProps): ReactNode {
  const styles = useStyles();
  const { language, label } = useMessages();
  const counts = countSeverities(remarks, language);
  const location = folder === '' ? label('usual-folder') : `“${folder}”`;
  return (
    <div role="status">
      <MessageBar intent={ready ? 'success' : 'warning'} layout="multiline">
        <MessageBarBody className={styles.body}>
          <MessageBarTitle>{label(ready ? 'ready-to-send' : 'not-ready-to-send')}</MessageBarTitle>
          <p className={styles.line}>{counts === '' ? label('no-remarks') : label('found', { counts })}</p>
          {ready && (
            <p className={styles.line}>
              {ownFolder === undefined
                ? label(isLive ? 'save-in' : 'send-to', { location })
                : label('only-save', { folder: ownFolder })}
            </p>
          )}
          {isWhole && <p className={styles.line}>{label('whole-checked')}</p>}
          {isStale && <p className={styles.line}>{label('stale')}</p>}
        </MessageBarBody>
      </MessageBar>
    </div>
  );
}
