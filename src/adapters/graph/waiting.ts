/** Time, as the client needs it; tests give their own. */
export interface Waiting {
  /** Milliseconds since 1970 in UTC. */
  now(): number;
  /** Rejects with the reason of the signal as soon as it is aborted. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** A signal that is aborted after so many milliseconds. */
  timeLimit(milliseconds: number): AbortSignal;
  /** From 0 to 1, for delays that differ from one another. */
  random(): number;
}

/** Real time. */
export const REAL_TIME: Waiting = {
  now: () => Date.now(),
  sleep(milliseconds, signal) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const slept = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, milliseconds);
    });
    // A timer that is left behind would keep a program from ending.
    return untilAborted(slept, signal).finally(() => clearTimeout(timer));
  },
  timeLimit: (milliseconds) => AbortSignal.timeout(milliseconds),
  random: () => Math.random(),
};

/** The result of a promise, or a rejection with the reason of the signal if that comes first. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(signal.reason as Error);
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}

/** Seconds or a date, as Retry-After has them; in milliseconds from now, undefined where it is neither. */
export function delayOf(header: string | null, now: number): number | undefined {
  if (header === null || header.trim() === '') return undefined;
  const seconds = Number(header);
  const milliseconds = Number.isNaN(seconds) ? Date.parse(header) - now : seconds * 1000;
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}
