import type { LibraryFile } from '../../../src/usecases/ports/document-library.ts';
import { reasonOf, textIn, workbook } from '../../contracts/document-library.contract.ts';
import { ownGraph } from '../../support/graph-server/client.ts';
import { busy, errorBody, FAULTS, type Fault } from '../../support/graph-server/faults.ts';
import type { Asked } from '../../support/graph-server/requests.ts';

const graph = ownGraph();

const ofBytes = ({ host }: Pick<Asked, 'host'>): boolean => host === 'download';

async function savedFile(name = 'a.xlsx', bytes = workbook('1')): Promise<LibraryFile> {
  const { server, library } = graph();
  server.person('Somchai').save(name, bytes);
  const found = (await library.children(library.root)).find((item) => item.name === name);
  server.forget();
  if (found?.kind !== 'file') throw new Error('no file');
  return found;
}

const hosts = (): readonly string[] => graph().server.seen.map(({ host }) => host);

it('asks for the item, then for its bytes, and no more', async () => {
  const file = await savedFile();
  const got = await graph().library.download(file);
  expect(textIn(got?.bytes)).toBe('1');
  expect(hosts()).toEqual(['graph', 'download']);
  expect(await graph().library.download(file, got?.file.contentTag)).toBeUndefined();
  expect(hosts()).toEqual(['graph', 'download', 'graph']);
});

it.each([401, 403, 404, 410])('asks anew for an address that has expired: %i', async (status) => {
  const file = await savedFile();
  const fault: Fault = { effect: false, answer: { status, body: errorBody('expired') } };
  graph().server.failNext(fault, ofBytes);
  expect(textIn((await graph().library.download(file))?.bytes)).toBe('1');
  expect(hosts()).toEqual(['graph', 'download', 'graph', 'download']);
});

it('asks anew for an address that was valid when it was given', async () => {
  const file = await savedFile();
  const { server, library } = graph();
  server.trouble = (asked) => {
    if (!ofBytes(asked)) return undefined;
    server.trouble = undefined;
    server.expireDownloads();
    return undefined;
  };
  expect(textIn((await library.download(file))?.bytes)).toBe('1');
});

it.each([
  [401, 'denied'],
  [403, 'denied'],
  [404, 'missing'],
])('gives up an address that is refused however new it is: %i', async (status, reason) => {
  const file = await savedFile();
  const { server, library } = graph();
  server.trouble = (asked) =>
    ofBytes(asked) ? { effect: false, answer: { status, body: errorBody('accessDenied') } } : undefined;
  expect(await reasonOf(library.download(file))).toBe(reason);
  expect(hosts().filter((host) => host === 'download')).toHaveLength(3);
});

it.each<readonly [string, Fault]>([
  ['429', busy(429, { 'Retry-After': '3' })],
  ['503', busy(503)],
  ['500', FAULTS.serverError],
  ['502', FAULTS.badGateway],
  ['504', FAULTS.gatewayTimeout],
  ['a connection that was cut', FAULTS.cutBefore],
  ['bytes that were cut', FAULTS.cutBody],
])('fetches again after %s', async (_, fault) => {
  const file = await savedFile();
  const { server, library } = graph();
  server.failNext(fault, ofBytes);
  expect(textIn((await library.download(file))?.bytes)).toBe('1');
  expect(graph().time.waits).toHaveLength(1);
  server.trouble = (asked) => (ofBytes(asked) ? fault : undefined);
  expect(['busy', 'unreachable']).toContain(await reasonOf(library.download(file)));
});

describe('what comes back', () => {
  const half = workbook('a text that is long enough to be cut').slice(0, 60);
  const content = (bytes: Uint8Array): Fault => ({
    effect: false,
    // Each byte as the character of its number: the body of a fault is text.
    answer: { status: 200, body: Buffer.from(bytes).toString('latin1') },
  });

  it.each<readonly [string, Fault, string]>([
    ['a page', FAULTS.page, 'no zip file'],
    ['half of a workbook', content(half), 'zip file cut short'],
    ['nothing', content(new Uint8Array()), 'no zip file'],
    ['a refusal in JSON', { effect: false, answer: { status: 200, body: errorBody('accessDenied') } }, 'no zip file'],
  ])('is asked for again, and then damaged: %s', async (_, fault, detail) => {
    const file = await savedFile();
    const { server, library } = graph();
    server.failNext(fault, ofBytes);
    expect(textIn((await library.download(file))?.bytes)).toBe('1');
    server.trouble = (asked) => (ofBytes(asked) ? fault : undefined);
    await expect(library.download(file)).rejects.toMatchObject({ reason: 'damaged', item: 'a.xlsx', detail });
  });

  it('may be a workbook with a password, which is no zip file', async () => {
    const bytes = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
    const file = await savedFile('a.xlsx', bytes);
    expect((await graph().library.download(file))?.bytes).toEqual(bytes);
  });

  it('is fetched again if the file was saved meanwhile', async () => {
    const file = await savedFile();
    const { server, library } = graph();
    let isFirst = true;
    server.trouble = (asked) => {
      if (ofBytes(asked) && isFirst) server.person('Somchai').save('a.xlsx', workbook('a longer text than before'));
      if (ofBytes(asked)) isFirst = false;
      return undefined;
    };
    const got = await library.download(file);
    expect(textIn(got?.bytes)).toBe('a longer text than before');
    const [now] = await library.children(library.root);
    expect(got?.file).toMatchObject({ contentTag: now?.kind === 'file' ? now.contentTag : '' });
  });
});
