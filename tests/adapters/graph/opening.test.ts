import { openGraphLibrary } from '../../../src/adapters/graph/graph-library.ts';
import { reasonOf, workbook } from '../../contracts/document-library.contract.ts';
import { ownGraph, SIGNED_IN } from '../../support/graph-server/client.ts';
import { FAULTS } from '../../support/graph-server/faults.ts';

const graph = ownGraph();

async function reasonToOpen(link: string): Promise<string> {
  const { server, time } = graph();
  return reasonOf(openGraphLibrary(link, { base: server.base, signIn: SIGNED_IN, waiting: time }));
}

it('opens the folder at an address with Thai letters and spaces', async () => {
  const { server, time } = graph();
  server.person('Compiler').save('รายงาน ITA ปี 2565/5019/a.xlsx', workbook('1'));
  const link = `${server.link}/${encodeURIComponent('รายงาน ITA ปี 2565')}?web=1`;
  const { root } = await openGraphLibrary(link, { base: `${server.base}/`, signIn: SIGNED_IN, waiting: time });
  expect(root).toMatchObject({
    kind: 'folder',
    name: 'รายงาน ITA ปี 2565',
    id: server.drive.at('รายงาน ITA ปี 2565')?.id,
  });
});

it('redeems a link that somebody shared', async () => {
  const { server, time } = graph();
  server.person('Compiler').save('ITA/5019/a.xlsx', workbook('1'));
  const link = server.shareLink('ITA');
  const { root } = await openGraphLibrary(link, { base: server.base, signIn: SIGNED_IN, waiting: time });
  expect(root.name).toBe('ITA');
});

it.each([
  'Forms/AllItems.aspx?id=%2Fsites%2Fita%2FShared%20Documents%2F%E0%B8%81%20ITA&viewid=1',
  'Forms/AllItems.aspx?RootFolder=%2Fsites%2Fita%2FShared%20Documents%2F%E0%B8%81%20ITA',
  'ก ITA',
  '%E0%B8%81%20ITA/',
])('opens the folder at the address that a browser shows: %s', async (path) => {
  const { server, time } = graph();
  server.person('Compiler').save('ก ITA/5019/a.xlsx', workbook('1'));
  const link = ` ${server.link}/${path}\n`;
  const library = await openGraphLibrary(link, { base: server.base, signIn: SIGNED_IN, waiting: time });
  expect(library.root.name).toBe('ก ITA');
});

it.each([
  '',
  'ITA/2565',
  'http://bma.sharepoint.com/sites/ita',
  'https://bma.sharepoint.com',
  'file:///C:/ITA',
  'https://a b/',
])('asks nobody about %j, which is no address of a folder', async (link) => {
  expect(await reasonToOpen(link)).toBe('missing');
  expect(graph().server.seen).toEqual([]);
});

it('follows no redirect, which could take the token elsewhere', async () => {
  const { server, library } = graph();
  const elsewhere = server.base.replace('127.0.0.1', 'localhost');
  server.failNext({ effect: false, answer: { status: 302, headers: { Location: elsewhere }, body: {} } });
  expect(await reasonOf(library.children(library.root))).toBe('unexpected');
  expect(server.seen).toHaveLength(1);
});

it('says that an address leads nowhere, to a file, or to where the account may not go', async () => {
  const { server } = graph();
  server.person('Compiler').save('a.xlsx', workbook('1'));
  expect(await reasonToOpen(`${server.link}/none`)).toBe('missing');
  expect(await reasonToOpen(`${server.link}/a.xlsx`)).toBe('not-folder');
  server.failNext(FAULTS.forbidden);
  expect(await reasonToOpen(server.link)).toBe('denied');
});

it('gives the address by which Excel opens a workbook, and its page', async () => {
  const { server, library } = graph();
  server.person('Somchai').save('5019/ก 1.xlsx', workbook('1'));
  const [file] = await library.children(await library.makeFolder(library.root, '5019'));
  expect(file).toMatchObject({
    excelUrl: `${server.link}/5019/%E0%B8%81%201.xlsx`,
    webUrl: expect.stringContaining('/_layouts/15/Doc.aspx?') as unknown,
  });
});

it('says what program asks, where it is told to', async () => {
  const { server, open } = graph();
  server.switches.userAgent = /^NONISV\|BMA\|ITA\/\d/;
  const library = await open({ userAgent: 'NONISV|BMA|ITA/1.0.0' });
  await library.create(library.root, 'a.xlsx', workbook('1'));
  expect(server.seen.filter(({ host }) => host === 'graph').map(({ userAgent }) => userAgent)).toEqual([
    'NONISV|BMA|ITA/1.0.0',
    'NONISV|BMA|ITA/1.0.0',
  ]);
});

it.each<readonly [string, object]>([
  ['id', { name: 'a.xlsx', file: {} }],
  ['name', { id: '1', file: {} }],
  ['size', { id: '1', name: 'a.xlsx', file: {}, eTag: '"1"' }],
  ['eTag', { id: '1', name: 'a.xlsx', file: {}, size: 1 }],
])('says that an item without %s is none', async (field, row) => {
  const { server, library } = graph();
  server.failNext({ effect: false, answer: { status: 200, body: { value: [row] } } });
  const detail = `driveItem without ${field}`;
  await expect(library.children(library.root)).rejects.toMatchObject({ reason: 'unexpected', detail });
});

it('leaves out what is neither file nor folder, such as a notebook', async () => {
  const { server, library } = graph();
  const value = [{ id: '1', name: 'Notes', package: { type: 'oneNote' } }];
  server.failNext({ effect: false, answer: { status: 200, body: { value } } });
  expect(await library.children(library.root)).toEqual([]);
});
