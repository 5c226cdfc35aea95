import type { PaneLabel } from '../../../domain/messages/pane-words.ts';
import type { FileProgress } from '../../session-state.ts';

/** How far a file is, in words and with a mark that needs no colour. */
export interface FileStatus {
  readonly mark: string;
  readonly label: PaneLabel;
  /** How many problems it has. */
  readonly count: number;
}

/** How far a file is. */
export function statusOf({ result }: FileProgress): FileStatus {
  if (result === undefined) return { mark: '…', label: 'file-waiting', count: 0 };
  const count = result.problems.length;
  if (result.submissions.length === 0) return { mark: '✕', label: 'file-unread', count };
  return count === 0 ? { mark: '✓', label: 'file-read', count } : { mark: '!', label: 'file-with-problems', count };
}
