import { ANSWERS, before, withEntry, withPart } from './changed-parts.ts';
import type { HostileFile } from './hostile-file.ts';

const STRINGS = 'xl/sharedStrings.xml';
const WORKBOOK = 'xl/workbook.xml';
const RELATIONSHIPS = 'xl/_rels/workbook.xml.rels';
const STYLES = 'xl/styles.xml';
const CUSTOM = 'docProps/custom.xml';
const EXTENSION = 'xl/webextensions/webextension1.xml';

/** Parts whose XML is wrong, or right and far too much. */
export function hostileXml(good: Uint8Array): readonly HostileFile[] {
  const changed = (part: string, change: (xml: string) => string) => () => withPart(good, part, change);
  const typed = (definitions: string, text: string) =>
    changed(STRINGS, (xml) =>
      xml.replace('<sst', `<!DOCTYPE sst [${definitions}]><sst`).replace('</t>', `${text}</t>`),
    );
  const inserted = (part: string, mark: string, piece: () => string) => () =>
    withPart(good, part, before(mark, piece()));
  const large = (part: string, mark: string, piece: () => string) => () => stored(good, part, mark, piece());
  const end = (part: string, piece: () => string) =>
    inserted(part, part === STRINGS ? '</sst>' : '</sheetData>', piece);
  return [
    [
      'an entity that reads a file',
      'file-damaged: definitions',
      typed('<!ENTITY x SYSTEM "file:///etc/passwd">', '&x;'),
    ],
    ['an entity of the web', 'file-damaged: definitions', typed('<!ENTITY % x SYSTEM "http://127.0.0.1/x"> %x;', '')],
    ['entities that grow', 'file-damaged: definitions', typed(growingEntities(), '&j;')],
    ['an unknown entity', 'file-damaged: xml', changed(STRINGS, (xml) => xml.replace('</t>', '&x;</t>'))],
    ['elements in elements', 'sheet-unreadable: xml', end(ANSWERS, () => '<a>'.repeat(1e6))],
    ['elements in elements that end', 'file-damaged: xml', end(STRINGS, () => '<a>'.repeat(1e6) + '</a>'.repeat(1e6))],
    ['100,000 attributes', 'sheet-unreadable: xml', end(ANSWERS, () => `<row${manyAttributes(100_000)}>`)],
    ['a text of 100 MB', 'file-too-large: ratio', end(STRINGS, () => `<si><t>${'ก'.repeat(100e6 / 3)}</t></si>`)],
    ['a count of 2^31', 'read', changed(STRINGS, (xml) => xml.replace(/ count="\d+"/, ' count="2147483648"'))],
    ['bytes that are no UTF-8', 'file-damaged: xml', () => withEntry(good, STRINGS, invalidUtf8)],
    ['another encoding', 'file-damaged: xml', changed(STRINGS, (xml) => xml.replace('UTF-8', 'windows-874'))],
    ['an end tag that is not there', 'file-damaged: xml', changed(STRINGS, (xml) => xml.replace('</si>', ''))],
    ['a part that breaks off', 'sheet-unreadable: xml', changed(ANSWERS, (xml) => xml.slice(0, xml.length / 2))],
    ['a part that is empty', 'sheet-unreadable: xml', changed(ANSWERS, () => '')],
    ['a part of blanks', 'sheet-unreadable: xml', changed(ANSWERS, () => '  \n')],
    ['a part of another kind', 'sheet-unreadable: xml', changed(ANSWERS, () => '<html/>')],
    ['a pane that is no XML', 'read', changed(EXTENSION, () => '<!DOCTYPE x SYSTEM "file:///etc/passwd"><a>&x;')],
    ['a part in no namespace', 'read', changed(ANSWERS, (xml) => xml.replace(/ xmlns="[^"]*"/, ''))],
    [
      'no strings though cells refer to them',
      'file-damaged: reference',
      changed(STRINGS, (xml) => xml.replace(/<si>.*<\/si>/s, '')),
    ],
    ['a string beyond the last', 'read', changed(ANSWERS, (xml) => xml.replace(/<v>\d+</, '<v>2147483648<'))],
    ['a string before the first', 'read', changed(ANSWERS, (xml) => xml.replace(/<v>\d+</, '<v>-1<'))],
    ['a string by the name of a property', 'read', changed(ANSWERS, (xml) => xml.replace(/<v>\d+</, '<v>length<'))],
    [
      'a format beyond the last',
      'read',
      end(ANSWERS, () => '<row r="999"><c r="A999" s="4294967296"><v>1</v></c></row>'),
    ],
    [
      'a sheet that nothing leads to',
      'sheet-unreadable: missing-part',
      changed(RELATIONSHIPS, (xml) => xml.replace('Id="rId2"', 'Id="x"')),
    ],
    [
      'a part that leads to itself',
      'file-damaged: xml',
      changed(RELATIONSHIPS, (xml) => xml.replace(/worksheets\/sheet\d+\.xml/g, 'workbook.xml')),
    ],
    [
      '100,000 sheets of no part',
      'file-too-large: sheets',
      inserted(WORKBOOK, '</sheets>', () => manySheets(100_000, 'x')),
    ],
    ['100,000 sheets with their relationships', 'file-too-large: sheets', () => sheetsAndRelationships(good, 100_000)],
    ['names of what every object has', 'read', () => namesOfObjects(good)],
    [
      'a tag without end',
      'sheet-unreadable: xml',
      large(ANSWERS, '</sheetData>', () => `<row ${'r="1" '.repeat(1e6)}`),
    ],
    [
      'an attribute of 20 MB',
      'file-too-large: text',
      large(ANSWERS, '</sheetData>', () => `<x y="${'a'.repeat(20e6)}"/>`),
    ],
    ['20 MB of unknown elements', 'read', large(ANSWERS, '</sheetData>', () => '<x/>'.repeat(5e6))],
    ['20 MB of comments', 'file-too-large: content', large(ANSWERS, '</sheetData>', () => '<!-- -->'.repeat(2.5e6))],
    ['7 MB of comments', 'read', large(ANSWERS, '</sheetData>', () => '<!-- -->'.repeat(9e5))],
    [
      '7 MB of texts behind a comment',
      'read',
      large(STRINGS, '</sst>', () => `<!-- -->${`<si><t>${'ก'.repeat(9e5)}</t></si>`.repeat(7)}`),
    ],
    ['a text of 20 MB', 'file-too-large: text', large(STRINGS, '</sst>', () => `<si><t>${'ก'.repeat(6e6)}</t></si>`)],
    [
      '20 texts of a megabyte',
      'read',
      large(STRINGS, '</sst>', () => `<si><t>${'ก'.repeat(1e6 / 3)}</t></si>`.repeat(20)),
    ],
    [
      '20 MB of letters and one of Thai',
      'read',
      large(STRINGS, '</sst>', () => `${`<si><t>${'a'.repeat(1e6)}</t></si>`.repeat(20)}<si><t>ก</t></si>`),
    ],
    [
      '20 MB of references',
      'read',
      large(STRINGS, '</sst>', () => `<si><t>${'&lt;'.repeat(2.5e5)}</t></si>`.repeat(20)),
    ],
    [
      '20 MB of escapes',
      'read',
      large(STRINGS, '</sst>', () => `<si><t>${'_x0041_'.repeat(1.4e5)}</t></si>`.repeat(20)),
    ],
    [
      'a text in a million pieces',
      'file-too-large: text',
      large(STRINGS, '</sst>', () => `<si>${'<t>กก</t>'.repeat(1e6)}</si>`),
    ],
    ['20 MB of nothing in strings', 'file-too-large: cells', large(STRINGS, '</sst>', () => '<si/>'.repeat(4e6))],
    [
      '20 MB of short strings',
      'file-too-large: cells',
      large(STRINGS, '</sst>', () => '<si><t>ก</t></si>'.repeat(1e6)),
    ],
    ['a million formats', 'read', large(STYLES, '</cellXfs>', () => '<xf numFmtId="0"/>'.repeat(1e6))],
    ['a format for every cell', 'file-too-large: formats', () => manyFormats(good)],
    [
      '100,000 sheets of one part',
      'file-too-large: sheets',
      inserted(WORKBOOK, '</sheets>', () => manySheets(100_000, 'rId2')),
    ],
    [
      '400,000 names',
      'read',
      large(WORKBOOK, '</definedNames>', () => '<definedName name="constructor">1</definedName>'.repeat(4e5)),
    ],
    ['300,000 properties', 'read', large(CUSTOM, '</Properties>', () => manyProperties(300_000))],
  ];
}

function growingEntities(): string {
  const letters = Array.from('abcdefghij');
  return letters
    .map((letter, index) => `<!ENTITY ${letter} "${index === 0 ? 'ha' : `&${letters[index - 1]!};`.repeat(10)}">`)
    .join('');
}

function manyAttributes(count: number): string {
  return Array.from({ length: count }, (_, index) => ` a${index}="1"`).join('');
}

/** The package with a piece put into a part that is stored, so that no ratio of packing gives it away. */
function stored(good: Uint8Array, part: string, mark: string, piece: string): Uint8Array {
  return withEntry(withPart(good, part, before(mark, piece)), part, () => ({ method: 0 }));
}

function invalidUtf8({ content }: { content: string | Uint8Array }): { content: Uint8Array } {
  const bytes = Uint8Array.from(content as Uint8Array);
  bytes[bytes.length - 30] = 0xff;
  return { content: bytes };
}

function manySheets(count: number, relationship: string): string {
  return Array.from(
    { length: count },
    (_, index) => `<sheet name="S${index}" sheetId="${index + 99}" r:id="${relationship}"/>`,
  ).join('');
}

function sheetsAndRelationships(good: Uint8Array, count: number): Uint8Array {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';
  const ids = Array.from({ length: count }, (_, index) => index);
  const sheets = ids.map((id) => `<sheet name="S${id}" sheetId="${id + 99}" r:id="s${id}"/>`).join('');
  const targets = ids.map((id) => `<Relationship Id="s${id}" Type="${type}" Target="worksheets/s${id}.xml"/>`).join('');
  return withPart(
    withPart(good, WORKBOOK, before('</sheets>', sheets)),
    RELATIONSHIPS,
    before('</Relationships>', targets),
  );
}

/** Cells each of which shows its number in a format of its own. */
function manyFormats(good: Uint8Array): Uint8Array {
  const ids = Array.from({ length: 100_000 }, (_, index) => index);
  const codes = ids
    .map((id) => `<numFmt numFmtId="${id + 1000}" formatCode="yyyy\\-mm\\-dd \\&quot;${id}&quot;"/>`)
    .join('');
  const formats = ids.map((id) => `<xf numFmtId="${id + 1000}"/>`).join('');
  const cells = ids.map((id) => `<row r="${id + 1001}"><c r="A${id + 1001}" s="${id}"><v>${id}</v></c></row>`).join('');
  const styles = withPart(good, STYLES, (xml) =>
    xml
      .replace(/<numFmts.*<\/numFmts>/s, '')
      .replace(/(<styleSheet[^>]*>)/, `$1<numFmts>${codes}</numFmts>`)
      .replace(/(<cellXfs[^>]*>).*?(<\/cellXfs>)/s, `$1${formats}$2`),
  );
  return withPart(styles, ANSWERS, before('</sheetData>', cells));
}

function manyProperties(count: number): string {
  return Array.from(
    { length: count },
    (_, index) => `<property name="p${index}"><vt:lpwstr>1</vt:lpwstr></property>`,
  ).join('');
}

function namesOfObjects(good: Uint8Array): Uint8Array {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  const property = (name: string): string =>
    `<property fmtid="x" pid="99" name="${name}"><vt:lpwstr>${name}</vt:lpwstr></property>`;
  const defined = withPart(
    good,
    WORKBOOK,
    before('</definedNames>', names.map((name) => `<definedName name="${name}">${name}</definedName>`).join('')),
  );
  const withProperties = withPart(defined, CUSTOM, before('</Properties>', names.map(property).join('')));
  return withPart(
    withProperties,
    ANSWERS,
    before('</sheetData>', `<row r="999"><c r="Z999" __proto__="1" constructor="2"/></row>`),
  );
}
