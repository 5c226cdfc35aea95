import { makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { Clock16Regular } from '@fluentui/react-icons/svg/clock';
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle';
import { Warning16Filled } from '@fluentui/react-icons/svg/warning';
import type { ReactNode } from 'react';
import type { Remark } from '../../../../domain/checks/remark.ts';
import type { FileProgress } from '../../../session/session-state.ts';
import { useMessages } from '../../use-messages.ts';
import { statusOf } from './file-status.ts';

/** The files to list. */
export interface FileLinesProps {
  readonly files: readonly FileProgress[];
  /** All that was found, once all files were read. */
  readonly problems?: readonly Remark[];
}

/** Signs that need no colour. */
const ICONS = {
  'file-waiting': Clock16Regular,
  'file-unread': ErrorCircle16Filled,
  'file-read': CheckmarkCircle16Regular,
  'file-with-problems': Warning16Filled,
} as const;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', overflowWrap: 'anywhere' },
  line: { display: 'grid', gridTemplateColumns: '24px 1fr', padding: `${tokens.spacingVerticalXS} 0` },
  icon: { alignSelf: 'center' },
  status: { gridColumn: 2, color: tokens.colorNeutralForeground3 },
});

/** A line for each chosen file, with its progress. */
export function FileLines({ files, problems }: FileLinesProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  return (
    <ul className={styles.list}>
      {files.map((file) => {
        const { label: status, count } = statusOf(file, problems);
        const Icon = ICONS[status];
        return (
          <li key={file.path} className={styles.line}>
            <Icon aria-hidden className={styles.icon} />
            <span>{file.path}</span>
            <span className={styles.status}>{label(status, { count })}</span>
          </li>
        );
      })}
    </ul>
  );
}
