import type { LibraryChanges } from '../../../src/usecases/ports/document-library.ts';
import { reasonOf, workbook } from '../../contracts/document-library.contract.ts';
import { ownGraph } from '../../support/graph-server/client.ts';
import { FAULTS } from '../../support/graph-server/faults.ts';

const graph = ownGraph();

const names = ({ items }: LibraryChanges): readonly string[] => items.map(({ name }) => name).sort();

/** Two workbooks in folders, and the cursor after them. */
async function begun(): Promise<string> {
  const { server, library } = graph();
  const agency = server.person('Somchai');
  agency.save('5019/a.xlsx', workbook('1'));
  agency.save('5020/b.xlsx', workbook('1'));
  const { cursor } = await library.changes();
  server.forget();
  return cursor;
}

it('tells a file once, as its last row has it, who saved it and when', async () => {
  const { server, library } = graph();
  const cursor = await begun();
  server.person('Somsri Jaidee').save('5019/a.xlsx', workbook('2'));
  const { items, gone, isWhole } = await library.changes(cursor);
  expect(isWhole).toBe(false);
  expect(gone).toEqual([]);
  const file = server.drive.at('5019/a.xlsx');
  expect(items.filter(({ kind }) => kind === 'file')).toEqual([
    {
      kind: 'file',
      id: file?.id,
      name: 'a.xlsx',
      parent: server.drive.at('5019')?.id,
      size: file?.versions.at(-1)?.bytes.length,
      tag: `"{${file?.guid ?? ''}},2"`,
      modifiedAt: file?.at,
      modifiedBy: { name: 'Somsri Jaidee', email: 'somsri.jaidee@bma.example' },
      webUrl: expect.stringContaining('Doc.aspx') as unknown,
      excelUrl: `${server.link}/5019/a.xlsx`,
    },
  ]);
});

it('tells what was deleted by its id, whose row has no name', async () => {
  const { server, library } = graph();
  const cursor = await begun();
  const gone = [server.drive.at('5019')?.id, server.drive.at('5019/a.xlsx')?.id].sort();
  server.person('Somchai').remove('5019');
  const changes = await library.changes(cursor);
  expect([...changes.gone].sort()).toEqual(gone);
  expect(names(changes)).toEqual([]);
});

it('tells a copy, and a file that was renamed, which keeps its id', async () => {
  const { server, library } = graph();
  const cursor = await begun();
  const id = server.drive.at('5019/a.xlsx')?.id;
  server.person('Somchai').rename('5019/a.xlsx', 'a (1).xlsx');
  server.person('Somchai').copy('5019/a (1).xlsx', 'a-PC.xlsx');
  const changes = await library.changes(cursor);
  expect(names(changes)).toEqual(['5019', 'a (1).xlsx', 'a-PC.xlsx']);
  expect(changes.items).toContainEqual(expect.objectContaining({ id, name: 'a (1).xlsx' }));
});

it('tells that a file is gone whose new name hides it', async () => {
  const { server, library } = graph();
  const cursor = await begun();
  server.person('Somchai').rename('5019/a.xlsx', '.a.xlsx');
  const changes = await library.changes(cursor);
  expect(changes.gone).toEqual([server.drive.at('5019/.a.xlsx')?.id]);
  expect(names(changes)).toEqual(['5019']);
});

it('gives no address to folders whose rows go round in a circle', async () => {
  const { server, library } = graph();
  await begun();
  const folders = [1, 2].map((id) => ({ id: `${id}`, name: 'x', folder: {}, parentReference: { id: `${3 - id}` } }));
  const file = { id: '3', name: 'a.xlsx', file: {}, size: 1, eTag: '"1"', parentReference: { id: '1' } };
  const body = { value: [...folders, file], '@odata.deltaLink': `${server.base}/next` };
  server.failNext({ effect: false, answer: { status: 200, body } });
  const { items } = await library.changes();
  expect(items.filter(({ kind }) => kind === 'file')).toEqual([
    expect.not.objectContaining({ excelUrl: expect.anything() as unknown }),
  ]);
});

it('costs one request and one unit where nothing changed', async () => {
  const { server, library } = graph();
  const cursor = await begun();
  expect(names(await library.changes(cursor))).toEqual([]);
  expect(server.seen).toMatchObject([{ status: 200, units: 1 }]);
});

