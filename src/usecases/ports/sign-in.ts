import type { SignInReason } from '../../domain/diagnostics/sign-in-reason.ts';
import { LibraryFault } from './document-library.ts';

/** Signs a person or a scheduled run in to the organisation's account. */
export interface SignIn {
  /**
   * An access token for Microsoft Graph, from the cache where one is valid. Asks the person only if it must.
   * @param claims what the service asked for in addition, as JSON text; the cache is passed by
   * @throws {SignInFault} if nobody signed in
   * @throws {LibraryFault} `unreachable` or `busy` if the service cannot be asked
   */
  token(claims?: string): Promise<string>;
  /** Who is signed in; undefined before the first token. */
  readonly account?: { readonly name: string } | undefined;
}

/** Where a person enters which code to sign in a program that has no window. */
export interface DeviceCode {
  readonly code: string;
  readonly url: string;
  /** How long the code can be entered. */
  readonly minutes: number;
}

/** Thrown when nobody is signed in. */
export class SignInFault extends LibraryFault {
  /** What a person can do about it. */
  readonly why: SignInReason;

  constructor(why: SignInReason, detail: string, options?: ErrorOptions) {
    super('signed-out', '', detail, options);
    this.name = 'SignInFault';
    this.why = why;
  }
}

/**
 * Lets one request for a token be under way at a time, so that requests of the library that need one together do not each
 * ask the person. Those that need the same token get the same one.
 */
export function oneAtATime(ask: SignIn['token']): SignIn['token'] {
  const underWay = new Map<string, Promise<string>>();
  let last: Promise<unknown> = Promise.resolve();
  return (claims) => {
    const key = claims ?? '';
    const same = underWay.get(key);
    if (same) return same;
    const token = last.then(() => ask(claims)).finally(() => underWay.delete(key));
    last = token.catch(() => undefined);
    underWay.set(key, token);
    return token;
  };
}
