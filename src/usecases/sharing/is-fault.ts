import type { LibraryFaultReason } from '../../domain/diagnostics/library-fault.ts';
import { LibraryFault } from '../ports/document-library.ts';

/** Whether an error is a fault of the library for this reason. */
export function isFault(error: unknown, reason: LibraryFaultReason): error is LibraryFault {
  return error instanceof LibraryFault && error.reason === reason;
}
