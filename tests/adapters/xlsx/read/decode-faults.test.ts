import { deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { createXlsxCodec } from '../../../../src/adapters/xlsx/codec.ts';
import { UnreadableWorkbook } from '../../../../src/usecases/ports/workbook-codec.ts';
import {
  buildPackage,
  buildWorkbook,
  buildZip,
  sheetWorkbook,
  sheetXml,
  workbookParts,
} from '../../../support/package-builder.ts';
import { byHand, WRITERS } from '../writers.ts';

const codec = createXlsxCodec();
const SHEET = 'xl/worksheets/sheet1.xml';

/** `reason: detail` of the fault, or the number of sheets. Any other error fails the test. */
async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    return `${(await codec.decode(bytes)).sheets.length} sheets`;
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return error.message;
    throw error;
  }
}

describe.each(WRITERS)('a workbook by %s', (_, make) => {
  it('that is cut off anywhere is damaged', async () => {
    const bytes = await make();
    for (let part = 1; part < 20; part++) {
      expect(await outcome(bytes.subarray(0, Math.floor((bytes.length * part) / 20)))).toMatch(/^damaged: /);
    }
    expect(await outcome(bytes.subarray(0, bytes.length - 1))).toMatch(/^damaged: /);
    expect(await outcome(bytes)).toBe(await outcome(Uint8Array.from(bytes)));
  });

  it('with changed bytes is read or refused, and nothing else happens', async () => {
    const bytes = await make();
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const changed = Uint8Array.from(bytes);
        for (const [at, byte] of changes) changed[at] = byte;
        expect(await outcome(changed)).toMatch(
          /^(damaged|too-large|encrypted|empty|not-workbook|old-format|other-format): |^\d+ sheets$/,
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('bytes that are no workbook', () => {
  it('are refused, whatever they are', async () => {
    const start = fc.constantFrom('', '504b0304', '504b0506', 'd0cf11e0a1b11ae1', '3c3f786d6c', '504b03041400');
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 300 }), async (head, rest) => {
        expect(await outcome(Uint8Array.from(Buffer.concat([Buffer.from(head, 'hex'), rest])))).toMatch(
          /^(damaged|empty|not-workbook|old-format|too-large|encrypted): /,
        );
      }),
    );
  });

  it.each([
    ['a document', { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<x/>' }, /^not-workbook: /],
    ['an archive', { 'report.txt': 'x' }, /^not-workbook: /],
    ['an archive of workbooks', { 'a.xlsx': buildWorkbook({ sheets: [{}] }) }, /^not-workbook: /],
    ['an archive of nothing', {}, /^not-workbook: /],
    [
      'a text document',
      { mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' },
      /^other-format: /,
    ],
  ])('are those of %s', async (_, parts, fault) => {
    expect(
      await outcome(
        zipSync(Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, Buffer.from(content)]))),
      ),
    ).toMatch(fault);
  });
});

describe('parts with changed text', () => {
  const parts = Object.entries(
    workbookParts({
      sheets: [{ data: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' }],
      strings: '<si><t>ก</t></si>',
      styles: '<cellXfs><xf numFmtId="0"/></cellXfs>',
    }),
  );
  const xml = fc.constantFrom(
    '<',
    '>',
    '"',
    '/',
    '&',
    '',
    ' ',
    '\0',
    'ก',
    '<row>',
    '</c>',
    '<!--',
    ']]>',
    'r="A9"',
    '-1',
    '99999999999',
    '<!DOCTYPE x>',
    '__proto__',
  );
  it('are read or refused, and nothing else happens', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(parts.length - 1),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(4),
        xml,
        async (index, share, cut, piece) => {
          const changed = parts.map(([name, content], cellIndex): [string, string] => {
            const text = content as string;
            const at = Math.floor(text.length * share);
            return [name, cellIndex === index ? text.slice(0, at) + piece + text.slice(at + cut) : text];
          });
          expect(await outcome(buildPackage(Object.fromEntries(changed)))).toMatch(
            /^(damaged|too-large|not-workbook|old-format|other-format): |^\d+ sheets$/,
          );
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('a workbook made to do harm', () => {
  const zeros = (megabytes: number): Uint8Array => Uint8Array.from(deflateRawSync(Buffer.alloc(megabytes * 1e6, ' ')));
  /** The usual parts, one of them as told. */
  const packed = (part: string, entry: object): Uint8Array =>
    buildZip(
      Object.entries(workbookParts({ sheets: [{}], strings: '' })).map(([name, content]) =>
        name === part ? { name, content, ...entry } : { name, content },
      ),
    );
  const cells = (count: number): string =>
    Array.from(
      { length: count },
      (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>${index}</v></c></row>`,
    ).join('');
  const strings = 'xl/sharedStrings.xml';
  it.each<[string, RegExp, () => Uint8Array]>([
    [
      'a bomb that tells its size',
      /^too-large: xl\/worksheets\/sheet1.xml: compression ratio/,
      () => packed(SHEET, { data: zeros(300), size: 300e6 }),
    ],
    [
      'a bomb that lies about its size',
      /^damaged: xl\/worksheets\/sheet1.xml: compressed data/,
      () => packed(SHEET, { data: zeros(300), size: 300 }),
    ],
    [
      'a bomb just below the ratio',
      /^too-large: xl\/sharedStrings.xml: MB/,
      () => packed(strings, { data: Buffer.concat([zeros(1), Buffer.alloc(400e3)]), size: 80e6 }),
    ],
    ['a claim of 1.9 GB', /^too-large: package MB/, () => packed(strings, { size: 1.9e9 })],
    [
      'many parts of middle size',
      /^too-large: MB of all parts/,
      () => {
        const middle = sheetXml({ data: '<x/>'.repeat(1.75e6) });
        return buildWorkbook({
          sheets: Array.from({ length: 20 }, (_, index) => ({ name: `S${index}`, xml: middle })),
        });
      },
    ],
    [
      'entities that grow',
      /^damaged: xl\/sharedStrings.xml: document type/,
      () =>
        packed(strings, {
          content: `<!DOCTYPE sst [<!ENTITY a "${'a'.repeat(99)}"><!ENTITY b "${'&a;'.repeat(99)}"><!ENTITY c "${'&b;'.repeat(99)}">]><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&c;</t></si></sst>`,
        }),
    ],
    [
      'an entity that reads a file',
      /^damaged: xl\/sharedStrings.xml: document type/,
      () =>
        packed(strings, {
          content: '<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst><si><t>&x;</t></si></sst>',
        }),
    ],
    [
      'elements in elements',
      /^damaged: xl\/worksheets\/sheet1.xml: elements too deep/,
      () => sheetWorkbook('<a>'.repeat(500_000)),
    ],
    [
      'one open tag without end',
      /^damaged: xl\/worksheets\/sheet1.xml: /,
      () => sheetWorkbook(`<row ${'r="1" '.repeat(300_000)}`),
    ],
    [
      'very many attributes',
      /^damaged: xl\/worksheets\/sheet1.xml: /,
      () => sheetWorkbook(`<row ${Array.from({ length: 30_000 }, (_, index) => `a${index}="1"`).join(' ')}>`),
    ],
    [
      'links over links',
      /^too-large: xl\/worksheets\/sheet1.xml: cells under ranges/,
      () =>
        sheetWorkbook(cells(50_000), {
          after: `<hyperlinks>${'<hyperlink ref="A1:XFD1048576" location="x"/>'.repeat(10_000)}</hyperlinks>`,
        }),
    ],
    [
      'a shared formula for everything',
      /^too-large: xl\/worksheets\/sheet1.xml: characters of formulas/,
      () =>
        sheetWorkbook(
          `<row r="1"><c r="A1"><f t="shared" si="0">${'A1+'.repeat(2700)}1</f><v>1</v></c></row>${cells(5000)
            .replaceAll('<v>', '<f t="shared" si="0"/><v>')
            .replace(/<row r="1">.*?<\/row>/, '')}`,
        ),
    ],
  ])('by %s is refused', async (_, fault, make) => {
    const bytes = make();
    expect(await outcome(bytes)).toMatch(fault);
  });

  it.each<[string, () => Uint8Array]>([
    [
      'ranges over the whole sheet',
      () =>
        sheetWorkbook('<row r="1"><c r="A1"><v>1</v></c></row>', {
          after: `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(1000)}</mergeCells><conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression"><formula>1</formula></cfRule></conditionalFormatting><dataValidations><dataValidation sqref="A1:XFD1048576" type="list"><formula1>$A:$A</formula1></dataValidation></dataValidations>`,
        }),
    ],
    [
      'a dimension and columns of any size',
      () =>
        sheetWorkbook('', {
          before: '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="999999999" width="9"/></cols>',
        }),
    ],
    ['a row and a cell at the far end', () => sheetWorkbook('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')],
    [
      'names of properties',
      () =>
        buildWorkbook({
          sheets: [{ name: '__proto__', data: '<row r="1"><c r="A1" t="constructor"><v>toString</v></c></row>' }],
          names: '<definedName name="__proto__">1</definedName>',
          custom: '<property name="__proto__"><vt:lpwstr>x</vt:lpwstr></property>',
        }),
    ],
    [
      'a part in the package that nobody reads',
      () =>
        buildZip([
          ...Object.entries(workbookParts({ sheets: [{}] })).map(([name, content]) => ({ name, content })),
          { name: 'xl/media/bomb.bin', content: '', data: zeros(7), size: 7e6, crc: 1 },
        ]),
    ],
  ])('by %s is read', async (_, make) => {
    const bytes = make();
    expect(await outcome(bytes)).toBe('1 sheets');
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});

describe('the codec', () => {
  it('takes faster functions and other limits from its host', async () => {
    const used: string[] = [];
    const custom = createXlsxCodec({
      inflate: (data, size) => {
        used.push('inflate');
        return inflateRawSync(data, { maxOutputLength: size });
      },
      limits: { cells: 3 },
    });
    const three = sheetWorkbook('<row r="1"><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c><c><v>4</v></c></row>');
    await expect(custom.decode(three)).rejects.toThrow('too-large: cells > 3');
    await custom.decode(byHand());
    expect(used.length).toBeGreaterThan(3);
  });

  it('refuses by a rejected promise, never at once', async () => {
    const broken = Uint8Array.of(1, 2, 3);
    await expect(codec.decode(broken)).rejects.toThrow(UnreadableWorkbook);
    await expect(codec.patch(broken, [])).rejects.toThrow(UnreadableWorkbook);
  });
});
