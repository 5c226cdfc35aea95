import type { LibraryItem, LibrarySharing } from '../../../src/usecases/ports/document-library.ts';
import { reasonOf, workbook } from '../../contracts/document-library.contract.ts';
import { ownGraph } from '../../support/graph-server/client.ts';
import { FAULTS } from '../../support/graph-server/faults.ts';

const graph = ownGraph();

const GROUP = '0F8FAD5B-D9CB-469F-A165-70867728950E';

async function folder(): Promise<{ readonly item: LibraryItem; readonly sharing: LibrarySharing }> {
  const { library } = graph();
  if (library.sharing === undefined) throw new Error('no sharing');
  return { item: await library.makeFolder(library.root, '5019'), sharing: library.sharing };
}

it('lets people and groups change a folder, in one request', async () => {
  const { server } = graph();
  const { item, sharing } = await folder();
  expect(await sharing.writers(item)).toEqual([]);
  server.forget();
  await sharing.grant(item, ['Somchai@bma.example', GROUP]);
  expect(server.seen).toMatchObject([{ method: 'POST', units: 5 }]);
  const writers = await sharing.writers(item);
  expect(writers).toEqual(expect.arrayContaining(['somchai@bma.example', GROUP.toLowerCase()]));
});

it('tells neither who may only read nor who may because of a folder above', async () => {
  const { server, library } = graph();
  const { item, sharing } = await folder();
  await sharing.grant(item, ['somchai@bma.example']);
  const recipient = { kind: 'user', id: 'reader', email: 'reader@bma.example' } as const;
  server.drive.at('5019')?.grants.push({ id: 'reader', roles: ['read'], recipient });
  expect(await sharing.writers(item)).not.toContain('reader@bma.example');
  expect(await sharing.writers(item)).not.toContain('owner@bma.example');
  const file = await library.makeFolder(await library.makeFolder(library.root, '5019'), 'below');
  expect(await sharing.writers(file)).toEqual([]);
});

it('tells whom a link to certain people is for', async () => {
  const { server } = graph();
  const { item, sharing } = await folder();
  const people = [{ user: { email: 'A@bma.example' } }, { siteUser: { loginName: 'i:0#.f|membership|B@bma.example' } }];
  const value = [{ id: '1', roles: ['write'], link: { type: 'edit' }, grantedToIdentitiesV2: people }];
  server.failNext({ effect: false, answer: { status: 200, body: { value } } });
  expect(await sharing.writers(item)).toEqual(['a@bma.example', 'b@bma.example']);
});

it('says whom nobody knows, and leaves file and folder', async () => {
  const { server, library } = graph();
  const { item, sharing } = await folder();
  server.switches.unknownRecipients.add('nobody@bma.example');
  expect(await reasonOf(sharing.grant(item, ['somchai@bma.example', 'nobody@bma.example']))).toBe('not-shared');
  expect(await library.children(library.root)).toMatchObject([{ name: '5019' }]);
});

it.each<readonly [keyof typeof FAULTS, string]>([
  ['sharingFailed', 'not-shared'],
  ['forbidden', 'not-shared'],
  ['locked', 'locked'],
  ['full', 'full'],
])('says why it could not share: %s', async (name, reason) => {
  const { server } = graph();
  const { item, sharing } = await folder();
  server.failNext(FAULTS[name]);
  expect(await reasonOf(sharing.grant(item, ['somchai@bma.example']))).toBe(reason);
});

it('says so if one of several could not be given access', async () => {
  const { server } = graph();
  const { item, sharing } = await folder();
  const value = [{ id: '1', roles: ['write'] }, { error: { code: 'notAllowed', message: '' } }];
  server.failNext({ effect: true, answer: { status: 207, body: { value } } });
  await expect(sharing.grant(item, ['a@bma.example', 'b@bma.example'])).rejects.toMatchObject({
    reason: 'not-shared',
    detail: 'notAllowed',
  });
});

it('shares a file too', async () => {
  const { library } = graph();
  const file = await library.create(library.root, 'a.xlsx', workbook('1'));
  await library.sharing?.grant(file, ['somchai@bma.example']);
  expect(await library.sharing?.writers(file)).toContain('somchai@bma.example');
});
