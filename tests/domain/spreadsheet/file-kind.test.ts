import { fileKind, isHiddenName, type FileKind } from '../../../src/domain/spreadsheet/file-kind.ts';

describe('a file', () => {
  it.each<[FileKind, readonly string[]]>([
    ['workbook', ['a.xlsx', 'รับ/๑.XLSM', 'a.xls', 'a.xlsb', 'a.xltx', 'a.ods', 'ปี 2565.1/คำตอบ', '25650101']],
    ['copy', ['a.xlsx.bak', 'a.xlsx ', 'a.xlsx~', 'a.XLSM.old', 'a.xlsx (1)', 'a.xlsx.๒', 'a.xlsx.pdf']],
    ['lock', ['~$a.xlsx', 'รับ/~$a.docx', '.~lock.a.xlsx#']],
    ['archive', ['a.zip', 'a.rar', 'a.7z', 'a.tar.gz']],
    ['table', ['a.csv', 'a.xml', 'a.et', 'a.fods', 'a.numbers']],
    [
      'partial',
      [
        'a.xlsx.crdownload',
        'a.xlsx.part',
        '~a123.tmp',
        '7A3F20C0',
        '.a.xlsx.icloud',
        'a.xlsx.filepart',
        'a.xlsx.download',
        'a.xlsx.crswap',
      ],
    ],
    ['document', ['a.pdf', 'a.docx', 'a.jpg', 'a.xlsxx', '.~lock.a']],
  ])('is by its name a %s', (kind, names) => {
    expect(names.map(fileKind)).toEqual(names.map(() => kind));
  });

  it('is hidden where programs keep it for themselves', () => {
    const hidden = [
      '.DS_Store',
      '._a.xlsx',
      'Thumbs.db',
      'desktop.ini',
      'a.xlsx.undo.json',
      'a.xlsx.undo-2.json',
      '.~lock.a',
    ];
    expect(hidden.filter((name) => !isHiddenName(name))).toEqual([]);
    expect(
      ['a.xlsx', '~$a.xlsx', '.~lock.a.xlsx#', '.a.xlsx.icloud', 'thumbs.db.xlsx', 'a.json'].filter(isHiddenName),
    ).toEqual([]);
  });
});
