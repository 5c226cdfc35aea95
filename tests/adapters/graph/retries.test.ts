import { REAL_TIME } from '../../../src/adapters/graph/waiting.ts';
import { LibraryFault } from '../../../src/usecases/ports/document-library.ts';
import { reasonOf, workbook } from '../../contracts/document-library.contract.ts';
import { BEGIN, ownGraph, SIGNED_IN } from '../../support/graph-server/client.ts';
import { busy, CLAIMS, FAULTS, type Fault } from '../../support/graph-server/faults.ts';

const graph = ownGraph();

/** Statuses of what was asked, in order. */
const statuses = (): readonly (number | string)[] => graph().server.seen.map(({ status }) => status);

describe('a busy service', () => {
  const date = new Date(BEGIN + 90_000).toUTCString();
  it.each<readonly [string, Fault, number]>([
    ['429 with seconds', busy(429, { 'Retry-After': '7' }), 7_000],
    ['503 with seconds', busy(503, { 'Retry-After': '7' }), 7_000],
    ['429 with a date', busy(429, { 'Retry-After': date }), 90_000],
    ['503 with a date', busy(503, { 'Retry-After': date }), 90_000],
    ['429 with nothing', busy(429), 1_000],
    ['503 with nothing', busy(503), 1_000],
    ['429 with what is neither', busy(429, { 'Retry-After': 'soon' }), 1_000],
    ['429 with a date that is over', busy(429, { 'Retry-After': new Date(BEGIN - 5_000).toUTCString() }), 1_000],
    ['429 with no time at all', busy(429, { 'Retry-After': '0' }), 1_000],
    ['429 with a later RateLimit-Reset', busy(429, { 'Retry-After': '5', 'RateLimit-Reset': '31' }), 31_000],
    ['429 with an earlier RateLimit-Reset', busy(429, { 'Retry-After': '31', 'RateLimit-Reset': '5' }), 31_000],
    ['429 with RateLimit-Reset alone', busy(429, { 'RateLimit-Reset': '12' }), 12_000],
  ])('is left alone as long as it says: %s', async (_, fault, wait) => {
    const { server, library, time } = graph();
    server.failNext(fault);
    expect(await library.children(library.root)).toEqual([]);
    expect(time.waits).toEqual([wait]);
    expect(statuses()).toHaveLength(2);
  });

  it('is left alone by every request, not only by the one that it refused', async () => {
    const { server, library, time } = graph();
    server.failNext(busy(429, { 'Retry-After': '60' }));
    await library.children(library.root);
    expect(time.now()).toBe(BEGIN + 60_000);
    await Promise.all(Array.from({ length: 8 }, () => library.children(library.root)));
    expect(time.now()).toBe(BEGIN + 60_000);
  });

  it('may be busy in the middle of creating, which is done once', async () => {
    const { server, library } = graph();
    server.failNext(busy(429, { 'Retry-After': '1' }));
    server.failNext(busy(503, { 'Retry-After': '1' }));
    await library.create(library.root, 'a.xlsx', workbook('1'));
    expect(server.drive.at('a.xlsx')?.versions).toHaveLength(1);
    // After 503 it looks first: what was behind may have done it.
    expect(server.seen.map(({ method }) => method)).toEqual(['PUT', 'PUT', 'GET', 'GET', 'PUT']);
  });

  it.each([429, 503] as const)('is asked six times with %i, and no more', async (status) => {
    const { server, library } = graph();
    server.trouble = () => busy(status, { 'Retry-After': '10' });
    expect(await reasonOf(library.children(library.root))).toBe('busy');
    expect(statuses()).toEqual(Array(6).fill(status));
  });

  it('is not waited for longer than ten minutes', async () => {
    const { server, library, time } = graph();
    server.failNext(busy(429, { 'Retry-After': '3600' }));
    await expect(library.children(library.root)).rejects.toMatchObject({
      reason: 'busy',
      detail: 'Retry-After 3600 s',
    });
    expect(time.waits).toEqual([]);
  });
});

describe('a request whose answer does not come', () => {
  it.each<readonly [string, Fault]>([
    ['500', FAULTS.serverError],
    ['502', FAULTS.badGateway],
    ['502 with a page', FAULTS.pageOfGateway],
    ['504', FAULTS.gatewayTimeout],
    ['504 after all', FAULTS.lateGateway],
    ['a connection that is cut', FAULTS.cutBefore],
    ['a connection that is cut in the middle', FAULTS.cutBody],
    ['a page instead of JSON', FAULTS.page],
  ])('is sent again if it only reads: %s', async (_, fault) => {
    const { server, library, time } = graph();
    server.failNext(fault);
    server.failNext(fault);
    expect(await library.children(library.root)).toEqual([]);
    expect(time.waits).toEqual([1_000, 2_000]);
    server.trouble = () => fault;
    expect(await reasonOf(library.children(library.root))).toBe('unreachable');
    expect(statuses()).toHaveLength(3 + 6);
  });

  it('is given up when its time is over, and sent again', async () => {
    const { server, time, open } = graph();
    const limits: AbortController[] = [];
    const timeLimit = (): AbortSignal => {
      limits.push(new AbortController());
      return limits.at(-1)?.signal ?? AbortSignal.abort();
    };
    const library = await open({ waiting: { ...time, timeLimit } });
    server.forget();
    server.failNext(FAULTS.silence, () => {
      limits.at(-1)?.abort();
      return true;
    });
    expect(await library.children(library.root)).toEqual([]);
    expect(statuses()).toEqual(['silence', 200]);
  });

  it('says soon that the service cannot be reached, where nothing has ever answered', async () => {
    const { server, open, time } = graph();
    await server.close();
    await expect(open()).rejects.toMatchObject({ reason: 'unreachable', detail: 'ECONNREFUSED' });
    expect(time.waits).toEqual([1_000, 2_000]);
  });
});

