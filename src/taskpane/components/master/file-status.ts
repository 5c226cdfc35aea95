import type { FluentIcon } from '@fluentui/react-icons';
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { Clock16Regular } from '@fluentui/react-icons/svg/clock';
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle';
import { Warning16Filled } from '@fluentui/react-icons/svg/warning';
import type { PaneLabel } from '../../../domain/messages/pane-words.ts';
import type { FileProgress } from '../../session-state.ts';

/** How far a file is, in words and with a sign that needs no colour. */
export interface FileStatus {
  readonly Icon: FluentIcon;
  readonly label: PaneLabel;
  /** How many problems it has. */
  readonly count: number;
}

/** How far a file is. */
export function statusOf({ result }: FileProgress): FileStatus {
  if (result === undefined) return { Icon: Clock16Regular, label: 'file-waiting', count: 0 };
  const count = result.problems.length;
  if (result.submissions.length === 0) return { Icon: ErrorCircle16Filled, label: 'file-unread', count };
  return count === 0
    ? { Icon: CheckmarkCircle16Regular, label: 'file-read', count }
    : { Icon: Warning16Filled, label: 'file-with-problems', count };
}
