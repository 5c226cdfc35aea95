import type { ReadResult } from '../../domain/submissions/submission.ts';
import type { ReadContext } from '../../domain/form/read/read-agency-workbook.ts';

/** Reads workbooks from their bytes, in the calling thread or in several workers. */
export interface WorkbookReader {
  /** How many workbooks it reads at a time; the caller need not hold more in memory. */
  readonly width: number;
  /**
   * Reads one file. An unreadable file gives a problem in the result. The bytes may be transferred and unusable afterwards.
   * @throws {Error} if the reader was closed.
   */
  read(bytes: Uint8Array, file: string): Promise<ReadResult>;
  /** Ends the workers; a read in progress is rejected. */
  close(): void;
}

/** Opens the reader that is fastest for workbooks of one programme and roster that are so many bytes together. */
export type OpenReader = (bytes: number, context: Omit<ReadContext, 'file'>) => WorkbookReader;
