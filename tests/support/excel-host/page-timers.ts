import { nextTurn } from '../next-turn.ts';

/** Milliseconds below which office.js waits for nothing but its own next step. */
const SOON = 100;

/** What a page has of timers: they go on until the page is closed, and no longer. */
export class PageTimers {
  readonly #pending = new Map<NodeJS.Timeout, number>();

  readonly setTimeout = (run: (...args: unknown[]) => void, delay = 0, ...args: unknown[]): NodeJS.Timeout => {
    const timer = setTimeout(() => {
      this.#pending.delete(timer);
      run(...args);
    }, delay);
    this.#pending.set(timer, delay);
    return timer;
  };

  readonly clearTimeout = (timer: NodeJS.Timeout | undefined): void => {
    clearTimeout(timer);
    if (timer) this.#pending.delete(timer);
  };

  /** Waits until nothing is left to be done but what waits for a time to pass. */
  async idle(): Promise<void> {
    do await nextTurn();
    while ([...this.#pending.values()].some((delay) => delay < SOON));
  }

  /** Ends the page. */
  close(): void {
    for (const timer of this.#pending.keys()) clearTimeout(timer);
    this.#pending.clear();
  }
}
