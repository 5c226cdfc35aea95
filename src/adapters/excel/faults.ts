import type { HostFaultReason } from '../../domain/diagnostics/host-fault.ts';
import { HostFault } from '../../usecases/ports/workbook-host.ts';

/** The reasons behind the error codes of office.js. */
const REASONS: Readonly<Record<string, HostFaultReason>> = {
  InvalidOperationInCellEditMode: 'cell-in-edit',
  AccessDenied: 'protected',
  RequestPayloadSizeLimitExceeded: 'too-large',
  ResponsePayloadSizeLimitExceeded: 'too-large',
  InvalidOrTimedOutSession: 'session-lost',
  InvalidSelection: 'no-cells-selected',
  ApiNotFound: 'not-supported',
  NotImplemented: 'not-supported',
  UnsupportedFeature: 'not-supported',
  UnsupportedOperation: 'not-supported',
  UndoNotSupported: 'undo-not-supported',
  // Excel.ErrorCodes; the first where rows go through two tables.
  InsertDeleteConflict: 'rows-held',
  FilteredRangeConflict: 'rows-held',
  MergedRangeConflict: 'rows-held',
};

/**
 * Converts an office.js error to a {@link HostFault}. Other errors are bugs of this program and are returned unchanged.
 */
export function toHostFault(error: unknown): unknown {
  if (error instanceof HostFault || !isOfficeError(error)) return error;
  if (isMissingSheet(error)) return new HostFault('sheet-gone', '', { cause: error });
  return new HostFault(REASONS[error.code] ?? 'failed', error.code, { cause: error });
}

/**
 * Whether a sheet is missing. Other objects can be missing too, such as a conditional format that Ctrl+Z restored
 * (office-js#6396, #6827).
 */
function isMissingSheet({ code, debugInfo }: OfficeError): boolean {
  return code === 'ItemNotFound' && (debugInfo?.errorLocation ?? '').startsWith('WorksheetCollection.');
}

interface OfficeError extends Error {
  readonly code: string;
  readonly debugInfo?: { readonly errorLocation?: string };
}

/** Recognized by its shape: if a page loads office.js twice, `instanceof` knows only one of the two classes. */
function isOfficeError(error: unknown): error is OfficeError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && 'debugInfo' in error;
}
