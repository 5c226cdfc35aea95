import type { Progress } from '../../usecases/ports/progress.ts';
import type { Io } from '../io.ts';
import { printable } from './printable.ts';

/** Shows a progress line that disappears at the end; nothing if standard error is not a terminal. */
export function createProgress(io: Io): Progress {
  if (!io.terminal) return () => undefined;
  return (done, total, label) => {
    io.err(done < total ? `\r\u001b[K${done}/${total} ${printable(label)}` : '\r\u001b[K');
  };
}
