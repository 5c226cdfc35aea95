import type { LibraryFaultReason } from '../../domain/diagnostics/library-fault.ts';
import { LibraryFault } from '../ports/document-library.ts';

/** Whether an error is a fault of the library for this reason. */
export function isFault(error: unknown, reason: LibraryFaultReason): error is LibraryFault {
  return error instanceof LibraryFault && error.reason === reason;
}

/** Whether an error concerns a single file that is damaged or no longer exists, so that work on other files can continue. */
export function isUnreadableFile(error: unknown): boolean {
  return isFault(error, 'damaged') || isFault(error, 'missing');
}
