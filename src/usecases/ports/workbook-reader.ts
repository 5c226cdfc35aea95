import type { ReadResult } from '../../domain/submissions/submission.ts';
import type { ReadContext } from '../../domain/form/read/read-agency-workbook.ts';

/** Reads workbooks from their bytes: in the asking thread, or in several others. */
export interface WorkbookReader {
  /** How many workbooks it has use for at a time; whoever asks need not hold more in memory. */
  readonly width: number;
  /**
   * What one file holds. A file that cannot be read is a problem in the result. The bytes may be gone afterwards.
   * @throws {Error} where the reader was closed.
   */
  read(bytes: Uint8Array, file: string): Promise<ReadResult>;
  /** Ends what the reader started; a read under way is rejected. */
  close(): void;
}

/** Gives the reader that is fastest for so many workbooks of one programme and roster. */
export type OpenReader = (workbooks: number, context: Omit<ReadContext, 'file'>) => WorkbookReader;