describe('a refusal', () => {
  it.each<readonly [keyof typeof FAULTS, string, string]>([
    ['forbidden', 'denied', '403 accessDenied'],
    ['notFound', 'missing', '404 itemNotFound'],
    ['conflict', 'exists', '409 nameAlreadyExists'],
    ['lockedInner', 'locked', '423 notAllowed (resourceLocked)'],
    ['locked', 'locked', '423 resourceLocked'],
    ['lockedDenied', 'locked', '423 accessDenied'],
    ['full', 'full', '507 quotaLimitReached'],
    ['notSupported', 'unexpected', '400 notSupported'],
  ])('%s is final: %s', async (name, reason, detail) => {
    const { server, library } = graph();
    server.failNext(FAULTS[name]);
    const id = '5ca1ab1e-0000-4000-8000-000000000000';
    const fault = { reason, item: 'a.xlsx', detail: `${detail}, request-id ${id}` };
    await expect(library.create(library.root, 'a.xlsx', workbook('1'))).rejects.toMatchObject(fault);
    expect(statuses()).toHaveLength(1);
    expect(server.drive.at('a.xlsx')).toBeUndefined();
  });

  it.each<readonly [keyof typeof FAULTS, string]>([
    ['preconditionFailed', 'changed'],
    ['conflictOnReplace', 'changed'],
    ['lockedInner', 'locked'],
    ['locked', 'locked'],
    ['lockedDenied', 'locked'],
    ['forbidden', 'denied'],
    ['full', 'full'],
  ])('%s leaves the version that was to be replaced: %s', async (name, reason) => {
    const { server, library } = graph();
    const made = await library.create(library.root, 'a.xlsx', workbook('1'));
    server.failNext(FAULTS[name], ({ method }) => method === 'PUT');
    expect(await reasonOf(library.replace(made, workbook('2')))).toBe(reason);
    expect(server.drive.at('a.xlsx')?.versions).toHaveLength(1);
  });
});

describe('a token', () => {
  it('is asked for anew, once, when it is not valid any more', async () => {
    const { server, open } = graph();
    const tokens = ['token', 'expired', 'token'];
    const library = await open({ signIn: { token: () => Promise.resolve(tokens.shift() ?? 'expired') } });
    server.forget();
    expect(await library.children(library.root)).toEqual([]);
    expect(statuses()).toEqual([401, 200]);
    expect(await reasonOf(library.children(library.root))).toBe('signed-out');
    expect(statuses()).toEqual([401, 200, 401, 401]);
  });

  it.each(['claims', 'claimsForbidden'] as const)('is asked for with what the service demands: %s', async (name) => {
    const { server, open } = graph();
    const asked: (string | undefined)[] = [];
    const library = await open({
      signIn: {
        token: (claims) => {
          asked.push(claims);
          return SIGNED_IN.token();
        },
      },
    });
    server.failNext(FAULTS[name]);
    await library.children(library.root);
    expect(asked).toEqual([undefined, undefined, CLAIMS]);
  });

  it('that cannot be had is said as it is', async () => {
    const { open } = graph();
    const cancelled = new LibraryFault('signed-out', '', 'user_canceled');
    await expect(open({ signIn: { token: () => Promise.reject(cancelled) } })).rejects.toBe(cancelled);
    const other = { signIn: { token: () => Promise.reject(new Error('no window')) } };
    await expect(open(other)).rejects.toMatchObject({ reason: 'signed-out', detail: 'Error: no window' });
  });
});

describe('aborting', () => {
  const reason = new Error('the person left');

  it.each<readonly [string, Fault]>([
    ['for a busy service', busy(429, { 'Retry-After': '500' })],
    ['after a lost answer', FAULTS.cutBefore],
  ])('ends a wait at once: %s', async (_, fault) => {
    const { server, time, open } = graph();
    const controller = new AbortController();
    const sleep: typeof time.sleep = (milliseconds, signal) => {
      setImmediate(() => controller.abort(reason));
      return REAL_TIME.sleep(milliseconds, signal);
    };
    const library = await open({ signal: controller.signal, waiting: { ...time, sleep } });
    server.failNext(fault);
    await expect(library.children(library.root)).rejects.toBe(reason);
  });

  it('ends what is under way and what waits for its turn, at once', async () => {
    const { server, open } = graph();
    const controller = new AbortController();
    const library = await open({ signal: controller.signal });
    server.forget();
    let arrived = 0;
    server.trouble = () => {
      if (++arrived === 4) controller.abort(reason);
      return FAULTS.silence;
    };
    const all = await Promise.allSettled(Array.from({ length: 12 }, () => library.children(library.root)));
    expect(all).toEqual(Array(12).fill({ status: 'rejected', reason }));
    expect(arrived).toBe(4);
  });

  it('ends a sign-in that hangs', async () => {
    const { open } = graph();
    const controller = new AbortController();
    const token = (): Promise<string> => {
      setImmediate(() => controller.abort(reason));
      return new Promise(() => undefined);
    };
    await expect(open({ signal: controller.signal, signIn: { token } })).rejects.toBe(reason);
  });

  it('leaves no timer behind', async () => {
    jest.useFakeTimers();
    const controller = new AbortController();
    const sleep = REAL_TIME.sleep(600_000, controller.signal);
    expect(jest.getTimerCount()).toBe(1);
    controller.abort(reason);
    await expect(sleep).rejects.toBe(reason);
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });
});
