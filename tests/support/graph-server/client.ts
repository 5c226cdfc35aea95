import type { Waiting } from '../../../src/adapters/graph/waiting.ts';
import type { SignIn } from '../../../src/usecases/ports/sign-in.ts';

/** Somebody who is signed in for good, with the token that the server takes. */
export const SIGNED_IN: SignIn = { token: () => Promise.resolve('token') };

/** Time that passes only when somebody waits, and notes how long. */
export interface FakeTime extends Waiting {
  /** Milliseconds of each wait. */
  readonly waits: readonly number[];
}

/** Time in which nothing takes any; it begins at an hour, in milliseconds since 1970. */
export function fakeTime(start = Date.UTC(2026, 0, 1)): FakeTime {
  const waits: number[] = [];
  let now = start;
  return {
    waits,
    now: () => now,
    sleep: async (milliseconds, signal) => {
      signal.throwIfAborted();
      waits.push(milliseconds);
      now += milliseconds;
      await Promise.resolve();
    },
    timeLimit: () => new AbortController().signal,
    random: () => 0.5,
  };
}
