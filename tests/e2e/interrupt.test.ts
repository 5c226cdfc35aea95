import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { until } from '../support/until.ts';

/** The built command line. */
const PROGRAM = path.resolve('dist/ita.mjs');

let folder: string;
const at = (...names: string[]) => path.join(folder, ...names);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ita-'));
  spawnSync(process.execPath, [PROGRAM, 'generate', '--all', '--out', at('in', '0')]);
  // Zeros behind a workbook are no part of it, and the program reads so many bytes in threads.
  for (const name of await readdir(at('in', '0'))) await truncate(at('in', '0', name), 2 ** 20);
  for (const copy of ['1', '2', '3', '4', '5']) await cp(at('in', '0'), at('in', copy), { recursive: true });
  for (const name of (await readdir(at('in', '0'))).slice(0, 20)) await cp(at('in', '0', name), at('few', name));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the built program, interrupted while it reads', () => {
  it.each([
    ['in threads', 'in'],
    ['one by one', 'few'],
  ])('%s, stops, says so in both languages and writes nothing', async (_, input) => {
    const cache = await mkdtemp(at('cache-'));
    const argv = [PROGRAM, 'consolidate', at(input), '--out', at('master.xlsx'), '--cache', cache];
    const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'pipe'] });
    const told = Promise.all([text(child.stdout), text(child.stderr)]);
    // The first file is kept: the work is under way.
    await until(async () => child.exitCode !== null || (await readdir(cache)).length > 0);
    child.kill('SIGINT');
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    const [out, err] = await told;
    expect([code, signal, out]).toEqual([130, null, '']);
    expect(err.trim().split('\n')).toEqual([
      expect.stringMatching(/Ctrl-C แล้ว/),
      expect.stringMatching(/Stopped by Ctrl-C/),
    ]);
    expect(await readdir(folder)).not.toContain('master.xlsx');
  });
});
