/* eslint-disable jest/no-export -- a contract is tests that several adapters share */
import { FileFault, type FileStore } from '../../src/usecases/ports/file-store.ts';

/** A store, and a folder in it that is empty or missing and that nobody else uses. */
export interface FileStoreSubject {
  readonly store: FileStore;
  readonly root: string;
}

/** What every file store must do; every adapter runs it. `open` is called once for each test. */
export function itKeepsTheFileStoreContract(open: () => FileStoreSubject): void {
  it('gives back the bytes that were written', async () => {
    const { store, root } = open();
    await store.write(`${root}/a.xlsx`, bytesOf('ก'));
    expect(await store.read(`${root}/a.xlsx`)).toEqual(bytesOf('ก'));
  });

  it('makes the folders above a new file', async () => {
    const { store, root } = open();
    await store.write(`${root}/ปี ๒๕๖๕/เขต/a.xlsx`, bytesOf('1'));
    expect(await store.list(`${root}/ปี ๒๕๖๕`)).toMatchObject([{ path: `${root}/ปี ๒๕๖๕/เขต/a.xlsx`, size: 1 }]);
  });

  it('replaces a file as a whole', async () => {
    const { store, root } = open();
    await store.write(`${root}/a.xlsx`, bytesOf('a longer text'));
    await store.write(`${root}/a.xlsx`, bytesOf('short'));
    expect(await store.read(`${root}/a.xlsx`)).toEqual(bytesOf('short'));
    expect(await store.list(root)).toMatchObject([{ path: `${root}/a.xlsx`, size: 5 }]);
  });

  it('writes the pieces of a file one behind the other', async () => {
    const { store, root } = open();
    await store.write(`${root}/a.xlsx`, [bytesOf('ก'), new Uint8Array(), bytesOf('ข')]);
    expect(await store.read(`${root}/a.xlsx`)).toEqual(bytesOf('กข'));
    await store.write(`${root}/a.xlsx`, []);
    expect(await store.read(`${root}/a.xlsx`)).toEqual(new Uint8Array());
  });

  it('writes an empty file, and one with a long Thai name', async () => {
    const { store, root } = open();
    // 83 Thai letters and the ending are 254 bytes; file systems allow 255.
    const long = `${root}/${'ก'.repeat(83)}.xlsx`;
    await store.write(`${root}/empty.xlsx`, new Uint8Array());
    await store.write(long, bytesOf('1'));
    expect(await store.read(`${root}/empty.xlsx`)).toEqual(new Uint8Array());
    expect(await store.read(long)).toEqual(bytesOf('1'));
  });

  it('lists a file by itself, whatever its name', async () => {
    const { store, root } = open();
    await store.write(`${root}/notes.txt`, bytesOf('12'));
    expect(await store.list(`${root}/notes.txt`)).toMatchObject([{ path: `${root}/notes.txt`, size: 2 }]);
  });

  it('lists the files of a folder and those below it in the order of their names, lock files too, hidden ones not', async () => {
    const { store, root } = open();
    const names = [
      'b.xlsx',
      'a/z.XLSX',
      'ข.xls',
      'ก.xlsm',
      '~$b.xlsx',
      '10.xlsx',
      '9.xlsx',
      'old.ods',
      'all.zip',
      'xlsx',
    ];
    const others = ['.hidden.xlsx', '.folder/x.xlsx', 'a/._z.xlsx', 'Thumbs.db', 'desktop.ini', 'b.xlsx.undo-2.json'];
    for (const name of [...names, ...others]) await store.write(`${root}/${name}`, bytesOf('1'));
    const listed = await store.list(root);
    expect(listed.map(({ path }) => path.slice(root.length + 1))).toEqual([
      '10.xlsx',
      '9.xlsx',
      'a/z.XLSX',
      'all.zip',
      'b.xlsx',
      'old.ods',
      'xlsx',
      '~$b.xlsx',
      'ก.xlsm',
      'ข.xls',
    ]);
  });

  it('says that a path is not there', async () => {
    const { store, root } = open();
    const fault = { path: `${root}/none.xlsx`, code: 'ENOENT', action: 'read' };
    expect(await faultOf(store.read(`${root}/none.xlsx`))).toMatchObject(fault);
    expect(await faultOf(store.list(`${root}/none.xlsx`))).toMatchObject(fault);
  });

  it('refuses to read a folder and to write over one', async () => {
    const { store, root } = open();
    await store.write(`${root}/folder.xlsx/a.xlsx`, bytesOf('1'));
    const path = `${root}/folder.xlsx`;
    expect(await faultOf(store.read(path))).toMatchObject({ path, code: 'EISDIR', action: 'read' });
    expect(await faultOf(store.write(path, bytesOf('2')))).toMatchObject({ path, code: 'EISDIR', action: 'write' });
    expect(await store.read(`${path}/a.xlsx`)).toEqual(bytesOf('1'));
  });

  it('refuses to write below a file', async () => {
    const { store, root } = open();
    await store.write(`${root}/a.xlsx`, bytesOf('1'));
    expect(await faultOf(store.write(`${root}/a.xlsx/b.xlsx`, bytesOf('2')))).toMatchObject({ action: 'write' });
    expect(await store.read(`${root}/a.xlsx`)).toEqual(bytesOf('1'));
  });

  it('knows one file by every way to write its path, before and after it exists', async () => {
    const { store, root } = open();
    const before = await store.identify(`${root}/./a.xlsx`);
    await store.write(`${root}/a.xlsx`, bytesOf('1'));
    expect(await store.identify(`${root}/a.xlsx`)).toBe(before);
    expect(await store.identify(`${root}/b.xlsx`)).not.toBe(before);
  });

  it('keeps what it wrote, whatever becomes of the bytes that were given or read', async () => {
    const { store, root } = open();
    const bytes = bytesOf('abc');
    await store.write(`${root}/a.xlsx`, bytes);
    bytes.fill(0);
    (await store.read(`${root}/a.xlsx`)).fill(0);
    expect(await store.read(`${root}/a.xlsx`)).toEqual(bytesOf('abc'));
  });
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

async function faultOf(work: Promise<unknown>): Promise<FileFault> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof FileFault)) throw new Error(`expected a FileFault, not ${String(error)}`);
  return error;
}