it.each(['where the service says', 'where it does not say'])(
  'begins anew with a cursor that is too old, %s',
  async (_) => {
    const { server, library } = graph();
    const cursor = await begun();
    server.expireCursors();
    if (_ === 'where it does not say') {
      const body = { error: { code: 'resyncRequired', message: '' } };
      server.failNext({ effect: false, answer: { status: 410, body } });
    }
    const changes = await library.changes(cursor);
    expect(changes.isWhole).toBe(true);
    expect(names(changes)).toEqual(['5019', '5020', 'a.xlsx', 'b.xlsx']);
    expect(server.seen.map(({ status }) => status)).toEqual([410, 200]);
    expect(names(await library.changes(changes.cursor))).toEqual([]);
  },
);

it('begins anew when a cursor becomes too old between two pages', async () => {
  const { server, library } = graph();
  server.switches.pageSize = 2;
  await begun();
  let count = 0;
  server.trouble = () => {
    if (++count === 2) server.expireCursors();
    return undefined;
  };
  const changes = await library.changes();
  expect(names(changes)).toEqual(['5019', '5020', 'a.xlsx', 'b.xlsx']);
});

it('begins anew once only', async () => {
  const { server, library } = graph();
  const cursor = await begun();
  server.trouble = () => ({ effect: false, answer: { status: 410, body: {} } });
  expect(await reasonOf(library.changes(cursor))).toBe('missing');
  expect(server.seen).toHaveLength(2);
});

it('begins anew with a cursor of another library', async () => {
  const { server, library } = graph();
  const cursor = (await begun()).replace(/items\/[^/]+/, 'items/01OTHER');
  expect(names(await library.changes(cursor))).toEqual(['5019', '5020', 'a.xlsx', 'b.xlsx']);
  expect(server.seen.map(({ status }) => status)).toEqual([404, 200]);
});

it('asks for an item of which delta does not tell enough', async () => {
  const { server, library } = graph();
  await begun();
  const id = server.drive.at('5019/a.xlsx')?.id;
  const value = [
    { id, file: {}, parentReference: {} },
    { id: '01GONE', name: 'x.xlsx', file: {} },
  ];
  server.failNext({
    effect: false,
    answer: { status: 200, body: { value, '@odata.deltaLink': `${server.base}/next` } },
  });
  const changes = await library.changes();
  expect(changes.items).toMatchObject([{ id, name: 'a.xlsx', contentTag: expect.any(String) as unknown }]);
});

it('walks through the folders where delta is not supported, and remembers it', async () => {
  const { server, library } = graph();
  await begun();
  server.failNext(FAULTS.notSupported);
  const first = await library.changes();
  expect(names(first)).toEqual(['5019', '5020', 'a.xlsx', 'b.xlsx']);
  server.forget();
  const second = await library.changes(first.cursor);
  expect(second.isWhole).toBe(true);
  expect(server.seen.map(({ path }) => path.split('/').at(-1))).toEqual(['children', 'children', 'children']);
});

it.each(['@odata.nextLink', '@odata.deltaLink'])(
  'sends no token to where %s leads, if that is elsewhere',
  async (link) => {
    const { server, library } = graph();
    const elsewhere = new URL('/v1.0/next', server.base);
    elsewhere.hostname = 'localhost';
    server.failNext({ effect: false, answer: { status: 200, body: { value: [], [link]: elsewhere.href } } });
    const changes = library.changes().then(({ cursor }) => library.changes(cursor));
    const reason = await reasonOf(changes);
    expect(reason).toBe(link === '@odata.nextLink' ? 'unexpected' : 'nothing');
    expect(server.seen.every(({ path }) => path.endsWith('/delta'))).toBe(true);
  },
);

it('stops at a page that leads to itself', async () => {
  const { server, library } = graph();
  const url = `${server.base}/drives/x/items/y/children`;
  server.trouble = () => ({ effect: false, answer: { status: 200, body: { value: [], '@odata.nextLink': url } } });
  expect(await reasonOf(library.children(library.root))).toBe('unexpected');
  expect(await reasonOf(library.changes())).toBe('unexpected');
});
