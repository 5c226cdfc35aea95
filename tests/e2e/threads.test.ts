import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync, zipSync } from 'fflate';

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
  return node([PROGRAM, ...argv]);
}

function node(argv: readonly string[]) {
  const env = { ...process.env, SOURCE_DATE_EPOCH: '1651190400', XDG_CACHE_HOME: at('home') };
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8', env });
  return { status, stdout, stderr };
}

/** How many threads a consolidation starts: with a profile of Node, each writes one, as the program itself does. */
async function threadsOf(input: string, out: string): Promise<number> {
  const profiles = await mkdtemp(at('profiles-'));
  const argv = ['consolidate', input, '--out', at(out), '--no-cache'];
  // With 1 it says that there are problems, such as an answer that is missing.
  expect([0, 1]).toContain(node(['--cpu-prof', '--cpu-prof-dir', profiles, PROGRAM, ...argv]).status);
  return (await readdir(profiles)).length - 1;
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

  it('leaves a workbook that holds much to a thread', async () => {
    const [small, large] = (await readdir(at('in'))).filter((name) => name.startsWith('50'));
    await mkdir(at('mixed'));
    await cp(at('in', small!), at('mixed', small!));
    const parts = unzipSync(await readFile(at('in', large!)));
    await writeFile(
      at('mixed', large!),
      zipSync({ ...parts, 'photograph.raw': [randomBytes(9 * 2 ** 20), { level: 0 }] }),
    );
    expect(await threadsOf(at('mixed'), 'g.xlsx')).toBe(1);
    const read = ita('consolidate', at('mixed'), '--out', at('h.xlsx'), '--no-cache', '--format', 'json');
    expect(JSON.parse(read.stdout)).toMatchObject({ files: 2, agencies: { received: 2 } });
  });

  it('reads them in its own thread, and in others only where they are many bytes; that changes nothing', async () => {
    expect(await threadsOf(at('in'), 'e.xlsx')).toBe(0);
    for (const name of await readdir(at('in'))) {
      // Zeros behind a workbook are no part of it.
      await truncate(at('in', name), 2 ** 20);
      await utimes(at('in', name), 1_000_000_000, 1_000_000_000);
    }
    expect(await threadsOf(at('in'), 'f.xlsx')).toBeGreaterThan(0);
    const [small, large] = await Promise.all(['e', 'f'].map((name) => readFile(at(`${name}.xlsx`))));
    expect(large!.equals(small!)).toBe(true);
  });
});
