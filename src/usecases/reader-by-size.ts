import type { WorkbookCodec } from './ports/workbook-codec.ts';
import type { WorkbookReader } from './ports/workbook-reader.ts';

/**
 * Bytes that a workbook may hold, unpacked, to be read in the asking thread: many times those of an agency's workbook, and few enough
 * that no file of them takes long. The reader's time grows with what it reads (tests/adapters/xlsx/hostile.test.ts), at the worst 1.5
 * seconds for 18 MB, and it never reads more than 40 MB of such a file, however often its parts refer to each other.
 * @internal
 */
export const MOST_HERE = 8 * 2 ** 20;

/**
 * A reader that reads small workbooks `here`, in the asking thread, and leaves larger ones to `aside`, where a file that hangs or takes
 * all memory stops no other; it need not start before the first of them comes.
 */
export function readerBySize(
  codec: Pick<WorkbookCodec, 'unpackedSize'>,
  here: WorkbookReader,
  aside: WorkbookReader,
): WorkbookReader {
  return {
    width: aside.width,
    async read(bytes, file) {
      const isSmall = (await codec.unpackedSize(bytes)) <= MOST_HERE;
      return (isSmall ? here : aside).read(bytes, file);
    },
    close: () => {
      here.close();
      aside.close();
    },
  };
}
