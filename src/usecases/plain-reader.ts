import type { OpenReader } from './ports/workbook-reader.ts';
import type { WorkbookCodec } from './ports/workbook-codec.ts';
import { readWorkbook } from './read-workbook.ts';

/** A reader that works in the calling thread, one workbook at a time. */
export function plainReader(codec: Pick<WorkbookCodec, 'decode'>): OpenReader {
  return (_, context) => ({
    width: 1,
    read: (bytes, file) => readWorkbook(codec, bytes, { ...context, file }),
    close: () => undefined,
  });
}
