import { reasonOf } from '../../contracts/document-library.contract.ts';
import { ownGraph } from '../../support/graph-server/client.ts';
import { contentOf } from '../../support/graph-server/drive.ts';
import { busy, FAULTS, type Fault } from '../../support/graph-server/faults.ts';
import type { Asked } from '../../support/graph-server/requests.ts';
import { until } from '../../support/until.ts';

const graph = ownGraph();

/** Where the last of two parts begins, which is short. */
const LAST = 16 * 327_680;
const BYTES = Uint8Array.from({ length: LAST + 1000 }, (_, index) => index * 31 + (index >> 8));

const isPart = ({ host, method }: Pick<Asked, 'host' | 'method'>): boolean => host === 'upload' && method === 'PUT';
const isPartFrom =
  (start: number) =>
  (asked: Asked): boolean =>
    isPart(asked) && asked.headers['content-range']?.startsWith(`bytes ${start}-`) === true;

function content(): Uint8Array {
  const item = graph().server.drive.at('a.bin');
  return item ? contentOf(item) : new Uint8Array();
}

it('sends up to 4 MB at once, and more in parts', async () => {
  const { server, library } = graph();
  await library.create(library.root, 'small.bin', BYTES.subarray(0, 4 * 1024 * 1024));
  expect(server.seen).toHaveLength(1);
  const made = await library.create(library.root, 'a.bin', BYTES);
  expect(made).toMatchObject({ name: 'a.bin', size: BYTES.length, id: server.drive.at('a.bin')?.id });
  expect(server.seen.map(({ method, status }) => `${method} ${status}`)).toEqual([
    'PUT 201',
    'POST 200',
    'PUT 202',
    'PUT 201',
  ]);
  expect(Buffer.compare(content(), BYTES)).toBe(0);
});

it.each<readonly [string, Fault]>([
  ['429', busy(429, { 'Retry-After': '3' })],
  ['503', busy(503)],
  ['500', FAULTS.serverError],
  ['504 after all', FAULTS.lateGateway],
  ['416', FAULTS.rangeNotSatisfiable],
  ['a cut before', FAULTS.cutBefore],
  ['a cut after', FAULTS.cutAfter],
  ['a cut answer', FAULTS.cutBody],
])('goes on where the service says, after %s at any part', async (_, fault) => {
  const { server, library } = graph();
  for (const start of [0, LAST]) {
    server.failNext(fault, isPartFrom(start));
    const made = await library.create(library.root, `${start}.bin`, BYTES);
    const item = server.drive.at(`${start}.bin`);
    expect(item?.id).toBe(made.id);
    expect(Buffer.compare(item ? contentOf(item) : new Uint8Array(), BYTES)).toBe(0);
    expect(item?.versions).toHaveLength(1);
  }
});

it('sends the same again to a session that is not known yet', async () => {
  const { server, library } = graph();
  server.failNext(FAULTS.notFound, isPart);
  await library.create(library.root, 'a.bin', BYTES);
  expect(Buffer.compare(content(), BYTES)).toBe(0);
});

it('starts anew, address and all, when a session is lost', async () => {
  const { server, library } = graph();
  server.failNext(FAULTS.notFound, isPartFrom(LAST));
  await library.create(library.root, 'a.bin', BYTES);
  const sessions = server.seen.filter(isPart).map(({ path }) => path);
  expect(new Set(sessions).size).toBe(2);
  expect(sessions.lastIndexOf(sessions[0] ?? '')).toBeLessThan(sessions.indexOf(sessions.at(-1) ?? ''));
  expect(Buffer.compare(content(), BYTES)).toBe(0);
});

it('leaves a file whose name was taken while it was sent', async () => {
  const { server, library } = graph();
  const other = new Uint8Array([1, 2, 3]);
  server.trouble = (asked) => {
    if (isPartFrom(LAST)(asked)) server.person('Somchai').save('a.bin', other);
    return undefined;
  };
  expect(await reasonOf(library.create(library.root, 'a.bin', BYTES))).toBe('exists');
  expect(content()).toEqual(other);
});

it('says so if there is no room, and cancels', async () => {
  const { server, library } = graph();
  server.failNext(FAULTS.full, isPart);
  expect(await reasonOf(library.create(library.root, 'a.bin', BYTES))).toBe('full');
  await until(() => server.seen.some(({ method, status }) => method === 'DELETE' && status === 204));
});

it('gives up after six attempts without progress', async () => {
  const { server, library } = graph();
  server.trouble = (asked) => (isPart(asked) ? FAULTS.serverError : undefined);
  expect(await reasonOf(library.create(library.root, 'a.bin', BYTES))).toBe('unreachable');
  expect(server.drive.at('a.bin')).toBeUndefined();
});

it('cancels the session when it is aborted', async () => {
  const controller = new AbortController();
  const { server, open } = graph();
  const library = await open({ signal: controller.signal });
  const reason = new Error('the person left');
  server.trouble = (asked) => {
    if (!isPartFrom(LAST)(asked)) return undefined;
    controller.abort(reason);
    return FAULTS.silence;
  };
  await expect(library.create(library.root, 'a.bin', BYTES)).rejects.toBe(reason);
  await until(() => server.seen.some(({ method, status }) => method === 'DELETE' && status === 204));
  expect(server.drive.at('a.bin')).toBeUndefined();
});
