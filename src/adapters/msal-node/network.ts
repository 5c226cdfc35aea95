import type { INetworkModule, NetworkRequestOptions } from '@azure/msal-node';
import { reasonOfRefusal } from '../../domain/diagnostics/sign-in-reason.ts';
import { LibraryFault } from '../../usecases/ports/document-library.ts';
import { SignInFault } from '../../usecases/ports/sign-in.ts';

/** How the network asks and waits; a test may replace it. */
export interface NetworkOptions {
  readonly fetch: typeof fetch;
  readonly delay: (milliseconds: number) => Promise<void>;
  readonly signal?: AbortSignal | undefined;
}

/** Milliseconds in which an answer must be complete. */
const TIME_LIMIT = 30_000;

/** Milliseconds before the next attempts, where the service does not say how long to wait. */
const PAUSES = [1_000, 3_000, 9_000];

/** Milliseconds that are worth waiting; a person who is told to wait longer does something else meanwhile. */
const LONGEST_PAUSE = 120_000;

/** What Microsoft Entra says when it refuses (RFC 6749, section 5.2). */
interface Refusal {
  readonly error?: string;
  readonly error_description?: string;
}

interface Answer<Body> {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Body;
}

/**
 * The network of msal-node, which itself tries nothing again, waits without end for an answer, and after 429 or 5xx refuses
 * for a minute without asking: it never sees an answer that is worth another attempt.
 */
export class Network implements INetworkModule {
  /** Why the last request failed, in the terms of the port; msal-node keeps only a part of it. */
  failure: LibraryFault | undefined;
  /** The code of the last refusal, such as `invalid_grant`. */
  refusal: string | undefined;
  readonly #options: NetworkOptions;

  constructor(options: NetworkOptions) {
    this.#options = options;
  }

  /** Begins anew: what went wrong before is no part of what is asked for now. */
  forget(): void {
    this.failure = undefined;
    this.refusal = undefined;
  }

  sendGetRequestAsync<Body>(url: string, { headers = {} }: NetworkRequestOptions = {}): Promise<Answer<Body>> {
    return this.#send(url, { method: 'GET', headers });
  }

  sendPostRequestAsync<Body>(
    url: string,
    { headers = {}, body = '' }: NetworkRequestOptions = {},
  ): Promise<Answer<Body>> {
    return this.#send(url, { method: 'POST', headers, body });
  }

  async #send<Body>(url: string, request: RequestInit): Promise<Answer<Body>> {
    const { delay, signal } = this.#options;
    this.forget();
    for (let attempt = 0; ; attempt += 1) {
      signal?.throwIfAborted();
      const answer = await this.#attempt<Body>(url, request);
      if (!('fault' in answer)) return answer;
      const pause = PAUSES[attempt];
      const wait = answer.wait ?? pause ?? 0;
      if (pause === undefined || wait > LONGEST_PAUSE) {
        this.failure = answer.fault;
        throw answer.fault;
      }
      await delay(wait);
    }
  }

  /** An answer that msal-node understands; otherwise a fault, and the milliseconds to wait before another attempt if the service says them. */
  async #attempt<Body>(
    url: string,
    request: RequestInit,
  ): Promise<Answer<Body> | { readonly fault: LibraryFault; readonly wait?: number | undefined }> {
    const { host } = new URL(url);
    const { fetch, signal } = this.#options;
    const limit = AbortSignal.timeout(TIME_LIMIT);
    try {
      const response = await fetch(url, { ...request, signal: signal ? AbortSignal.any([signal, limit]) : limit });
      const { status } = response;
      const text = await response.text();
      if (status === 429 || status >= 500) {
        const wait = millisecondsOf(response.headers.get('Retry-After'));
        return { fault: new LibraryFault(status === 429 ? 'busy' : 'unreachable', '', `${host} ${status}`), wait };
      }
      const body = parsed(text);
      // A page instead of an answer comes from a proxy or from a network that wants a sign-in of its own.
      if (body === undefined) return { fault: new LibraryFault('unreachable', '', `${host} ${status}, no JSON`) };
      if (status >= 400) this.#refused(body);
      return { status, headers: Object.fromEntries(response.headers), body: body as Body };
    } catch (error) {
      signal?.throwIfAborted();
      return { fault: new LibraryFault('unreachable', '', `${host} ${causeOf(error)}`, { cause: error }) };
    }
  }

  #refused({ error = '', error_description: description = '' }: Refusal): void {
    this.refusal = error;
    // Nobody has entered the code yet.
    if (error === 'authorization_pending') return;
    // The first line; the others are numbers of the request, which the administrator's log has too.
    const [line = ''] = description.split(/[\r\n]/);
    this.failure = new SignInFault(reasonOfRefusal(error, description), `${error} ${line}`.trim());
  }
}

/** Seconds or a date (RFC 9110, section 10.2.3), as milliseconds from now. */
function millisecondsOf(retryAfter: string | null): number | undefined {
  if (retryAfter === null) return undefined;
  const wait = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - Date.now();
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The system's code if there is one, such as ENOTFOUND: fetch itself only says that it failed. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error ? ((cause as NodeJS.ErrnoException).code ?? cause.message) : error.name;
}
