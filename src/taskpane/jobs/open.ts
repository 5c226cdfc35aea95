import type { FileSource } from '../../usecases/ports.ts';
import { said, type Notice } from '../notice.ts';

/**
 * Reads the one file that a person chose and gives it to `open`; where they chose none or several, a notice says so.
 * @throws {FileFault} where it is refused, as when it was moved meanwhile
 */
export async function openChosen(
  files: FileSource,
  paths: readonly string[],
  open: (path: string, bytes: Uint8Array) => void,
): Promise<Notice | undefined> {
  const [path] = paths;
  if (path === undefined) return said('no-files');
  if (paths.length > 1) return said('one-file', { facts: { count: paths.length } });
  open(path, await files.read(path));
  return undefined;
}
