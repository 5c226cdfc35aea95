import { LibraryFault } from '../../usecases/ports/document-library.ts';
import type { SignIn } from '../../usecases/ports/sign-in.ts';
import { LostAnswer, refusal } from './errors.ts';
import { fieldOf, textOf } from './json.ts';
import { delayOf, untilAborted, type Waiting } from './waiting.ts';

/** Requests under way at once, as Microsoft advises for a client. */
const AT_ONCE = 4;
/** Attempts of one request, however it fails. */
export const ATTEMPTS = 6;
/** The same as long as nothing has ever answered: without a network nobody wants to wait for long. */
const FIRST_ATTEMPTS = 3;
/** Longest wait in milliseconds that a service may ask for before the request is given up. */
const LONGEST_WAIT = 10 * 60_000;
/** Milliseconds for an answer to begin and end; more for a body, at the pace of a slow line of 10 bytes a millisecond. */
const TIME_LIMIT = 60_000;
const SLOWEST = 10;

/** What a client needs of its host. */
export interface ClientOptions {
  /** Address of the API, without a slash at the end. Only its origin ever gets a token. */
  readonly base: string;
  readonly signIn: SignIn;
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
  readonly waiting: Waiting;
  /** For programs outside of browsers, which have one of their own. */
  readonly userAgent: string | undefined;
}

/** A request to the API. */
export interface GraphRequest {
  readonly method?: 'GET' | 'POST' | 'PUT';
  /** Path behind the base, or a link that the service gave. */
  readonly url: string;
  /** Name of what it is about, for faults. */
  readonly item: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: object;
  readonly bytes?: Uint8Array;
  /** Whether doing it twice is the same as doing it once. Otherwise {@link LostAnswer} is thrown where it may have been done. */
  readonly isRepeatable: boolean;
  /** Whether what it is about was made just now, so that it may not be found at first. */
  readonly isFresh?: boolean;
}

/** An answer that is not a refusal. */
export interface GraphAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
}

/** An answer of any status, of the API or of a host where bytes are kept. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

/** A request to a host where bytes are kept; it gets no token. */
export interface BareRequest {
  readonly method?: 'GET' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly item: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly bytes?: Uint8Array;
  /** Bytes that are expected, for the time limit. */
  readonly expected?: number;
}

/** Sends requests: few at a time, again where that is safe, and no faster than the service asks for. */
export class GraphClient {
  readonly #options: ClientOptions;
  readonly #origin: string;
  readonly #queue: (() => void)[] = [];
  /** What is under way. One signal for each: Node warns of one with many listeners. */
  readonly #underWay = new Set<AbortController>();
  #free = AT_ONCE;
  #wasReached = false;
  #pausedUntil = 0;

