import type { Remark } from '../../../../domain/checks/remark.ts';
import type { FileProgress } from '../../../session/session-state.ts';

/** The status of a file. */
export interface FileStatus {
  /** The label that says so. */
  readonly label: 'file-waiting' | 'file-unread' | 'file-read' | 'file-with-problems';
  /** How many problems it has. */
  readonly count: number;
}

/**
 * The status of a file. Once all files were read, `problems` has what was found in it, also beside the others; until then it is what
 * reading the file alone has found.
 */
export function statusOf({ path, result }: FileProgress, problems?: readonly Remark[]): FileStatus {
  if (result === undefined) return { label: 'file-waiting', count: 0 };
  const count = problems?.filter(({ file }) => file === path).length ?? result.problems.length;
  if (result.submissions.length === 0) return { label: 'file-unread', count };
  return { label: count === 0 ? 'file-read' : 'file-with-problems', count };
}
