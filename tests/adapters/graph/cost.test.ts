import { workbook } from '../../contracts/document-library.contract.ts';
import { ownGraph } from '../../support/graph-server/client.ts';

const graph = ownGraph();

const AGENCIES = Array.from({ length: 77 }, (_, index) => String(5001 + index));

/** Gives out a folder, a workbook and write access to every agency, all at once. */
async function giveOut(library = graph().library): Promise<void> {
  await Promise.all(
    AGENCIES.map(async (code) => {
      const folder = await library.makeFolder(library.root, code);
      await library.create(folder, `${code}.xlsx`, workbook(code));
      await library.sharing?.grant(folder, [`${code}@bma.example`]);
    }),
  );
}

it('gives out to 77 agencies with at most 800 resource units, and four requests at a time', async () => {
  const { server, open } = graph();
  let underWay = 0;
  let most = 0;
  const library = await open({
    fetch: async (input, init) => {
      most = Math.max(most, ++underWay);
      return fetch(input, init).finally(() => underWay--);
    },
  });
  server.forget();
  await giveOut(library);
  expect(server.seen.reduce((sum, { units }) => sum + units, 0)).toBe(693);
  expect(most).toBe(4);
  expect(server.mostAtOnce).toBeLessThanOrEqual(4);
  for (const code of AGENCIES) expect(server.drive.at(`${code}/${code}.xlsx`)?.versions).toHaveLength(1);
});

it('takes up one changed workbook of 77 with a delta and two requests', async () => {
  const { server, library } = graph();
  await giveOut();
  const { cursor } = await library.changes();
  server.person('Somchai').save('5019/5019.xlsx', workbook('answered'));
  server.forget();
  const { items } = await library.changes(cursor);
  await Promise.all(items.filter((item) => item.kind === 'file').map((item) => library.download(item)));
  expect(server.seen.map(({ host, path }) => `${host} ${path.split('/').at(-2) ?? ''}`)).toEqual([
    `graph ${library.root.id}`,
    'graph items',
    'download download',
  ]);
});

it('sends a token to Graph alone, and always there', async () => {
  const { server, library } = graph();
  await giveOut();
  await library.create(library.root, 'large.bin', new Uint8Array(4 * 1024 * 1024 + 1));
  const { items } = await library.changes();
  await Promise.all(items.filter((item) => item.kind === 'file').map((item) => library.download(item)));
  const tokens = (host: string): ReadonlySet<unknown> =>
    new Set(server.seen.filter((request) => request.host === host).map(({ authorization }) => authorization));
  expect(tokens('graph')).toEqual(new Set(['Bearer token']));
  expect(tokens('download')).toEqual(new Set([undefined]));
  expect(tokens('upload')).toEqual(new Set([undefined]));
});