  constructor(options: ClientOptions) {
    this.#options = options;
    this.#origin = new URL(options.base).origin;
    const { signal } = options;
    signal.addEventListener('abort', () => this.#underWay.forEach((each) => each.abort(signal.reason)), { once: true });
  }

  /** Whether an address is one of the API's own; no other gets a token. */
  owns(url: string): boolean {
    return originOf(url) === this.#origin;
  }

  /**
   * Sends a request until it is answered for good.
   * @throws {LibraryFault} for a refusal, or after the last attempt
   */
  async request(asked: GraphRequest): Promise<GraphAnswer> {
    const url = /^https?:/.test(asked.url) ? asked.url : this.#options.base + asked.url;
    if (!this.owns(url)) throw new LibraryFault('unexpected', asked.item, `link to ${originOf(url) ?? url}`);
    let token = await this.#token(asked.item);
    let isRenewed = false;
    for (let attempt = 1; ; attempt++) {
      const answer = await this.#tryOnce(asked, url, token);
      const isLast = attempt === ATTEMPTS;
      if (answer instanceof LostAnswer) {
        if (!asked.isRepeatable || attempt >= (this.#wasReached ? ATTEMPTS : FIRST_ATTEMPTS)) throw answer;
        await this.backOff(attempt);
        continue;
      }
      const { status, headers } = answer;
      if (status >= 200 && status < 300) return answer;
      const claims = claimsOf(headers);
      if ((status === 401 || (status === 403 && claims !== undefined)) && !isRenewed) {
        isRenewed = true;
        token = await this.#token(asked.item, claims);
      } else if (isLast) throw refusal(answer, asked.item);
      else if (status === 429 || status === 503) {
        this.heed(headers, attempt, asked.item);
        // The front of the service says so too when what is behind it does not answer in time.
        if (status === 503 && !asked.isRepeatable) throw lost(answer, asked.item);
      } else if (status === 404 && asked.isFresh === true) await this.backOff(attempt);
      else throw refusal(answer, asked.item);
    }
  }

  /**
   * Sends a request once to a host where bytes are kept.
   * @throws {LostAnswer} if no whole answer comes
   */
  async bare({ item, expected = 0, ...asked }: BareRequest): Promise<RawAnswer> {
    return this.#send(asked.url, { ...asked, redirect: 'follow' }, item, expected);
  }

  /** Tells a host that an upload is not wanted any more, also when everything else is aborted; nothing waits for the answer. */
  cancel(url: string): void {
    const { fetch, waiting } = this.#options;
    fetch(url, { method: 'DELETE', credentials: 'omit', signal: waiting.timeLimit(TIME_LIMIT) }).catch(() => undefined);
  }

  /** Lets every request wait as long as a busy service asks for, and a little longer each time. */
  heed(headers: Headers, attempt: number, item: string): void {
    const { waiting } = this.#options;
    const now = waiting.now();
    // The greatest: Retry-After may be shorter than the time until there are units again, and over by a clock that is wrong.
    const asked = ['Retry-After', 'RateLimit-Reset'].map((name) => delayOf(headers.get(name), now) ?? 0);
    const wait = Math.max(this.#delay(attempt), ...asked);
    if (wait > LONGEST_WAIT) throw new LibraryFault('busy', item, `Retry-After ${Math.ceil(wait / 1000)} s`);
    this.#pausedUntil = Math.max(this.#pausedUntil, now + wait);
  }

  /** Waits before another attempt: about 1, 2, 4 … seconds. */
  backOff(attempt: number): Promise<void> {
    return this.#abortable(({ signal }) => this.#options.waiting.sleep(this.#delay(attempt), signal));
  }

  #delay(attempt: number): number {
    return 1000 * 2 ** (attempt - 1) * (0.5 + this.#options.waiting.random());
  }

  async #tryOnce(asked: GraphRequest, url: string, token: string): Promise<GraphAnswer | LostAnswer> {
    const { method = 'GET', headers, json, bytes, item } = asked;
    const { userAgent } = this.#options;
    try {
      const answer = await this.#send(
        url,
        {
          method,
          // A redirect could lead the token elsewhere.
          redirect: 'manual',
          headers: {
            Accept: 'application/json',
            ...headers,
            ...(json && { 'Content-Type': 'application/json' }),
            ...(bytes && { 'Content-Type': 'application/octet-stream' }),
            ...(userAgent !== undefined && { 'User-Agent': userAgent }),
            Authorization: `Bearer ${token}`,
          },
          ...(json && { bytes: new TextEncoder().encode(JSON.stringify(json)) }),
          ...(bytes && { bytes }),
        },
        item,
      );
      const read = { status: answer.status, headers: answer.headers, json: parsed(answer) };
      const isPage = read.json === undefined && answer.status >= 200 && answer.status < 300 && answer.status !== 204;
      // A page in place of JSON comes from a proxy; a gateway's error tells nothing of the service behind it.
      if (isPage || [500, 502, 504].includes(answer.status)) return lost(read, item);
      return read;
    } catch (error) {
      if (error instanceof LostAnswer) return error;
      throw error;
    }
  }

  async #send(
    url: string,
    asked: Pick<BareRequest, 'headers' | 'bytes'> & { readonly method?: string; readonly redirect: RequestRedirect },
    item: string,
    expected = 0,
  ): Promise<RawAnswer> {
    const { fetch, waiting } = this.#options;
    const { method = 'GET', headers = {}, bytes, redirect } = asked;
    await this.#enter();
    try {
      const pause = this.#pausedUntil - waiting.now();
      if (pause > 0) await this.#abortable(({ signal }) => waiting.sleep(pause, signal));
      return await this.#abortable(async (abort) => {
        const limit = waiting.timeLimit(TIME_LIMIT + Math.max(expected, bytes?.length ?? 0) / SLOWEST);
        limit.addEventListener('abort', () => abort.abort(limit.reason), { once: true, signal: abort.signal });
        const response = await fetch(url, {
          ...{ method, headers, redirect, credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' },
          ...(bytes && { body: bytes as Uint8Array<ArrayBuffer> }),
          signal: abort.signal,
        });
        const { status } = response;
        this.#wasReached = true;
        return { status, headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) };
      });
    } catch (error) {
      this.#options.signal.throwIfAborted();
      throw new LostAnswer('unreachable', item, networkDetail(error), { cause: error });
    } finally {
      this.#leave();
    }
  }

  async #enter(): Promise<void> {
    if (this.#free > 0) this.#free--;
    else
      await this.#abortable(({ signal }) => untilAborted(new Promise<void>((next) => this.#queue.push(next)), signal));
  }

  /** Does something that ends with the reason of the library's signal when that is aborted. */
  async #abortable<T>(action: (abort: AbortController) => Promise<T>): Promise<T> {
    this.#options.signal.throwIfAborted();
    const abort = new AbortController();
    this.#underWay.add(abort);
    try {
      return await action(abort);
    } finally {
      this.#underWay.delete(abort);
    }
  }

  #leave(): void {
    const next = this.#queue.shift();
    if (next) next();
    else this.#free++;
  }

  async #token(item: string, claims?: string): Promise<string> {
    try {
      return await this.#abortable(({ signal }) => untilAborted(this.#options.signIn.token(claims), signal));
    } catch (error) {
      this.#options.signal.throwIfAborted();
      if (error instanceof LibraryFault) throw error;
      throw new LibraryFault('signed-out', item, String(error), { cause: error });
    }
  }
}

/** What Conditional Access asks for in addition, as JSON text. */
function claimsOf(headers: Headers): string | undefined {
  const coded = /\bclaims="([\w+/=-]+)"/.exec(headers.get('WWW-Authenticate') ?? '')?.[1];
  if (coded === undefined) return undefined;
  try {
    const bytes = Uint8Array.from(atob(coded.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    return undefined;
  }
}

/** The JSON of an answer; undefined where it is none. */
export function parsed({ bytes }: Pick<RawAnswer, 'bytes'>): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

function lost(answer: GraphAnswer, item: string): LostAnswer {
  const { reason, detail } = refusal(answer, item);
  return new LostAnswer(reason === 'busy' ? 'busy' : 'unreachable', item, detail);
}

function originOf(url: string): string | undefined {
  try {
    return new URL(url).origin;
  } catch {
    return undefined;
  }
}

/** The system's code of a failed connection where it is told, as in Node; else the words of the browser. */
function networkDetail(error: unknown): string {
  return textOf(fieldOf(error, 'cause'), 'code') ?? textOf(error, 'message') ?? String(error);
}
