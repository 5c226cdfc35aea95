import { reasonOfRefusal, type SignInReason } from '../../domain/diagnostics/sign-in-reason.ts';
import { LibraryFault } from '../../usecases/ports/document-library.ts';
import { SignInFault } from '../../usecases/ports/sign-in.ts';

/** Codes by which MSAL says that there is no network. */
const NO_NETWORK = new Set([
  'no_network_connectivity',
  'network_error',
  'post_request_failed',
  'get_request_failed',
  'endpoints_resolution_error',
]);

/** Codes by which MSAL itself tells enough. */
const CODES: Readonly<Record<string, SignInReason>> = {
  user_canceled: 'cancelled',
  user_cancelled: 'cancelled',
  popup_window_error: 'window-refused',
  timed_out: 'timed-out',
  monitor_window_timeout: 'timed-out',
};

/** Excel tells so of an address that is not registered (OfficeDev/office-js#6610). */
const WRONG_ORIGIN = /origin is not valid|brk-/i;

/** A failure of MSAL or of Microsoft Entra, by its code and what is said about it. */
export function signInFault(code: string, description: string, options?: ErrorOptions): LibraryFault {
  if (NO_NETWORK.has(code)) return new LibraryFault('unreachable', '', code, options);
  const [line = ''] = description.split(/[\r\n]/);
  const known = CODES[code] ?? (WRONG_ORIGIN.test(description) ? 'misconfigured' : reasonOfRefusal(code, description));
  return new SignInFault(known, `${code} ${line}`.trim(), options);
}
