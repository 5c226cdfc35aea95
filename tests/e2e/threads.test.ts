import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The built command line, on the workbooks of a year. */
const PROGRAM = path.resolve('dist/ita.mjs');

let folder: string;
const at = (...names: string[]) => path.join(folder, ...names);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ita-'));
  ita('generate', '--all', '--out', at('in'));
  await writeFile(at('in', 'notes.xlsx'), 'notes');
  for (const name of await readdir(at('in'))) await utimes(at('in', name), 1_000_000_000, 1_000_000_000);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function ita(...argv: string[]) {
  const env = { ...process.env, SOURCE_DATE_EPOCH: '1651190400', XDG_CACHE_HOME: at('home') };
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...argv], { encoding: 'utf8', env });
  return { status, stdout, stderr };
}

describe('the built program with many workbooks', () => {
  it('reads them, and then knows them from its memory', async () => {
    const anew = ita('consolidate', at('in'), '--out', at('a.xlsx'), '--no-cache', '--format', 'json');
    expect(JSON.parse(anew.stdout)).toMatchObject({
      files: 79,
      agencies: { received: 77 },
      problems: expect.arrayContaining([expect.objectContaining({ code: 'file-not-workbook' })]) as unknown,
    });
    expect((await readdir(folder)).sort()).toEqual(['a.xlsx', 'in']);
    const kept = ita('consolidate', at('in'), '--out', at('b.xlsx'), '--cache', at('cache'));
    const again = ita('consolidate', at('in'), '--out', at('c.xlsx'), '--cache', at('cache'));
    expect([anew.status, kept.status, again.status]).toEqual([1, 1, 1]);
    expect((await readdir(folder)).sort()).toEqual(['a.xlsx', 'b.xlsx', 'c.xlsx', 'cache', 'in']);
    const [a, b, c] = await Promise.all(['a', 'b', 'c'].map((name) => readFile(at(`${name}.xlsx`))));
    expect([b!.equals(a!), c!.equals(a!)]).toEqual([true, true]);
  });

  it('remembers in the cache folder of the user, where none is named', async () => {
    expect(ita('consolidate', at('in'), '--out', at('d.xlsx')).status).toBe(1);
    expect(await readdir(at('home'))).toEqual(['ita-workbook']);
  });

  it('reads so many bytes in threads, and gives the same', async () => {
    ita('consolidate', at('in'), '--out', at('e.xlsx'), '--no-cache');
    for (const name of await readdir(at('in'))) {
      // Zeros behind a workbook are no part of it.
      await truncate(at('in', name), 2 ** 20);
      await utimes(at('in', name), 1_000_000_000, 1_000_000_000);
    }
    ita('consolidate', at('in'), '--out', at('f.xlsx'), '--no-cache');
    const [small, large] = await Promise.all(['e', 'f'].map((name) => readFile(at(`${name}.xlsx`))));
    expect(large!.equals(small!)).toBe(true);
  });
});
