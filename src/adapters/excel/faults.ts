import type { HostFaultReason } from '../../domain/diagnostics/host-fault.ts';
import { HostFault } from '../../usecases/ports/workbook-host.ts';

/** Codes of office.js errors, and what they are to a person. */
const REASONS: Readonly<Record<string, HostFaultReason>> = {
  InvalidOperationInCellEditMode: 'cell-in-edit',
  AccessDenied: 'protected',
  RequestPayloadSizeLimitExceeded: 'too-large',
  ResponsePayloadSizeLimitExceeded: 'too-large',
  InvalidOrTimedOutSession: 'session-lost',
  ItemNotFound: 'sheet-gone',
  InvalidSelection: 'no-cells-selected',
  ApiNotFound: 'not-supported',
  NotImplemented: 'not-supported',
  UnsupportedFeature: 'not-supported',
  UnsupportedOperation: 'not-supported',
};

/** The fault behind an error of office.js. Errors that are not of office.js are left as they are: they are ours. */
export function toHostFault(error: unknown): unknown {
  if (error instanceof HostFault || !isOfficeError(error)) return error;
  const reason = REASONS[error.code];
  const detail = reason === 'sheet-gone' ? '' : error.code;
  return new HostFault(reason ?? 'failed', detail, { cause: error });
}

/** Told by its shape: in a page whose office.js was loaded twice, `instanceof` knows only one of the classes. */
function isOfficeError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && 'debugInfo' in error;
}
