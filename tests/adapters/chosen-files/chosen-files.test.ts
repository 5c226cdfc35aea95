import { createChosenFiles } from '../../../src/adapters/chosen-files/chosen-files.ts';
import { FileFault } from '../../../src/usecases/ports/file-store.ts';

/** A file as a browser gives it. */
function file(name: string, text: string, more: object = {}): File {
  return Object.assign(new File([text], name), more);
}

describe('files that a person chose', () => {
  it('are read by their names, with their sizes and times', async () => {
    const written = new File(['ก'], '5019-เขต.xlsx', { lastModified: Date.parse('2022-02-17T03:00:00Z') });
    const files = createChosenFiles([written]);
    expect(files.paths).toEqual(['5019-เขต.xlsx']);
    expect(await files.list('5019-เขต.xlsx')).toEqual([
      { path: '5019-เขต.xlsx', size: 3, modifiedAt: '2022-02-17T03:00:00.000Z' },
    ]);
    expect(await files.read('5019-เขต.xlsx')).toEqual(new TextEncoder().encode('ก'));
  });

  it('stay apart although they have the same name', async () => {
    const files = createChosenFiles([file('a.xlsx', '1'), file('a.xlsx', '22'), file('a', '3'), file('a', '4')]);
    expect(files.paths).toEqual(['a', 'a (2)', 'a (2).xlsx', 'a.xlsx']);
    expect(await files.read('a (2).xlsx')).toHaveLength(2);
    expect(await files.identify('a.xlsx')).not.toBe(await files.identify('a (2).xlsx'));
  });

  it('of a folder are its files, lock files too and hidden ones not', () => {
    const inFolder = (path: string): File =>
      file(path.slice(path.lastIndexOf('/') + 1), '', { webkitRelativePath: path });
    const files = createChosenFiles([
      inFolder('.รับแล้ว/๒/b.xlsx'),
      inFolder('.รับแล้ว/~$a.xlsx'),
      inFolder('.รับแล้ว/a.ODS'),
      inFolder('.รับแล้ว/.a.xlsx'),
      inFolder('.รับแล้ว/.git/c.xlsx'),
      inFolder('.รับแล้ว/Thumbs.db'),
      inFolder('.รับแล้ว/z.pdf'),
    ]);
    expect(files.paths).toEqual(['.รับแล้ว/a.ODS', '.รับแล้ว/z.pdf', '.รับแล้ว/~$a.xlsx', '.รับแล้ว/๒/b.xlsx']);
  });

  it.each([
    ['NotFoundError', 'ENOENT'],
    ['NotReadableError', 'EACCES'],
    ['EncodingError', 'ENOTSUP'],
    ['AbortError', 'EIO'],
  ])('may be gone or locked by the time they are read: %s', async (name, code) => {
    const arrayBuffer = (): Promise<never> => Promise.reject(new DOMException('refused', name));
    const files = createChosenFiles([file('a.xlsx', '1', { arrayBuffer })]);
    const fault = await files.read('a.xlsx').catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(FileFault);
    expect(fault).toMatchObject({ path: 'a.xlsx', code, action: 'read' });
  });
});
