import type { HostileFile } from './hostile-file.ts';
import { buildZip, workbookParts } from './package-builder.ts';

/** Files of other kinds under the name of a workbook, and no files at all. */
export function foreignFiles(): readonly HostileFile[] {
  return [
    ['an empty file', 'file-empty', () => new Uint8Array()],
    ['100 MB of zeros', 'file-empty', () => new Uint8Array(1e8)],
    ['a megabyte of random bytes', 'file-not-workbook', () => randomBytes(1e6)],
    [
      'random bytes behind the first of a zip file',
      'file-damaged: cut-off',
      () => joined('504b0304', randomBytes(1e6)),
    ],
    ['a text', 'file-not-workbook', () => Buffer.from('ลำดับ,ผล\n๑,ดำเนินการแล้ว\n')],
    ['a web page', 'file-not-workbook', () => Buffer.from('<html><table><tr><td>ผล</td></tr></table></html>')],
    [
      'a workbook with a label that encrypts',
      'file-rights-managed',
      () => compoundFile('DRMEncryptedDataSpace', 'EncryptedPackage'),
    ],
    ['a workbook with a password', 'file-encrypted', () => compoundFile('EncryptionInfo', 'EncryptedPackage')],
    ['an old binary workbook', 'file-old-format', () => compoundFile('Workbook')],
    ['an old binary document', 'file-not-workbook', () => compoundFile('WordDocument')],
    [
      '20 MB that begin like an old workbook',
      'file-old-format',
      () => joined('d0cf11e0a1b11ae1', Buffer.alloc(20e6, 'E')),
    ],
    [
      'a binary workbook',
      'file-other-format',
      () => office('xl/workbook.bin', 'ms-excel.sheet.binary.macroEnabled.main'),
    ],
    ['a spreadsheet of OpenDocument', 'file-other-format', () => openDocument('spreadsheet')],
    ['a text of OpenDocument', 'file-not-workbook', () => openDocument('text')],
    [
      'a document of Word',
      'file-not-workbook',
      () => office('word/document.xml', 'openxmlformats-officedocument.wordprocessingml.document.main+xml'),
    ],
    ['an archive', 'file-not-workbook', () => buildZip([{ name: 'ผล.txt', content: 'ผล' }])],
    ['archives in archives', 'file-not-workbook', nestedArchives],
    ['an archive of nothing', 'file-not-workbook', () => buildZip([])],
  ];
}

/** Bytes that look random and are the same every time. */
export function randomBytes(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = 2565;
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}

function joined(hex: string, rest: Uint8Array): Uint8Array {
  return Uint8Array.from(Buffer.concat([Buffer.from(hex, 'hex'), rest]));
}

/** A compound file ([MS-CFB]) of one sector of its directory; only the names of its streams are true. */
function compoundFile(...streams: readonly string[]): Uint8Array {
  const bytes = Buffer.alloc(512 + 512 + 4096);
  bytes.write('d0cf11e0a1b11ae1', 'hex');
  for (const [index, name] of ['Root Entry', ...streams].entries()) {
    const entry = 512 + index * 128;
    bytes.write(name, entry, 'utf16le');
    bytes.writeUInt16LE(2 * name.length + 2, entry + 64);
  }
  return Uint8Array.from(bytes);
}

function office(part: string, type: string): Uint8Array {
  const { '[Content_Types].xml': types, '_rels/.rels': relationships } = workbookParts({ sheets: [{}] }) as Record<
    string,
    string
  >;
  return buildZip([
    {
      name: '[Content_Types].xml',
      content: types!.replace(
        '</Types>',
        `<Override PartName="/${part}" ContentType="application/vnd.${type}"/></Types>`,
      ),
    },
    { name: '_rels/.rels', content: relationships!.replace('xl/workbook.xml', part) },
    { name: part, content: 'x' },
  ]);
}

function openDocument(kind: string): Uint8Array {
  return buildZip([
    { name: 'mimetype', method: 0, content: `application/vnd.oasis.opendocument.${kind}` },
    { name: 'content.xml', content: '<x/>' },
  ]);
}

function nestedArchives(): Uint8Array {
  let inner: Uint8Array = new Uint8Array(1e6);
  for (let depth = 0; depth < 6; depth++) {
    inner = buildZip(Array.from({ length: 16 }, (_, index) => ({ name: `${index}.zip`, content: inner })));
  }
  return inner;
}
