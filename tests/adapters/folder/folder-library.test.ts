import { mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openFolderLibrary } from '../../../src/adapters/folder/folder-library.ts';
import {
  itKeepsTheDocumentLibraryContract,
  reasonOf,
  workbook,
  type Outside,
} from '../../contracts/document-library.contract.ts';
import { ownFolder } from '../../support/own-folder.ts';

const inFolder = ownFolder();

describe('a folder of this computer', () => {
  itKeepsTheDocumentLibraryContract(async (signal) => ({
    library: await openFolderLibrary(inFolder(), signal),
    outside: outsideOf(inFolder()),
  }));

  it('is none where a file is', async () => {
    await writeFile(inFolder('a.xlsx'), workbook('1'));
    expect(await reasonOf(openFolderLibrary(inFolder('a.xlsx')))).toBe('not-folder');
  });

  it('is missing where there is none', async () => {
    expect(await reasonOf(openFolderLibrary(inFolder('none')))).toBe('missing');
  });

  it('leaves no other file behind, whatever fails', async () => {
    const library = await openFolderLibrary(inFolder());
    const outside = outsideOf(inFolder());
    const made = await library.create(library.root, 'a.xlsx', workbook('first'));
    await library.replace(made, workbook('second'));
    await reasonOf(library.replace(made, workbook('third')));
    await outside.save('b.xlsx', workbook('theirs'));
    await reasonOf(library.create(library.root, 'b.xlsx', workbook('ours')));
    expect((await readdir(inFolder())).sort()).toEqual(['a.xlsx', 'b.xlsx']);
  });

  it('shows a file as open beside a lock file of Excel, also of a long name, and of LibreOffice', async () => {
    const library = await openFolderLibrary(inFolder());
    for (const name of ['a.xlsx', 'สำนักงานเขต.xlsx', 'c.xlsx', 'd.xlsx'])
      await writeFile(inFolder(name), workbook(name));
    for (const lock of ['~$a.xlsx', '~$นักงานเขต.xlsx', '.~lock.c.xlsx#']) await writeFile(inFolder(lock), '');
    const items = await library.children(library.root);
    const open = items.filter((item) => item.kind === 'file' && item.isOpen).map(({ name }) => name);
    expect(open.sort()).toEqual(['a.xlsx', 'c.xlsx', 'สำนักงานเขต.xlsx']);
  });

  it('lists every file once, by its own path, where links lead in a circle', async () => {
    await mkdir(inFolder('5019'));
    await mkdir(inFolder('5020'));
    await writeFile(inFolder('5019', 'a.xlsx'), workbook('1'));
    await symlink('..', inFolder('5019', 'up'));
    await symlink(path.join('..', '5019'), inFolder('5020', 'other'));
    const { items } = await (await openFolderLibrary(inFolder())).changes();
    expect(items.map(({ id }) => id).sort()).toEqual(['5019', '5019/a.xlsx', '5019/up', '5020', '5020/other']);
  });

  it('goes on where one of its folders is closed', async () => {
    await mkdir(inFolder('5019'));
    await writeFile(inFolder('a.xlsx'), workbook('1'));
    const library = await openFolderLibrary(inFolder());
    await rm(inFolder('5019'), { recursive: true });
    await writeFile(inFolder('5019'), 'a file now');
    expect(await reasonOf(library.children({ kind: 'folder', id: '5019', name: '5019', parent: '' }))).toBe('missing');
    expect((await library.changes()).items.map(({ name }) => name).sort()).toEqual(['5019', 'a.xlsx']);
  });
});

/** Somebody else who saves in the folder, as OneDrive does it for them. */
function outsideOf(folder: string): Outside {
  const lockOf = (file: string): string => path.join(folder, path.dirname(file), `~$${path.basename(file)}`);
  return {
    save: async (file, bytes) => {
      await mkdir(path.join(folder, path.dirname(file)), { recursive: true });
      await writeFile(path.join(folder, file), bytes);
    },
    open: (file) => writeFile(lockOf(file), ''),
    close: (file) => rm(lockOf(file)),
    remove: (file) => rm(path.join(folder, file)),
  };
}
