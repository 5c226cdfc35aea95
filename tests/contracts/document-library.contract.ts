/* eslint-disable jest/no-export -- a contract is tests that several adapters share */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import {
  LibraryFault,
  type DocumentLibrary,
  type LibraryChanges,
  type LibraryItem,
} from '../../src/usecases/ports/document-library.ts';

/** Somebody else at work in the same folder. Paths are below the root, with `/` between names. */
export interface Outside {
  /** Saves a file, with the folders above it; another version where it is there. */
  save(path: string, bytes: Uint8Array): Promise<void>;
  /** Has a file open, as Excel has. */
  open(path: string): Promise<void>;
  close(path: string): Promise<void>;
  remove(path: string): Promise<void>;
}

/** A library whose folder is empty and that nobody else uses. */
export interface DocumentLibrarySubject {
  readonly library: DocumentLibrary;
  readonly outside: Outside;
}

/** What every shared folder must do; every adapter runs it. `open` is called once for each test. */
export function itKeepsTheDocumentLibraryContract(
  open: (signal?: AbortSignal) => Promise<DocumentLibrarySubject>,
): void {
  describe('creating', () => {
    it('gives back the bytes of a file that is no workbook as they were sent', async () => {
      const { library } = await open();
      const made = await library.create(library.root, 'manifest.json', strToU8('{"ก":1}'));
      expect(made).toMatchObject({ kind: 'file', name: 'manifest.json', parent: library.root.id, size: 9 });
      const got = await library.download(made);
      expect(got?.bytes).toEqual(strToU8('{"ก":1}'));
      expect(got?.file).toMatchObject({ id: made.id, name: 'manifest.json', tag: made.tag });
    });

    it('gives back a workbook that reads the same', async () => {
      const { library } = await open();
      const made = await library.create(library.root, 'รายงาน ๒๕๖๕.xlsx', workbook('ก'));
      const got = await library.download(made);
      expect(textIn(got?.bytes)).toBe('ก');
      expect(got?.file.size).toBe(got?.bytes.length);
    });

    it('refuses a name that a file or a folder has already, and leaves what is there', async () => {
      const { library } = await open();
      const made = await library.create(library.root, 'a.xlsx', workbook('first'));
      await library.makeFolder(library.root, '5019');
      expect(await reasonOf(library.create(library.root, 'a.xlsx', workbook('second')))).toBe('exists');
      expect(await reasonOf(library.create(library.root, '5019', workbook('second')))).toBe('exists');
      expect(textIn((await library.download(made))?.bytes)).toBe('first');
    });

    it('refuses a name that somebody else took meanwhile', async () => {
      const { library, outside } = await open();
      expect(await library.children(library.root)).toEqual([]);
      await outside.save('a.xlsx', workbook('of the agency'));
      expect(await reasonOf(library.create(library.root, 'a.xlsx', workbook('ours')))).toBe('exists');
      expect(await textAt(library, 'a.xlsx')).toBe('of the agency');
    });

    it.each([
      '',
      'a?.xlsx',
      'a/b.xlsx',
      'a\\b.xlsx',
      '..',
      'a.',
      'a ',
      ' a',
      '~a.xlsx',
      'CON',
      'a:b',
      'x_vti_y',
      'desktop.ini',
    ])('refuses the name %j, which no shared folder takes', async (name) => {
      const { library } = await open();
      expect(await reasonOf(library.create(library.root, name, workbook('1')))).toBe('bad-name');
      expect(await reasonOf(library.makeFolder(library.root, name))).toBe('bad-name');
      expect(await library.children(library.root)).toEqual([]);
    });

    it.each(['ก'.repeat(60), "สำนัก ๑ (เขต) 100% #1 & 'x' + ก็.xlsx"])('takes the name %j', async (name) => {
      const { library } = await open();
      await library.create(library.root, name, strToU8('1'));
      expect((await library.children(library.root)).map((item) => item.name)).toEqual([name]);
    });

    it('keeps what it was given, whatever becomes of the bytes', async () => {
      const { library } = await open();
      const bytes = strToU8('abc');
      const made = await library.create(library.root, 'a.json', bytes);
      bytes.fill(0);
      (await library.download(made))?.bytes.fill(0);
      expect((await library.download(made))?.bytes).toEqual(strToU8('abc'));
    });

    it('takes an empty file', async () => {
      const { library } = await open();
      const made = await library.create(library.root, 'empty.jsonl', new Uint8Array());
      expect((await library.download(made))?.bytes).toEqual(new Uint8Array());
    });
  });

  describe('folders', () => {
    it('are made once, and found the next time', async () => {
      const { library } = await open();
      const made = await library.makeFolder(library.root, '5019');
      expect(made).toMatchObject({ kind: 'folder', name: '5019', parent: library.root.id });
      expect(await library.makeFolder(library.root, '5019')).toMatchObject({ id: made.id });
      await library.create(made, 'a.xlsx', workbook('1'));
      expect(await library.children(made)).toMatchObject([{ kind: 'file', name: 'a.xlsx', parent: made.id }]);
      expect(await library.children(library.root)).toMatchObject([{ kind: 'folder', name: '5019', id: made.id }]);
    });

    it('are not made where a file has the name', async () => {
      const { library, outside } = await open();
      await outside.save('5019', strToU8('a file'));
      expect(await reasonOf(library.makeFolder(library.root, '5019'))).toBe('exists');
    });

    it('show neither lock files nor hidden ones', async () => {
      const { library, outside } = await open();
      await outside.save('5019/a.xlsx', workbook('1'));
      await outside.open('5019/a.xlsx');
      await outside.save('5019/.hidden', strToU8('1'));
      const folder = await library.makeFolder(library.root, '5019');
      expect((await library.children(folder)).map(({ name }) => name)).toEqual(['a.xlsx']);
      const { items } = await library.changes();
      expect(items.map(({ name }) => name).sort()).toEqual(['5019', 'a.xlsx']);
    });
  });

  describe('replacing', () => {
    it('puts another version in the place of the one that is known', async () => {
      const { library } = await open();
      const made = await library.create(library.root, 'a.xlsx', workbook('first'));
      const replaced = await library.replace(made, workbook('second'));
      expect(replaced).toMatchObject({ id: made.id, name: 'a.xlsx' });
      expect(replaced.tag).not.toBe(made.tag);
      expect(textIn((await library.download(replaced))?.bytes)).toBe('second');
    });

    it('refuses where it has been replaced already', async () => {
      const { library } = await open();
      const made = await library.create(library.root, 'a.xlsx', workbook('first'));
      await library.replace(made, workbook('second'));
      expect(await reasonOf(library.replace(made, workbook('third')))).toBe('changed');
      expect(await textAt(library, 'a.xlsx')).toBe('second');
    });

    it('refuses where somebody else saved meanwhile, and leaves what they saved', async () => {
      const { library, outside } = await open();
      const made = await library.create(library.root, 'a.xlsx', workbook('first'));
      await outside.save('a.xlsx', workbook('of the agency'));
      expect(await reasonOf(library.replace(made, workbook('second')))).toBe('changed');
      expect(await textAt(library, 'a.xlsx')).toBe('of the agency');
    });

    it('refuses while somebody has the file open, and does it when it is closed', async () => {
      const { library, outside } = await open();
      const made = await library.create(library.root, 'a.xlsx', workbook('first'));
      await outside.open('a.xlsx');
      expect(await reasonOf(library.replace(made, workbook('second')))).toBe('locked');
      expect(await textAt(library, 'a.xlsx')).toBe('first');
      await outside.close('a.xlsx');
      await library.replace(await fileAt(library, 'a.xlsx'), workbook('second'));
      expect(await textAt(library, 'a.xlsx')).toBe('second');
    });

    it('says that the file is not there any more', async () => {
      const { library, outside } = await open();
      const made = await library.create(library.root, 'a.xlsx', workbook('first'));
      await outside.remove('a.xlsx');
      expect(await reasonOf(library.replace(made, workbook('second')))).toBe('missing');
      expect(await library.children(library.root)).toEqual([]);
    });
  });

  describe('downloading', () => {
    it('fetches only what is not known yet', async () => {
      const { library, outside } = await open();
      await outside.save('a.xlsx', workbook('first'));
      const file = await fileAt(library, 'a.xlsx');
      const first = await library.download(file);
      expect(await library.download(file, first?.file.contentTag)).toBeUndefined();
      await outside.save('a.xlsx', workbook('second'));
      const second = await library.download(file, first?.file.contentTag);
      expect(textIn(second?.bytes)).toBe('second');
      expect(second?.file.contentTag).not.toBe(first?.file.contentTag);
      expect(second?.file.tag).not.toBe(first?.file.tag);
    });

    it('reads a file that somebody has open', async () => {
      const { library, outside } = await open();
      await outside.save('a.xlsx', workbook('first'));
      await outside.open('a.xlsx');
      expect(await textAt(library, 'a.xlsx')).toBe('first');
    });

    it('says that the file is not there any more', async () => {
      const { library, outside } = await open();
      await outside.save('a.xlsx', workbook('first'));
      const file = await fileAt(library, 'a.xlsx');
      await outside.remove('a.xlsx');
      expect(await reasonOf(library.download(file))).toBe('missing');
    });
  });

  describe('changes', () => {
    it('are everything at first, in folders of any depth', async () => {
      const { library, outside } = await open();
      await outside.save('5019/a.xlsx', workbook('1'));
      await outside.save('5020/earlier/b.xlsx', workbook('2'));
      const all = await library.changes();
      expect(all).toMatchObject({ isWhole: true, gone: [] });
      expect(pathsOf(library, all.items)).toEqual([
        '5019',
        '5019/a.xlsx',
        '5020',
        '5020/earlier',
        '5020/earlier/b.xlsx',
      ]);
    });

    it('keep a list as it is in the library, whatever happened there', async () => {
      const { library, outside } = await open();
      const list = new Map<string, LibraryItem>();
      let cursor = follow(list, await library.changes());
      expect(list.size).toBe(0);
      await outside.save('5019/a.xlsx', workbook('1'));
      await library.create(library.root, 'b.json', strToU8('1'));
      cursor = follow(list, await library.changes(cursor));
      expect(pathsOf(library, [...list.values()])).toEqual(['5019', '5019/a.xlsx', 'b.json']);
      const before = [...list.values()].find(({ name }) => name === 'a.xlsx');
      await outside.save('5019/a.xlsx', workbook('another'));
      await outside.remove('b.json');
      cursor = follow(list, await library.changes(cursor));
      expect(pathsOf(library, [...list.values()])).toEqual(['5019', '5019/a.xlsx']);
      const after = [...list.values()].find(({ name }) => name === 'a.xlsx');
      expect(after).toMatchObject({ id: before?.id });
      expect(after).not.toMatchObject({ tag: before && 'tag' in before ? before.tag : '' });
      const tags = tagsOf(list);
      follow(list, await library.changes(cursor));
      expect(tagsOf(list)).toEqual(tags);
    });

    it('tell everything again of a cursor that is none of theirs', async () => {
      const { library, outside } = await open();
      await outside.save('5019/a.xlsx', workbook('1'));
      const all = await library.changes('https://elsewhere.example/v1.0/delta?token=1');
      expect(all.isWhole).toBe(true);
      expect(pathsOf(library, all.items)).toEqual(['5019', '5019/a.xlsx']);
    });
  });

  it('tells the versions of a file, the latest first, where it keeps them', async () => {
    const { library, outside } = await open();
    await outside.save('a.json', strToU8('1'));
    await outside.save('a.json', strToU8('12'));
    const sizes = (await library.versions(await fileAt(library, 'a.json'))).map(({ size }) => size);
    expect([[], [2, 1]]).toContainEqual(sizes);
  });

  it('ends with the reason of its signal', async () => {
    const controller = new AbortController();
    const { library } = await open(controller.signal);
    const reason = new Error('the person left');
    controller.abort(reason);
    await expect(library.changes()).rejects.toBe(reason);
    await expect(library.create(library.root, 'a.xlsx', workbook('1'))).rejects.toBe(reason);
  });
}

