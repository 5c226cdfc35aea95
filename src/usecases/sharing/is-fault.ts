import type { LibraryFaultReason } from '../../domain/diagnostics/library-fault.ts';
import { LibraryFault } from '../ports/document-library.ts';

/** Whether an error is a fault of the library for this reason. */
export function isFault(error: unknown, reason: LibraryFaultReason): error is LibraryFault {
  return error instanceof LibraryFault && error.reason === reason;
}

/** Whether an error is about one file alone: it is damaged, or gone since it was listed. Work on the other files goes on. */
export function isUnreadableFile(error: unknown): boolean {
  return isFault(error, 'damaged') || isFault(error, 'missing');
}
