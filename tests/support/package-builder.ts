import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../src/adapters/xlsx/zip/crc32.ts';

/** Parts of a package in their order, by name. */
export type Parts = Readonly<Record<string, string | Uint8Array>>;

/** An entry of a zip file; what is given beyond name and content is written whether it is true or not. */
export interface BuiltEntry {
  readonly name: string;
  /** Bytes of the name, where it is not written in UTF-8. */
  readonly rawName?: Uint8Array;
  readonly content: string | Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  /** Compressed bytes instead of those of the content. */
  readonly data?: Uint8Array;
  readonly size?: number;
  readonly compressedSize?: number;
  readonly crc?: number;
  /** Sizes and checksum stand behind the data and not in the local header. */
  readonly descriptor?: boolean;
  /** Sizes and place stand in the extra field of 64-bit numbers. */
  readonly zip64?: boolean;
  /** Start of the local header that the directory gives. */
  readonly start?: number;
  /** Name in the local header. */
  readonly localName?: string;
}

/** What goes for the whole zip file. */
export interface ZipShape {
  readonly comment?: string;
  readonly zip64?: boolean;
  /** Number of entries that the end record gives. */
  readonly count?: number;
}

const WIDE = 0xffffffff;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A package of these parts, every one deflated. */
export function buildPackage(parts: Parts): Uint8Array {
  return buildZip(Object.entries(parts).map(([name, content]) => ({ name, content })));
}

/** A zip file of these entries, written as told and not as would be right. */
export function buildZip(entries: readonly BuiltEntry[], shape: ZipShape = {}): Uint8Array {
  const pieces: Uint8Array[] = [];
  const records: Uint8Array[] = [];
  let length = 0;
  for (const entry of entries) {
    const { local, record } = buildEntry(entry, length);
    pieces.push(local);
    records.push(record);
    length += local.length;
  }
  const size = records.reduce((sum, record) => sum + record.length, 0);
  const count = shape.count ?? entries.length;
  const comment = bytesOf(shape.comment ?? '');
  if (shape.zip64 === true) records.push(end64(count, size, length));
  const small = (value: number): number => (shape.zip64 === true ? WIDE : value);
  records.push(
    fields(
      [4, 0x06054b50],
      [2, 0],
      [2, 0],
      [2, small(count)],
      [2, small(count)],
      [4, small(size)],
      [4, small(length)],
      [2, comment.length],
    ),
    comment,
  );
  return join([...pieces, ...records]);
}

function buildEntry(entry: BuiltEntry, start: number): { local: Uint8Array; record: Uint8Array } {
  const content = bytesOf(entry.content);
  const method = entry.method ?? 8;
  const data = entry.data ?? (method === 0 ? content : deflateRawSync(content));
  const crc = entry.crc ?? crc32(content);
  const size = entry.size ?? content.length;
  const compressed = entry.compressedSize ?? data.length;
  const flags = (entry.flags ?? 0) | (entry.descriptor === true ? 8 : 0);
  const name = entry.rawName ?? bytesOf(entry.name);
  const localName = entry.rawName ?? bytesOf(entry.localName ?? entry.name);
  const known = entry.descriptor === true ? [0, 0, 0] : [crc, compressed, size];
  const local = join([
    fields([4, 0x04034b50], [2, 20], [2, flags], [2, method], [2, 0x6000], [2, 0x5421]),
    fields([4, known[0]!], [4, known[1]!], [4, known[2]!], [2, localName.length], [2, 0]),
    localName,
    data,
    entry.descriptor === true ? fields([4, 0x08074b50], [4, crc], [4, compressed], [4, size]) : new Uint8Array(),
  ]);
  const location = entry.start ?? start;
  const wide = entry.zip64 === true;
  const extra = wide ? fields([2, 1], [2, 24], [8, size], [8, compressed], [8, location]) : new Uint8Array();
  const record = join([
    fields([4, 0x02014b50], [2, 45], [2, 20], [2, flags], [2, method], [2, 0x6000], [2, 0x5421]),
    fields([4, crc], [4, wide ? WIDE : compressed], [4, wide ? WIDE : size], [2, name.length], [2, extra.length]),
    fields([2, 0], [2, 0], [2, 0], [4, 0], [4, wide ? WIDE : location]),
    name,
    extra,
  ]);
  return { local, record };
}

function end64(count: number, size: number, start: number): Uint8Array {
  return join([
    fields([4, 0x06064b50], [8, 44], [2, 45], [2, 45], [4, 0], [4, 0], [8, count], [8, count], [8, size], [8, start]),
    fields([4, 0x07064b50], [4, 0], [8, start + size], [4, 1]),
  ]);
}

/** Little-endian numbers of so many bytes; what is too large for its bytes is cut. */
function fields(...values: readonly (readonly [bytes: number, value: number])[]): Uint8Array {
  return Uint8Array.from(
    values.flatMap(([bytes, value]) =>
      Array.from({ length: bytes }, (_, index) => Math.floor(value / 256 ** index) % 256),
    ),
  );
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(pieces));
}

/** A sheet for {@link workbookParts}. */
export interface BuiltSheet {
  readonly name?: string;
  readonly state?: string;
  /** The whole part; else one around `data`. */
  readonly xml?: string | Uint8Array;
  /** Content of `sheetData`. */
  readonly data?: string;
  /** What stands before and after `sheetData`. */
  readonly before?: string;
  readonly after?: string;
  /** Relationships of the sheet, as elements. */
  readonly relationships?: string;
}

