import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createFolderCache } from '../../../src/adapters/folder/folder-cache.ts';
import type { CachedResult } from '../../../src/usecases/ports/result-cache.ts';

const KEY = 'ab12';
const KEPT: CachedResult = {
  stamp: '1 2 3',
  hash: 'ff',
  result: { submissions: [], problems: [{ code: 'error-value', file: 'ก.xlsx', text: '#N/A \ud800 "\n' }] },
};

let folder: string;

beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(tmpdir(), 'ita-')), 'cache');
});

afterEach(async () => {
  await rm(path.dirname(folder), { recursive: true, force: true });
});

describe('a cache in a folder', () => {
  it('gives back what was kept, to a later run too', async () => {
    await createFolderCache(folder, '1').store(KEY, KEPT);
    expect(await createFolderCache(folder, '1').find(KEY)).toEqual(KEPT);
  });

  it('keeps the last that it was given, and nothing beside it', async () => {
    const cache = createFolderCache(folder, '1');
    await cache.store(KEY, KEPT);
    await cache.store(KEY, { ...KEPT, hash: 'ee' });
    expect(await cache.find(KEY)).toEqual({ ...KEPT, hash: 'ee' });
    expect(await readdir(path.join(folder, 'ab'))).toEqual(['12.json']);
  });

  it('knows nothing of another key, of another version, and of what was deleted', async () => {
    const cache = createFolderCache(folder, '1');
    await cache.store(KEY, KEPT);
    expect(await cache.find('ab13')).toBeUndefined();
    expect(await createFolderCache(folder, '2').find(KEY)).toBeUndefined();
    await rm(folder, { recursive: true });
    expect(await cache.find(KEY)).toBeUndefined();
  });

  it('ignores a file that is not as it was written, whatever is wrong with it', async () => {
    const cache = createFolderCache(folder, '1');
    await cache.store(KEY, KEPT);
    const file = path.join(folder, 'ab', '12.json');
    const whole = await readFile(file, 'utf16le');
    const damaged = [
      '',
      '{}',
      whole.replace('"ff"', '"fe"'),
      whole.slice(1),
      ...Array.from({ length: 20 }, (_, part) => whole.slice(0, (whole.length * part) / 20)),
    ];
    for (const text of damaged) {
      await writeFile(file, text, 'utf16le');
      expect(await cache.find(KEY)).toBeUndefined();
    }
    await writeFile(file, whole, 'utf16le');
    expect(await cache.find(KEY)).toEqual(KEPT);
  });

  it('does without a folder that cannot be made', async () => {
    await writeFile(folder, 'a file');
    const cache = createFolderCache(folder, '1');
    await cache.store(KEY, KEPT);
    expect(await cache.find(KEY)).toBeUndefined();
    expect(await readFile(folder, 'utf8')).toBe('a file');
  });
});
