import type { Progress } from '../../usecases/ports/progress.ts';
import type { Io } from '../io.ts';
import { printable } from './render.ts';

/** A line that counts the steps and goes away at the last; nothing where nobody watches. */
export function createProgress(io: Io): Progress {
  if (!io.terminal) return () => undefined;
  return (done, total, label) => {
    io.err(done < total ? `\r\u001b[K${done}/${total} ${printable(label)}` : '\r\u001b[K');
  };
}
