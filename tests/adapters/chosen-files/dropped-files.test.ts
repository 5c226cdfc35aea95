import { createDroppedFiles } from '../../../src/adapters/chosen-files/dropped-files.ts';

/** A file or folder as a browser gives what was dropped; folders give two entries at a time, and none when there are no more. */
function dropped(path: string, inside?: readonly FileSystemEntry[] | DOMException): FileSystemEntry {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const entry = { name, fullPath: path, isFile: inside === undefined, isDirectory: inside !== undefined };
  const file = (resolve: (file: File) => void, reject: (error: Error) => void): void =>
    name.startsWith('ย้าย') ? reject(new DOMException('gone', 'NotFoundError')) : resolve(new File([path], name));
  const createReader = (): Pick<FileSystemDirectoryReader, 'readEntries'> => {
    const left = inside instanceof DOMException ? [] : [...(inside ?? [])];
    return {
      readEntries: (resolve, reject) =>
        inside instanceof DOMException ? reject?.(inside) : resolve(left.splice(0, 2)),
    };
  };
  return { ...entry, file, createReader } as unknown as FileSystemEntry;
}

function drop(...entries: readonly (FileSystemEntry | File)[]): Parameters<typeof createDroppedFiles>[0] {
  return {
    items: entries.map((entry) => ({
      webkitGetAsEntry: () => (entry instanceof File ? null : entry),
      getAsFile: () => (entry instanceof File ? entry : null),
    })),
  };
}

describe('files and folders that a person dropped', () => {
  it('are the files themselves and those below the folders, however many a folder gives at a time', async () => {
    const files = await createDroppedFiles(
      drop(
        dropped('/จดหมาย.docx'),
        dropped('/รับแล้ว', [
          ...['5', '3', '1', '4', '2'].map((name) => dropped(`/รับแล้ว/${name}.xlsx`)),
          dropped('/รับแล้ว/.ซ่อน.xlsx'),
          dropped('/รับแล้ว/.ซ่อน', [dropped('/รับแล้ว/.ซ่อน/6.xlsx')]),
          dropped('/รับแล้ว/ใน', [dropped('/รับแล้ว/ใน/~$6.xlsx'), dropped('/รับแล้ว/ใน/6.pdf')]),
        ]),
        new File(['x'], 'จากจดหมาย.xlsx'),
      ),
    );
    expect(files.paths).toEqual(
      [
        'จดหมาย.docx',
        'จากจดหมาย.xlsx',
        ...['1', '2', '3', '4', '5'].map((name) => `รับแล้ว/${name}.xlsx`),
        'รับแล้ว/ใน/6.pdf',
        'รับแล้ว/ใน/~$6.xlsx',
      ].toSorted(),
    );
    expect(Buffer.from(await files.read('รับแล้ว/3.xlsx')).toString()).toBe('/รับแล้ว/3.xlsx');
  });

  it('that cannot be opened stand in the list, and reading them says why', async () => {
    const closed = dropped('/ปิด', new DOMException('no', 'NotReadableError'));
    const files = await createDroppedFiles(drop(dropped('/ก', [closed, dropped('/ก/ย้ายไปแล้ว.xlsx')])));
    expect(files.paths).toEqual(['ก/ย้ายไปแล้ว.xlsx', 'ปิด']);
    expect(await files.list('ปิด')).toEqual([{ path: 'ปิด', size: 0 }]);
    await expect(files.read('ปิด')).rejects.toMatchObject({ code: 'EACCES' });
    await expect(files.read('ก/ย้ายไปแล้ว.xlsx')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
