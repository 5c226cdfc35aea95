import { readdirSync } from 'node:fs';
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
  chmod,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createFolderStore } from '../../../src/adapters/folder/folder-store.ts';
import { FileFault } from '../../../src/usecases/ports/file-store.ts';
import { itKeepsTheFileStoreContract } from '../../contracts/file-store.contract.ts';

const store = createFolderStore();
let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(await realpath(tmpdir()), 'ita-'));
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

describe('the file store on folders', () => {
  itKeepsTheFileStoreContract(() => ({ store, root }));

  it('leaves nothing beside a file that it wrote', async () => {
    await store.write(`${root}/a.xlsx`, new Uint8Array([1]));
    expect(await readdir(root)).toEqual(['a.xlsx']);
  });

  it('leaves the old one whole and nothing beside it when the new one cannot take its name', async () => {
    await mkdir(`${root}/a.xlsx/full`, { recursive: true });
    await expect(store.write(`${root}/a.xlsx`, new Uint8Array([1]))).rejects.toThrow(FileFault);
    expect(await readdir(root)).toEqual(['a.xlsx']);
    expect(await readdir(`${root}/a.xlsx`)).toEqual(['full']);
  });

  it('leaves the old one whole and nothing beside it when the pieces of the new one end early', async () => {
    await writeFile(`${root}/a.xlsx`, 'old');
    const seen: string[][] = [];
    function* pieces(): Generator<Uint8Array, void, undefined> {
      yield new Uint8Array(100_000);
      seen.push(readdirSync(root));
      throw Object.assign(new Error('the disk is gone'), { code: 'EIO' });
    }
    await expect(store.write(`${root}/a.xlsx`, pieces())).rejects.toMatchObject({ code: 'EIO', action: 'write' });
    expect(seen).toEqual([[expect.stringMatching(/^\.ita-.*\.tmp$/), 'a.xlsx']]);
    expect(await readdir(root)).toEqual(['a.xlsx']);
    expect(await readFile(`${root}/a.xlsx`, 'utf8')).toBe('old');
  });

  it('says that a folder refuses new names', async () => {
    await expect(store.write('/proc/none/a.xlsx', new Uint8Array([1]))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('never replaces a device by a file', async () => {
    await expect(store.write('/dev/null', new Uint8Array([1]))).rejects.toMatchObject({ code: 'EINVAL' });
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
  });

  it('writes to the file behind a link and keeps its permissions', async () => {
    await writeFile(`${root}/real.xlsx`, 'old');
    await chmod(`${root}/real.xlsx`, 0o640);
    await symlink('real.xlsx', `${root}/link.xlsx`);
    await store.write(`${root}/link.xlsx`, new TextEncoder().encode('new'));
    expect(await readFile(`${root}/real.xlsx`, 'utf8')).toBe('new');
    expect((await stat(`${root}/real.xlsx`)).mode & 0o777).toBe(0o640);
    expect(await realpath(`${root}/link.xlsx`)).toBe(`${root}/real.xlsx`);
  });

  it('follows links to folders, each folder once, and knows a file by its own place', async () => {
    await mkdir(`${root}/inbox/z`, { recursive: true });
    await writeFile(`${root}/inbox/z/a.xlsx`, '1');
    await mkdir(`${root}/elsewhere`);
    await writeFile(`${root}/elsewhere/b.xlsx`, '12');
    await symlink('..', `${root}/inbox/z/circle`);
    await symlink('z', `${root}/inbox/again`);
    await symlink('z/a.xlsx', `${root}/inbox/copy.xlsx`);
    await symlink('../elsewhere', `${root}/inbox/more`);
    expect(await store.list(`${root}/inbox`)).toMatchObject([
      { path: `${root}/inbox/more/b.xlsx`, size: 2 },
      { path: `${root}/inbox/z/a.xlsx`, size: 1 },
    ]);
  });

  it('says when a file was written', async () => {
    for (const name of ['a.xlsx', 'b.xlsx']) await writeFile(`${root}/${name}`, '1');
    await utimes(`${root}/a.xlsx`, 0, Date.parse('2022-02-17T03:00:00Z') / 1000);
    const modifiedAt = '2022-02-17T03:00:00.000Z';
    expect(await store.list(`${root}/a.xlsx`)).toEqual([{ path: `${root}/a.xlsx`, size: 1, modifiedAt }]);
    expect(await store.list(root)).toMatchObject([{ modifiedAt }, { path: `${root}/b.xlsx` }]);
  });

  it('lists a link that leads nowhere, so that reading it says why', async () => {
    await symlink('gone.xlsx', `${root}/a.xlsx`);
    expect(await store.list(root)).toEqual([{ path: `${root}/a.xlsx`, size: 0 }]);
    await expect(store.read(`${root}/a.xlsx`)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('identifies a file through links and relative paths', async () => {
    await mkdir(`${root}/real`);
    await symlink('real', `${root}/link`);
    const expected = `${root}/real/new.xlsx`;
    expect(await store.identify(`${root}/link/new.xlsx`)).toBe(expected);
    expect(await store.identify(path.relative(process.cwd(), `${root}/link/new.xlsx`))).toBe(expected);
  });
});
