import { openGraphLibrary, type GraphLibraryOptions } from '../../../src/adapters/graph/graph-library.ts';
import type { Waiting } from '../../../src/adapters/graph/waiting.ts';
import type { DocumentLibrary } from '../../../src/usecases/ports/document-library.ts';
import type { SignIn } from '../../../src/usecases/ports/sign-in.ts';
import { startGraphServer, type GraphServer } from './graph-server.ts';

/** Somebody who is signed in for good, with the token that the server takes. */
export const SIGNED_IN: SignIn = { token: () => Promise.resolve('token') };

/** Time that passes only when somebody waits, and notes how long. */
export interface FakeTime extends Waiting {
  /** Milliseconds of each wait. */
  readonly waits: readonly number[];
}

/** Where fake time begins, in milliseconds since 1970. */
export const BEGIN = Date.UTC(2026, 0, 1);

/** Time in which nothing takes any. */
export function fakeTime(): FakeTime {
  const waits: number[] = [];
  let now = BEGIN;
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

/** What the tests of a file work with, anew for each. */
export interface OwnGraph {
  readonly server: GraphServer;
  readonly time: FakeTime;
  /** The library's root as its program sees it, opened before anything was seen or goes wrong. */
  readonly library: DocumentLibrary;
  /** Opens the root in another way. */
  readonly open: (options?: Partial<GraphLibraryOptions>) => Promise<DocumentLibrary>;
}

/** Gives every test of the file a server of its own, which has to have nothing to complain about. */
export function ownGraph(): () => OwnGraph {
  let own: OwnGraph | undefined;
  beforeEach(async () => {
    const server = await startGraphServer();
    const time = fakeTime();
    const open: OwnGraph['open'] = (options) =>
      openGraphLibrary(server.link, { base: server.base, signIn: SIGNED_IN, waiting: time, ...options });
    own = { server, time, open, library: await open() };
    server.forget();
  });
  afterEach(async () => {
    await own?.server.close();
  });
  return () => {
    if (own === undefined) throw new Error('there is a server in tests alone');
    return own;
  };
}
