import type { HostFaultReason } from '../../domain/diagnostics/host-fault.ts';
import { HostFault } from '../../usecases/ports/workbook-host.ts';

/** Codes of office.js errors, and what they are to a person. */
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
};

/** The fault behind an error of office.js. Errors that are not of office.js are left as they are: they are ours. */
export function toHostFault(error: unknown): unknown {
  if (error instanceof HostFault || !isOfficeError(error)) return error;
  if (isMissingSheet(error)) return new HostFault('sheet-gone', '', { cause: error });
  return new HostFault(REASONS[error.code] ?? 'failed', error.code, { cause: error });
}

/** Other things than sheets can be missing too, such as a conditional format that Ctrl+Z brought back (office-js#6396, #6827). */
function isMissingSheet({ code, debugInfo }: OfficeError): boolean {
  return code === 'ItemNotFound' && (debugInfo?.errorLocation ?? '').startsWith('WorksheetCollection.');
}

interface OfficeError extends Error {
  readonly code: string;
  readonly debugInfo?: { readonly errorLocation?: string };
}

/** Told by its shape: in a page whose office.js was loaded twice, `instanceof` knows only one of the classes. */
function isOfficeError(error: unknown): error is OfficeError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && 'debugInfo' in error;
}
