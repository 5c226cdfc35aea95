import { strToU8 } from 'fflate';
import { reasonOf, textIn, workbook } from '../../contracts/document-library.contract.ts';
import { ownGraph } from '../../support/graph-server/client.ts';
import { contentOf } from '../../support/graph-server/drive.ts';
import { busy, FAULTS, type Fault } from '../../support/graph-server/faults.ts';

const graph = ownGraph();

/** Ways for an answer to get lost: before the request took effect, and after. */
const BEFORE: readonly (readonly [string, Fault])[] = [
  ['the connection was cut before', FAULTS.cutBefore],
  ['a gateway failed', FAULTS.badGateway],
  ['the service failed', FAULTS.serverError],
  ['the service was not ready', busy(503)],
  ['a page came back', FAULTS.page],
];
const AFTER: readonly (readonly [string, Fault])[] = [
  ['the connection was cut after', FAULTS.cutAfter],
  ['the answer was cut', FAULTS.cutBody],
  ['a gateway gave up', FAULTS.lateGateway],
];

const isPut = ({ method }: { readonly method: string }): boolean => method === 'PUT';

/** What happens to the next request that writes, and what an agency does before the one after it. */
function happen(fault: Fault, act: () => void): void {
  const { server } = graph();
  let isNext = false;
  server.trouble = (asked) => {
    if (isNext) {
      server.trouble = undefined;
      act();
    }
    isNext = isPut(asked);
    return isNext ? fault : undefined;
  };
}

function contents(path: string): readonly string[] {
  const { server } = graph();
  return (server.drive.at(path)?.versions ?? []).map(({ bytes }) => textIn(bytes));
}

describe('creating', () => {
  it.each([...BEFORE, ...AFTER])('is done once: %s', async (_, fault) => {
    const { server, library } = graph();
    server.failNext(fault);
    const made = await library.create(library.root, 'ก.xlsx', workbook('1'));
    expect(contents('ก.xlsx')).toEqual(['1']);
    expect(made).toMatchObject({ id: server.drive.at('ก.xlsx')?.id, name: 'ก.xlsx' });
    await library.replace(made, workbook('2'));
    expect(contents('ก.xlsx')).toEqual(['1', '2']);
  });

  it.each(AFTER)('finds its own file also where new files are not found at once: %s', async (_, fault) => {
    const { server, library } = graph();
    server.drive.settling = 3;
    server.failNext(fault);
    await library.create(library.root, 'a.xlsx', workbook('1'));
    expect(contents('a.xlsx')).toEqual(['1']);
  });

  it.each(AFTER)('takes no agency’s version for its own: %s', async (_, fault) => {
    const { server, library } = graph();
    happen(fault, () => server.person('Somchai').save('a.xlsx', workbook('of the agency')));
    expect(await reasonOf(library.create(library.root, 'a.xlsx', workbook('1')))).toBe('exists');
    expect(contents('a.xlsx')).toEqual(['1', 'of the agency']);
  });

  it.each(BEFORE)('leaves a file that somebody else made meanwhile: %s', async (_, fault) => {
    const { server, library } = graph();
    happen(fault, () => server.person('Somchai').save('a.xlsx', workbook('of the agency')));
    expect(await reasonOf(library.create(library.root, 'a.xlsx', workbook('1')))).toBe('exists');
    expect(contents('a.xlsx')).toEqual(['of the agency']);
  });

  it('compares files that are no workbooks byte by byte', async () => {
    const { server, library } = graph();
    server.failNext(FAULTS.cutAfter);
    await library.create(library.root, 'a.json', strToU8('{"a":1}'));
    happen(FAULTS.cutAfter, () => server.person('Somchai').save('b.json', strToU8('{"a":2}')));
    expect(await reasonOf(library.create(library.root, 'b.json', strToU8('{"a":1}')))).toBe('exists');
  });

  it('gives up after six attempts, and says what it last saw', async () => {
    const { server, library } = graph();
    server.trouble = (asked) => (isPut(asked) ? FAULTS.cutBefore : undefined);
    expect(await reasonOf(library.create(library.root, 'a.xlsx', workbook('1')))).toBe('unreachable');
    expect(server.seen.filter(isPut)).toHaveLength(6);
    server.trouble = (asked) => (isPut(asked) ? busy(503) : undefined);
    expect(await reasonOf(library.create(library.root, 'a.xlsx', workbook('1')))).toBe('busy');
    expect(server.drive.at('a.xlsx')).toBeUndefined();
  });
});

