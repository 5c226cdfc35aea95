import { UnreadableWorkbook } from '../../../usecases/ports/workbook-codec.ts';
import type { ReadLimits } from '../limits.ts';
import { openZip } from './zip-archive.ts';

/** Bytes of all entries, as the directory declares them; 0 for a file that is refused for what it is or declares. */
export function unpackedSize(bytes: Uint8Array, limits: ReadLimits): number {
  try {
    return openZip(bytes, limits).entries.reduce((sum, { size }) => sum + size, 0);
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return 0;
    throw error;
  }
}
