import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createFolderCache } from '../../src/adapters/folder/folder-cache.ts';
import { createFolderStore } from '../../src/adapters/folder/folder-store.ts';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { planAgencyWorkbook } from '../../src/domain/form/plan/agency-workbook.ts';
import { consolidate, type ConsolidateRequest } from '../../src/usecases/consolidate.ts';
import type { FileStore } from '../../src/usecases/ports/file-store.ts';
import type { ResultCache } from '../../src/usecases/ports/result-cache.ts';
import { answer } from '../support/answer.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER, smallAgency } from '../support/small-programme.ts';

const codec = createXlsxCodec();
const YESTERDAY = new Date(Date.now() - 86_400_000);
const CODES = ['02', '03', '11', '12', '13'];

let folder: string;
let request: ConsolidateRequest;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ita-'));
  const paths = CODES.map((code) => path.join(folder, `${code}.xlsx`));
  request = { programme: SMALL_PROGRAMME, roster: SMALL_ROSTER, paths, out: path.join(folder, 'm.xlsx') };
  for (const code of CODES) await save(code, 'ประกาศแล้ว');
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** An agency's workbook with this result, written yesterday. */
async function save(code: string, result: string, when = YESTERDAY) {
  const plan = planAgencyWorkbook(SMALL_PROGRAMME, smallAgency(code), { created: '2027-05-01T00:00:00Z' });
  const file = path.join(folder, `${code}.xlsx`);
  await writeFile(file, await answer(codec, await codec.encode(plan), { '1.1.1': { result } }));
  await utimes(file, when, when);
}

/** Consolidates with a cache, and tells which files were opened, how many were decoded, and the bytes of the master. */
async function run(more: Partial<ConsolidateRequest> = {}, cache = folderCache()) {
  // A master that stands there already would be looked into before it is replaced.
  await rm(request.out, { force: true });
  const opened: string[] = [];
  let decoded = 0;
  const store = createFolderStore();
  const files: FileStore = {
    ...store,
    read: (file) => (opened.push(path.basename(file, '.xlsx')), store.read(file)),
  };
  const outcome = await consolidate(
    {
      codec: { ...codec, decode: (bytes) => ((decoded += 1), codec.decode(bytes)) },
      files,
      clock: { now: () => '2027-06-01T00:00:00.000Z' },
      progress: () => undefined,
      cache,
    },
    { ...request, ...more },
  );
  return { opened: opened.sort(), decoded, outcome, master: await readFile(request.out) };
}

const folderCache = (version = '1') => createFolderCache(path.join(folder, 'cache'), version);

describe('reading again', () => {
  it('opens no file that is as it was, and gives the same master', async () => {
    const first = await run();
    const second = await run();
    expect([first.opened, second.opened]).toEqual([CODES, []]);
    expect(second.master.equals(first.master)).toBe(true);
  });

  it('reads the one file of many that changed', async () => {
    await run();
    await save('11', 'ประกาศแล้วอีกครั้ง');
    const { opened, decoded, outcome } = await run();
    expect([opened, decoded]).toEqual([['11'], 1]);
    expect(JSON.stringify(outcome)).toContain('ประกาศแล้วอีกครั้ง');
  });

  it('sees a change that left size and time as they were', async () => {
    await save('11', 'ผล ก');
    const { size } = await stat(path.join(folder, '11.xlsx'));
    await run();
    const others = Array.from('ขคงจฉชซดตถทธนบปผฝพฟภมยรลวศษสหอฮ', (letter) => `ผล ${letter}`);
    let other = '';
    for (other of others) {
      await save('11', other);
      if ((await stat(path.join(folder, '11.xlsx'))).size === size) break;
    }
    expect((await stat(path.join(folder, '11.xlsx'))).size).toBe(size);
    expect(JSON.stringify((await run()).outcome)).toContain(`"${other}"`);
  });

  it('opens a file with a new time, but does not take it apart where its bytes are the same', async () => {
    await run();
    const noon = new Date(YESTERDAY.getTime() + 1000);
    await utimes(path.join(folder, '11.xlsx'), noon, noon);
    const second = await run();
    expect([second.opened, second.decoded]).toEqual([['11'], 0]);
    expect((await run()).opened).toEqual([]);
  });

  it('does not trust the time of a file that was written a moment ago', async () => {
    await save('11', 'ประกาศแล้ว', new Date());
    await run();
    const second = await run();
    expect([second.opened, second.decoded]).toEqual([['11'], 0]);
  });

  it('reads all anew for other measures, other agencies, or another version of the program', async () => {
    await run();
    const programme = { ...SMALL_PROGRAMME, title: 'another title' };
    const roster = {
      ...SMALL_ROSTER,
      agencies: SMALL_ROSTER.agencies.map((agency) => ({ ...agency, aliases: ['x'] })),
    };
    expect((await run({ programme })).decoded).toBe(5);
    expect((await run({ roster })).decoded).toBe(5);
    expect((await run({}, folderCache('2'))).decoded).toBe(5);
  });

  it('reads what the cache lost', async () => {
    const first = await run();
    for (const part of await readdir(path.join(folder, 'cache'))) {
      for (const name of await readdir(path.join(folder, 'cache', part))) {
        await writeFile(path.join(folder, 'cache', part, name), 'rubbish');
      }
    }
    const second = await run();
    expect(second.opened).toEqual(CODES);
    expect(second.master.equals(first.master)).toBe(true);
  });

  it('tries again what could not be read', async () => {
    await writeFile(path.join(folder, '13.xlsx'), 'notes');
    await utimes(path.join(folder, '13.xlsx'), YESTERDAY, YESTERDAY);
    await run();
    expect((await run()).opened).toEqual(['13']);
  });

  it('remembers nothing without a cache that can', async () => {
    const forgetful: ResultCache = { find: () => Promise.resolve(undefined), store: () => Promise.resolve() };
    await run({}, forgetful);
    expect((await run({}, forgetful)).opened).toEqual(CODES);
  });
});