/** A small zip file with a text in it, which stands for a workbook. */
export function workbook(text: string): Uint8Array {
  return zipSync({ 'xl/text.xml': strToU8(text) });
}

/** The text of such a workbook. */
export function textIn(bytes: Uint8Array | undefined): string {
  return strFromU8(unzipSync(bytes ?? new Uint8Array())['xl/text.xml'] ?? new Uint8Array());
}

/** Why something was refused. */
export async function reasonOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof LibraryFault) return error.reason;
    throw error;
  }
  return 'nothing';
}

type FileItem = Extract<LibraryItem, { readonly kind: 'file' }>;

async function fileAt(library: DocumentLibrary, name: string): Promise<FileItem> {
  const found = (await library.children(library.root)).find((item) => item.name === name);
  if (found?.kind !== 'file') throw new Error(`no file ${name}`);
  return found;
}

async function textAt(library: DocumentLibrary, name: string): Promise<string> {
  return textIn((await library.download(await fileAt(library, name)))?.bytes);
}

/** Takes changes into a list; gives back the cursor for the next ones. */
function follow(list: Map<string, LibraryItem>, { items, gone, isWhole, cursor }: LibraryChanges): string {
  if (isWhole) list.clear();
  for (const id of gone) list.delete(id);
  for (const item of items) list.set(item.id, item);
  return cursor;
}

function pathsOf({ root }: DocumentLibrary, items: readonly LibraryItem[]): string[] {
  const pathOf = ({ name, parent }: LibraryItem): string => {
    const folder = items.find(({ id }) => id === parent);
    if (folder) return `${pathOf(folder)}/${name}`;
    return parent === root.id ? name : `?/${name}`;
  };
  return items.map(pathOf).sort();
}

function tagsOf(list: ReadonlyMap<string, LibraryItem>): string[] {
  return [...list.values()].flatMap((item) => (item.kind === 'file' ? `${item.id} ${item.tag}` : [])).sort();
}