/** What a workbook made by hand may have beyond its sheets, each as XML. */
export interface BuiltWorkbook {
  readonly sheets: readonly BuiltSheet[];
  /** Items of the shared string table. */
  readonly strings?: string;
  /** Content of `styleSheet`. */
  readonly styles?: string;
  /** Attributes of `workbookPr`. */
  readonly properties?: string;
  readonly names?: string;
  /** Cells of the calculation chain. */
  readonly chain?: string;
  /** Content of the custom properties and of the core properties. */
  readonly custom?: string;
  readonly core?: string;
}

/** The parts of a small workbook in the usual places. */
export function workbookParts(workbook: BuiltWorkbook): Record<string, string | Uint8Array> {
  const { sheets, strings, styles, chain, custom, core } = workbook;
  const optional = (type: string, target: string, content: string | undefined): string =>
    content === undefined ? '' : relationship(type, type, target);
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': contentTypes(workbook),
    '_rels/.rels': relationships(
      relationship('officeDocument', 'rId1', 'xl/workbook.xml') +
        optional('custom-properties', 'docProps/custom.xml', custom) +
        (core === undefined
          ? ''
          : '<Relationship Id="core" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>'),
    ),
    'xl/workbook.xml': workbookXml(workbook),
    'xl/_rels/workbook.xml.rels': relationships(
      sheets.map((_, index) => relationship('worksheet', `s${index}`, `worksheets/sheet${index + 1}.xml`)).join('') +
        optional('sharedStrings', 'sharedStrings.xml', strings) +
        optional('styles', 'styles.xml', styles) +
        optional('calcChain', 'calcChain.xml', chain),
    ),
  };
  for (const [index, sheet] of sheets.entries()) {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = sheet.xml ?? sheetXml(sheet);
    if (sheet.relationships !== undefined) {
      parts[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`] = relationships(sheet.relationships);
    }
  }
  if (strings !== undefined) parts['xl/sharedStrings.xml'] = `${DECLARATION}<sst xmlns="${MAIN}">${strings}</sst>`;
  if (styles !== undefined) parts['xl/styles.xml'] = `${DECLARATION}<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`;
  if (chain !== undefined) parts['xl/calcChain.xml'] = `${DECLARATION}<calcChain xmlns="${MAIN}">${chain}</calcChain>`;
  if (custom !== undefined) {
    const namespaces = `xmlns="${RELATIONSHIPS.replace('relationships', 'custom-properties')}" xmlns:vt="${RELATIONSHIPS.replace('relationships', 'docPropsVTypes')}"`;
    parts['docProps/custom.xml'] = `${DECLARATION}<Properties ${namespaces}>${custom}</Properties>`;
  }
  if (core !== undefined) {
    parts['docProps/core.xml'] =
      `${DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${core}</cp:coreProperties>`;
  }
  return parts;
}

/** The bytes of {@link workbookParts}. */
export function buildWorkbook(workbook: BuiltWorkbook): Uint8Array {
  return buildPackage(workbookParts(workbook));
}

/** A workbook of one sheet with this content of `sheetData`. */
export function sheetWorkbook(data: string, rest: Omit<BuiltWorkbook, 'sheets'> & BuiltSheet = {}): Uint8Array {
  return buildWorkbook({ ...rest, sheets: [{ ...rest, data, name: rest.name ?? 'S' }] });
}

/** A worksheet part. */
export function sheetXml({ data = '', before = '', after = '' }: BuiltSheet): string {
  return `${DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">${before}<sheetData>${data}</sheetData>${after}</worksheet>`;
}

/** A `Relationship` element of a type of ISO/IEC 29500-4. */
export function relationship(type: string, id: string, target: string, mode = ''): string {
  return `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"${mode === '' ? '' : ` TargetMode="${mode}"`}/>`;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function relationships(elements: string): string {
  return `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${elements}</Relationships>`;
}

function contentTypes({ sheets, strings, styles, chain, custom, core }: BuiltWorkbook): string {
  const override = (name: string, type: string): string =>
    `<Override PartName="/${name}" ContentType="${CONTENT}.${type}+xml"/>`;
  return (
    `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    override('xl/workbook.xml', 'sheet.main') +
    sheets.map((_, index) => override(`xl/worksheets/sheet${index + 1}.xml`, 'worksheet')).join('') +
    (strings === undefined ? '' : override('xl/sharedStrings.xml', 'sharedStrings')) +
    (styles === undefined ? '' : override('xl/styles.xml', 'styles')) +
    (chain === undefined ? '' : override('xl/calcChain.xml', 'calcChain')) +
    (custom === undefined
      ? ''
      : '<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>') +
    (core === undefined
      ? ''
      : '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>') +
    '</Types>'
  );
}

function workbookXml({ sheets, properties = '', names = '' }: BuiltWorkbook): string {
  const list = sheets.map(({ name = 'S', state }, index) => {
    const hidden = state === undefined ? '' : ` state="${state}"`;
    return `<sheet name="${name}" sheetId="${index + 1}"${hidden} r:id="s${index}"/>`;
  });
  const defined = names === '' ? '' : `<definedNames>${names}</definedNames>`;
  return `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><workbookPr${properties}/><sheets>${list.join('')}</sheets>${defined}</workbook>`;
}
