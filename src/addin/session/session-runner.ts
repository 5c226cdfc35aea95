import { isLoadFailure } from '../../usecases/load-failure.ts';
import { HostFault } from '../../usecases/ports/workbook-host.ts';
import { faultNotice, notice, type Notice } from './notice.ts';
import { withRenamed } from './renamed-sheets.ts';
import { checkOf } from './selectors.ts';
import type { Job, SessionPorts, SessionState } from './session-state.ts';

/** Milliseconds to wait before retrying what failed because the person was typing. */
const TYPING_DELAY = 1_000;

/**
 * Holds the state of a session and runs its jobs, one at a time. An error of a job becomes a notice. Sheets that a person edits are checked
 * again at once; only these sheets are read, and nothing is written.
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

  /** Changes the state and notifies the listeners. */
  set(change: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  /** Calls `listener` after each change of the state. @returns a function that unsubscribes it */
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
    const outcome = await this.enqueue(async (job) => {
      await this.watch();
      return work(job);
    });
    return outcome ?? notice('unexpected', { facts: { detail: '' } });
  }

  /**
   * The same, but a second request with the same key, as by a double click, gets the outcome of the first while that is under way.
   * @param key identifies the request
   */
  once(key: readonly string[], work: (job: Job) => Promise<Notice>): Promise<Notice> {
    const request = JSON.stringify(key);
    const outcome = this.#pending.get(request) ?? this.run(work).finally(() => this.#pending.delete(request));
    this.#pending.set(request, outcome);
    return outcome;
  }

  /** Queues a job. An error becomes a notice. */
  enqueue(work: (job: Job) => Promise<Notice | undefined>): Promise<Notice | undefined> {
    const turn = this.#queue.then(async () => {
      this.#stop = new AbortController();
      this.set({ working: { done: 0, total: 0, label: '', canStop: false } });
      let retry: SessionState['retry'];
      // Every job works on a workbook that has what the person typed.
      await this.#keepTyped();
      const notice = await work(this.#job()).catch((error: unknown) => {
        if (isLoadFailure(error)) retry = () => this.enqueue(work);
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

  /** Does work that the person did not request: while the person is typing in Excel it waits, without a notice. */
  async inBackground(job: Job, work: (job: Job) => Promise<void>): Promise<void> {
    try {
      await work(job);
    } catch (error) {
      if (!isTyping(error)) throw error;
      void this.#ports.delay(TYPING_DELAY).then(() => this.quietly((later) => this.inBackground(later, work)));
    }
  }

  /** Starts to watch for a person's edits. */
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

  /** Takes the edited sheets that are not checked yet, for a caller that checks them at once. */
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
      // The person did not request this check: it waits for the next edit, or is retried soon if the person is typing.
      if (isTyping(error)) void this.#ports.delay(TYPING_DELAY).then(() => this.checkSoon([]));
    }
  }

  /** Writes what was typed into the form. If that fails, it is retried when the person leaves a field. */
  async #keepTyped(): Promise<void> {
    if (this.#state.typed.length === 0) return;
    try {
      await (await import('./jobs/answer.ts')).keepTyped(this.#job());
    } catch {
      // The job that follows reports what is wrong with the workbook.
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