describe('replacing', () => {
  it.each([...BEFORE, ...AFTER])('is done once: %s', async (_, fault) => {
    const { server, library } = graph();
    const made = await library.create(library.root, 'a.xlsx', workbook('1'));
    server.failNext(fault, isPut);
    const replaced = await library.replace(made, workbook('2'));
    expect(contents('a.xlsx')).toEqual(['1', '2']);
    await library.replace(replaced, workbook('3'));
    expect(contents('a.xlsx')).toEqual(['1', '2', '3']);
  });

  it.each(BEFORE)('leaves what an agency saved meanwhile: %s', async (_, fault) => {
    const { server, library } = graph();
    const made = await library.create(library.root, 'a.xlsx', workbook('1'));
    happen(fault, () => server.person('Somchai').save('a.xlsx', workbook('of the agency')));
    expect(await reasonOf(library.replace(made, workbook('2')))).toBe('changed');
    expect(contents('a.xlsx')).toEqual(['1', 'of the agency']);
  });

  it.each(AFTER)('says so if an agency has saved after it: %s', async (_, fault) => {
    const { server, library } = graph();
    const made = await library.create(library.root, 'a.xlsx', workbook('1'));
    happen(fault, () => server.person('Somchai').save('a.xlsx', workbook('of the agency')));
    expect(await reasonOf(library.replace(made, workbook('2')))).toBe('changed');
    expect(contents('a.xlsx')).toEqual(['1', '2', 'of the agency']);
  });

  it('refuses if an agency saves between the comparison and the request', async () => {
    const { server, library } = graph();
    const made = await library.create(library.root, 'a.xlsx', workbook('1'));
    server.trouble = (asked) => {
      if (isPut(asked)) server.person('Somchai').save('a.xlsx', workbook('of the agency'));
      return undefined;
    };
    expect(await reasonOf(library.replace(made, workbook('2')))).toBe('changed');
    expect(contents('a.xlsx')).toEqual(['1', 'of the agency']);
  });

  it('asks nobody to replace what it can see has changed', async () => {
    const { server, library } = graph();
    const made = await library.create(library.root, 'a.xlsx', workbook('1'));
    server.person('Somchai').save('a.xlsx', workbook('of the agency'));
    server.forget();
    expect(await reasonOf(library.replace(made, workbook('2')))).toBe('changed');
    expect(server.seen.map(({ method }) => method)).toEqual(['GET']);
  });

  it('goes on where only the name or the rights changed', async () => {
    const { server, library } = graph();
    const made = await library.create(library.root, 'a.xlsx', workbook('1'));
    server.person('Somchai').rename('a.xlsx', 'b.xlsx');
    expect(await library.replace(made, workbook('2'))).toMatchObject({ id: made.id, name: 'b.xlsx' });
    expect(contents('b.xlsx')).toEqual(['1', '2']);
  });

  it('takes a version that SharePoint saved for another one', async () => {
    const { server, library } = graph();
    server.switches.promotesAfterwards = true;
    const made = await library.create(library.root, 'a.xlsx', workbook('1'));
    expect(await reasonOf(library.replace(made, workbook('2')))).toBe('changed');
    const [now] = await library.children(library.root);
    expect(now).not.toHaveProperty('modifiedBy');
    const versions = await library.versions(made);
    expect(versions.map(({ modifiedBy }) => modifiedBy?.name)).toEqual([undefined, 'Compiler']);
  });
});

describe('making a folder', () => {
  it.each([...BEFORE, ...AFTER])('is done once: %s', async (_, fault) => {
    const { server, library } = graph();
    server.failNext(fault);
    const made = await library.makeFolder(library.root, '5019');
    expect(server.drive.children(server.drive.root)).toMatchObject([{ name: '5019', id: made.id }]);
  });

  it('finds one that is not found by its name yet, and works in it', async () => {
    const { server, library } = graph();
    server.drive.settling = 4;
    server.failNext(FAULTS.cutAfter);
    const made = await library.makeFolder(library.root, '5019');
    const file = await library.create(made, 'a.xlsx', workbook('1'));
    await library.sharing?.grant(file, ['a@bma.example']);
    expect(contents('5019/a.xlsx')).toEqual(['1']);
  });

  it('says that a folder made just now has been removed, after looking six times', async () => {
    const { server, library } = graph();
    const made = await library.makeFolder(library.root, '5019');
    server.person('Somchai').remove('5019');
    server.forget();
    expect(await reasonOf(library.children(made))).toBe('missing');
    expect(server.seen).toHaveLength(6);
  });
});

describe('inviting', () => {
  it.each([...BEFORE, ...AFTER])('gives one permission: %s', async (_, fault) => {
    const { server, library } = graph();
    const folder = await library.makeFolder(library.root, '5019');
    server.failNext(fault);
    await library.sharing?.grant(folder, ['a@bma.example']);
    expect(server.drive.at('5019')?.grants).toHaveLength(1);
  });
});

it('leaves every byte of a file as it is when a request is refused', async () => {
  const { server, library } = graph();
  server.person('Somchai').save('a.xlsx', workbook('1'));
  const item = server.drive.at('a.xlsx');
  const before = item && contentOf(item).slice();
  expect(await reasonOf(library.create(library.root, 'A.XLSX', workbook('2')))).toBe('exists');
  expect(item && contentOf(item)).toEqual(before);
});
