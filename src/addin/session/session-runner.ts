import { isLoadFailure } from '../../usecases/load-failure.ts';
import { HostFault } from '../../usecases/ports/workbook-host.ts';
import { faultNotice, notice, type Notice } from './notice.ts';
import { withRenamed } from './renamed-sheets.ts';
import { checkOf } from './selectors.ts';
import type { Job, SessionPorts, SessionState } from './session-state.ts';

/** Milliseconds after which is tried again what failed because the person was typing. */
const TYPING = 1_000;

/**
 * Holds the state of a session and runs its jobs, one at a time. An error of a job becomes a notice. Changes by hand are checked as they
 * happen: only the changed sheets are read, and nothing is written.
 */
export class SessionRunner {
  readonly #ports: SessionPorts;
  readonly #listeners = new Set<() => void>();
  readonly #changed = new Set<string>();
  readonly #pending = new Map<string, Promise<Notice>>();
  #state: SessionState;
  #isWatching = false;
  #queue: Promise<unknown> = Promise.resolve();
  #stop = new AbortController();

  constructor(ports: SessionPorts, state: SessionState) {
    this.#ports = ports;
    this.#state = state;
  }

  get state(): SessionState {
    return this.#state;
  }

  /** Changes the state, and tells everybody who listens. */
  set(change: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  /** Calls `listener` after each change of the state. @returns a function that ends this */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Stops the current job, if it can be stopped. */
  stop(): void {
    this.#stop.abort();
  }

  /** Runs a job that ends in a notice, which is shown. */
  async run(work: (job: Job) => Promise<Notice>): Promise<Notice> {
    const outcome = await this.serialize(async (job) => {
      await this.watch();
      return work(job);
    });
    return outcome ?? notice('unexpected', { facts: { detail: '' } });
  }

  /** The same, where a second request before the first is done, as by a double click, gets the outcome of the first. */
  once(what: readonly string[], work: (job: Job) => Promise<Notice>): Promise<Notice> {
    const request = JSON.stringify(what);
    const asked = this.#pending.get(request) ?? this.run(work).finally(() => this.#pending.delete(request));
    this.#pending.set(request, asked);
    return asked;
  }

  /** Queues a job. An error becomes a notice. */
  serialize(work: (job: Job) => Promise<Notice | undefined>): Promise<Notice | undefined> {
    const turn = this.#queue.then(async () => {
      this.#stop = new AbortController();
      this.set({ working: { done: 0, total: 0, label: '', canStop: false } });
      let retry: SessionState['retry'];
      // No job works on a workbook in which something is missing that a person has typed.
      await this.#keepTyped();
      const notice = await work(this.#job()).catch((error: unknown) => {
        if (isLoadFailure(error)) retry = () => this.serialize(work);
        return faultNotice(error);
      });
      this.set({ working: undefined, ...(notice === undefined ? {} : { notice, retry }) });
      return notice;
    });
    this.#queue = turn;
    return turn;
  }

  /** Queues work that shows no progress unless it reports some, and that ends without a notice unless it fails or is stopped. */
  quietly(work: (job: Job) => Promise<void>): Promise<void> {
    const turn = this.#queue.then(async () => {
      this.#stop = new AbortController();
      await work(this.#job()).catch((error: unknown) => this.set({ notice: faultNotice(error), retry: undefined }));
      if (this.#state.working !== undefined) this.set({ working: undefined });
    });
    this.#queue = turn;
    return turn;
  }

  /** Does work that nobody asked for: if the person is typing, it waits until that is over, without a notice. */
  async unasked(job: Job, work: (job: Job) => Promise<void>): Promise<void> {
    try {
      await work(job);
    } catch (error) {
      if (!isTyping(error)) throw error;
      void this.#ports.delay(TYPING).then(() => this.quietly((later) => this.unasked(later, work)));
    }
  }

  /** Follows changes by hand from now on. */
  async watch(): Promise<void> {
    if (this.#isWatching) return;
    await this.#ports.live?.watch(({ sheets, renamed }) => {
      if (renamed !== undefined) this.set(withRenamed(this.#state, renamed));
      this.checkSoon(sheets);
    });
    this.#isWatching = true;
  }

  /** Queues a check of sheets that changed. */
  checkSoon(sheets: readonly string[]): void {
    for (const sheet of sheets) this.#changed.add(sheet);
    this.#queue = this.#queue.then(() => this.#checkChanged());
  }

  /** The sheets whose changes are not checked yet, for somebody who checks them at once. */
  takeChanged(): readonly string[] {
    const sheets = [...this.#changed];
    this.#changed.clear();
    return sheets;
  }

  async #checkChanged(): Promise<void> {
    if (checkOf(this.#state) === undefined || this.#changed.size === 0) return;
    const sheets = this.takeChanged();
    try {
      await (await import('./jobs/check.ts')).checkChanged(this.#job(), sheets);
    } catch (error) {
      for (const sheet of sheets) this.#changed.add(sheet);
      const { open } = this.#state;
      if (open?.kind === 'agency' && open.check)
        this.set({ open: { ...open, check: { ...open.check, isStale: true } } });
      // Nobody asked for this check: it waits for the next change, or tries again soon if the person is typing.
      if (isTyping(error)) void this.#ports.delay(TYPING).then(() => this.checkSoon([]));
    }
  }

  /** Writes what was typed. Where that fails it stays, and the next time somebody leaves a field it is tried again. */
  async #keepTyped(): Promise<void> {
    if (this.#state.typed.length === 0) return;
    try {
      await (await import('./jobs/answer.ts')).keepTyped(this.#job());
    } catch {
      // The job that follows says itself what is the matter with the workbook.
    }
  }

  #job(): Job {
    return {
      ports: this.#ports,
      state: () => this.#state,
      signal: this.#stop.signal,
      set: (change) => this.set(change),
      progress: (done, total, label) => this.set({ working: { done, total, label, canStop: true } }),
      changed: (sheets) => this.checkSoon(sheets),
    };
  }
}

function isTyping(error: unknown): boolean {
  return error instanceof HostFault && error.reason === 'cell-in-edit';
}
