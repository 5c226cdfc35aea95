import fc from 'fast-check';
import { patchWorkbook } from '../../../../src/adapters/xlsx/patch/patch.ts';
import { decodeWorkbook } from '../../../../src/adapters/xlsx/read/decode.ts';
import { readOptions } from '../../../../src/adapters/xlsx/options.ts';
import type { WorkbookContent } from '../../../../src/domain/spreadsheet/content.ts';
import type { ReadLimits } from '../../../../src/adapters/xlsx/limits.ts';
import {
  buildPackage,
  relationship,
  sheetXml,
  workbookParts,
  type BuiltWorkbook,
  type Parts,
} from '../../../support/package-builder.ts';

const inRow = (content: string): string => `<row r="1">${content}</row>`;
const ANSWER = inRow('<c r="A1" t="str"><v>ผล</v></c>');
const TYPES = '[Content_Types].xml';
const RELATIONSHIPS = 'xl/_rels/workbook.xml.rels';

/** A workbook with an answer on its first sheet, after `change` of its parts. */
function decoded(
  workbook: Partial<BuiltWorkbook>,
  change: (parts: Record<string, string | Uint8Array>) => Parts = (parts) => parts,
  limits: Partial<ReadLimits> = {},
): WorkbookContent {
  const parts = workbookParts({ sheets: [{ name: 'แบบ', data: ANSWER }, { name: 'อื่น' }], ...workbook });
  return decodeWorkbook(buildPackage(change(parts)), readOptions({ limits }));
}

/** The texts of the first sheet. */
function answers({ sheets }: WorkbookContent): readonly string[] {
  return sheets[0]!.cells.map(({ text }) => text);
}

const without =
  (...names: readonly string[]) =>
  (parts: Parts): Parts =>
    Object.fromEntries(Object.entries(parts).filter(([name]) => !names.includes(name)));
const replaced =
  (name: string, from: string | RegExp, to: string) =>
  (parts: Parts): Parts => ({ ...parts, [name]: (parts[name] as string).replaceAll(from, to) });

describe('metadata', () => {
  const workbook = {
    custom: '<property name="ita"><vt:lpwstr>x</vt:lpwstr></property>',
    core: '<dcterms:modified>2022-03-01T00:00:00Z</dcterms:modified>',
  };
  it.each<[string, (parts: Parts) => Parts]>([
    ['are missing', without('docProps/custom.xml', 'docProps/core.xml')],
    ['are no XML', (parts) => ({ ...parts, 'docProps/custom.xml': 'PDF', 'docProps/core.xml': '' })],
  ])('that %s do not stop the answers, and stand for nothing', (_, change) => {
    expect(decoded(workbook)).toMatchObject({ savedAt: '2022-03-01T00:00:00.000Z' });
    const content = decoded(workbook, change);
    expect(answers(content)).toEqual(['ผล']);
    expect([...content.properties]).toEqual([]);
    expect(content).not.toHaveProperty('savedAt');
    expect(content).not.toHaveProperty('unread');
  });
});

describe('a cell format that is not there', () => {
  const numbers = {
    sheets: [{ data: inRow('<c r="A1" s="7"><v>44621</v></c><c r="B1" t="str" s="9"><v>ผล</v></c>') }],
  };
  const styles = '<cellXfs><xf numFmtId="0"/></cellXfs>';
  it.each<[string, Partial<BuiltWorkbook>, ((parts: Parts) => Parts) | undefined]>([
    ['the list is too short', { ...numbers, styles }, undefined],
    ['there are no styles', numbers, undefined],
    ['their part is missing', { ...numbers, styles }, without('xl/styles.xml')],
    ['their part is no XML', { ...numbers, styles }, (parts) => ({ ...parts, 'xl/styles.xml': '<' })],
  ])('shows a number as it is stored, and is told of, where %s', (_, workbook, change) => {
    const content = decoded(workbook, change);
    expect(answers(content)).toEqual(['44621', 'ผล']);
    expect(content.unread).toEqual([
      {
        holds: 'formats',
        why: { reason: 'damaged', damage: 'reference' },
        detail: 'xl/worksheets/sheet1.xml: no cell format 7',
      },
    ]);
  });

  it('is not missed by cells of text', () => {
    const texts = inRow('<c r="A1" s="7" t="str"><v>ผล</v></c><c r="B1" s="8"/>');
    expect(decoded({ sheets: [{ data: texts }] })).not.toHaveProperty('unread');
  });
});

describe('a sheet that cannot be read', () => {
  const second = (xml: string) => ({
    sheets: [
      { name: 'แบบ', data: ANSWER },
      { name: 'อื่น', xml },
    ],
  });
  it.each<[string, Partial<BuiltWorkbook>, ((parts: Parts) => Parts) | undefined, object]>([
    ['is no XML', second('ผล'), undefined, { why: { reason: 'damaged', damage: 'xml' } }],
    [
      'refers to a text that is not there',
      second(sheetXml({ data: inRow('<c r="A1"/><c r="B1" t="s"><v>9</v></c>') })),
      undefined,
      { why: { reason: 'damaged', damage: 'reference' }, cell: { row: 0, column: 1 } },
    ],
    ['is missing', {}, without('xl/worksheets/sheet2.xml'), { why: { reason: 'damaged', damage: 'missing-part' } }],
    [
      'is not related to the workbook',
      {},
      replaced(RELATIONSHIPS, 'Id="s1"', 'Id="x"'),
      { detail: 'xl/workbook.xml: no part for the sheet "อื่น"' },
    ],
    [
      'names no relationship',
      {},
      replaced('xl/workbook.xml', 'r:id="s1"', ''),
      { detail: 'xl/workbook.xml: no part for the sheet "อื่น"' },
    ],
    [
      'names an empty relationship, and its part is there',
      {},
      replaced('xl/workbook.xml', 'r:id="s1"', 'r:id=""'),
      { detail: 'xl/workbook.xml: no part for the sheet "อื่น"' },
    ],
    [
      'names a relationship of two parts',
      {},
      replaced(RELATIONSHIPS, '</Relationships>', `${relationship('worksheet', 's1', 'x.xml')}</Relationships>`),
      { detail: 'xl/workbook.xml: no part for the sheet "อื่น"' },
    ],
    [
      'is of a kind that nobody knows',
      {},
      replaced(RELATIONSHIPS, /Id="s1" Type="[^"]*"/g, 'Id="s1" Type="urn:x/sheet"'),
      { detail: 'xl/workbook.xml: no part for the sheet "อื่น"' },
    ],
    [
      'has cells outside its table of cells',
      second(sheetXml({ data: '</sheetData><row r="1"><c r="A1"><v>1</v></c></row><sheetData>' })),
      undefined,
      { why: { reason: 'damaged', damage: 'xml' }, detail: 'xl/worksheets/sheet2.xml: <row> outside sheetData' },
    ],
  ])('does not stop the others, and is named, where it %s', (_, workbook, change, part) => {
    const content = decoded(workbook, change);
    expect(answers(content)).toEqual(['ผล']);
    expect(content.sheets[1]).toEqual({ name: 'อื่น', state: 'visible', cells: [], merges: [] });
    expect(content.unread).toMatchObject([{ holds: 'cells', sheet: 'อื่น', ...part }]);
  });

  it.each([
    ['<c r="A1" t="str"><v>ก<v>ข</v></v></c>', 'v'],
    ['<c r="A1"><f>ก<f>ข</f></f></c>', 'f'],
    ['<c r="A1" t="inlineStr"><is><t>ก</t><is><t>ข</t></is></is></c>', 'is'],
    ['<c r="A1"><c r="B1" t="str"><v>ก</v></c></c>', 'c'],
  ])('since a text in it is cut in two by another, as in %s, is named', (cell, name) => {
    const { unread } = decoded(second(sheetXml({ data: inRow(cell) })));
    const detail = `xl/worksheets/sheet2.xml: <${name}> within another`;
    expect(unread).toMatchObject([{ sheet: 'อื่น', why: { damage: 'xml' }, detail }]);
  });

  it.each([
    ['every cell of which refers to a text that is not there', '<c r="A1" t="s"><v>7</v></c>'],
    [
      'that has too many such cells',
      '<c r="A1"><v>1</v></c>'.repeat(150) + '<c r="A2" t="str"><v>ก</v></c>'.repeat(101),
    ],
  ])('is one %s', (_, data) => {
    const { unread } = decoded(second(sheetXml({ data: inRow(data) })));
    expect(unread).toMatchObject([{ holds: 'cells', sheet: 'อื่น' }]);
  });

  it('for more cells than are allowed does not stop the others either', () => {
    const row = (_: unknown, index: number) => `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c></row>`;
    const many = sheetXml({ data: Array.from({ length: 10 }, row).join('') });
    const content = decoded(second(many), undefined, { cells: 9 });
    expect(answers(content)).toEqual(['ผล']);
    expect(content.unread).toMatchObject([
      { holds: 'cells', sheet: 'อื่น', why: { reason: 'too-large', limit: 'cells', most: 9 } },
    ]);
  });

  it('is a module of macros where its relationship is empty, and hides nothing', () => {
    const content = decoded({}, (parts) => {
      const unnamed = replaced('xl/workbook.xml', 'r:id="s1"', 'r:id=""')(parts);
      return replaced(RELATIONSHIPS, /<Relationship Id="s1"[^>]*>/g, '')(unnamed);
    });
    expect(answers(content)).toEqual(['ผล']);
    expect(content).not.toHaveProperty('unread');
  });

  it('makes the fault of the file where no sheet can be read', () => {
    const bad = { xml: '<' };
    expect(() => decoded({ sheets: [bad, bad] })).toThrow(/^damaged: xl\/worksheets\/sheet1\.xml/);
  });
});

describe('a place on a sheet', () => {
  const others = '<row r="8"><c r="A8" t="str"><v>ข้างหน้า</v></c><c r="C8" t="str"><v>ข้างหลัง</v></c></row>';
  const strings = '<si><t>ita:end</t></si>';
  const here = { cell: { row: 8, column: 1 } };
  const bad = (data: string, after = ''): WorkbookContent =>
    decoded({ sheets: [{ name: 'แบบ', data: others + data, after }], strings });
  const atB9 = (content: string): string => `<row r="9"><c r="A9"/>${content}</row>`;

  it.each<[string, string, object]>([
    ['<v> twice', '<c r="B9" t="str"><v>ก</v><v>ข</v></c>', { ...here, text: 'ก\nข' }],
    ['<is> twice', '<c r="B9" t="inlineStr"><is><t>ก</t></is><is><t>ข</t></is></c>', { ...here, text: 'ก\nข' }],
    ['<f> twice', '<c r="B9" t="str"><f>B1</f><v>ก</v><f>C1</f></c>', { ...here, text: 'ก\n=C1' }],
    [
      'a shared string and an inline one',
      '<c r="B9" t="s"><v>0</v><is><t>ก</t></is></c>',
      { ...here, text: 'ก\nita:end' },
    ],
    ['a number and an inline string', '<c r="B9"><v>5</v><is><t>ก</t></is></c>', { ...here, text: 'ก\n5' }],
    ['two cells', '<c r="B9" t="str"><v>ก</v></c><c r="B9" t="str"><v>ข</v></c>', { ...here, text: 'ก\nข' }],
    ['no shared string of this number', '<c r="B9" t="s"><v>9</v></c>', here],
    ['a shared string before the first', '<c r="B9" t="s"><v>-1</v></c>', here],
    ['a shared string between two', '<c r="B9" t="s"><v>0.5</v></c>', here],
    ['a cell of another row', '<c r="B8" t="str"><v>ก</v></c>', { text: 'ก' }],
    ['a cell that is none', '<c r="9B" t="str"><v>ก</v></c>', { text: 'ก' }],
    ['a column beyond the last', '<c r="ZZZZ9" t="str"><v>ก</v></c>', { text: 'ก' }],
  ])('that cannot be read is named with its texts, and all others are read: %s', (_, cell, place) => {
    const content = bad(atB9(cell));
    expect(answers(content)).toEqual(['ข้างหน้า', 'ข้างหลัง']);
    expect(content.unread).toEqual([
      expect.objectContaining({
        holds: 'place',
        sheet: 'แบบ',
        why: expect.objectContaining({ reason: 'damaged' }) as unknown,
        ...place,
      }),
    ]);
  });

  it.each(['0', '-1', 'x', '1048577', '9999999'])(
    'in a row %s is named with its text, and so is what follows it',
    (row) => {
      const content = bad(
        `<row r="${row}"><c r="F${row}" t="str"><v>ก</v></c></row><row><c t="str"><v>ข</v></c></row>`,
      );
      expect(answers(content)).toEqual(['ข้างหน้า', 'ข้างหลัง']);
      expect(content.unread?.map(({ text }) => text)).toEqual(['ก', 'ข']);
    },
  );

  it.each([
    ['a value and the same text', '<c r="B9" t="str"><v>ก</v><is><t>ก</t></is></c>', ['ก']],
    ['no value and a text', '<c r="B9" t="s"><v> </v><is><t>ก</t></is></c>', ['ก']],
    ['a cell twice with one text', '<c r="B9" t="str"><v>ก</v></c><c r="B9" t="str"><v>ก</v></c>', ['ก']],
    ['a cell twice, once blank', '<c r="B9" t="str"><v>ก</v></c><c r="B9"/>', ['ก']],
    ['a blank cell without a place', '<c r="9B"/>', []],
  ])('with %s can be read', (_, cell, texts) => {
    const content = bad(atB9(cell));
    expect(answers(content)).toEqual(['ข้างหน้า', 'ข้างหลัง', ...texts]);
    expect(content).not.toHaveProperty('unread');
  });

  it.each(['#REF!', '', 'Sheet2!A1:B2', 'A1:B'])('of a merge or link that is no range: %s', (ref) => {
    const lists = (merge: string, link: string): string =>
      `<mergeCells><mergeCell ref="${merge}"/></mergeCells><hyperlinks><hyperlink ref="${link}" location="แบบ!A1"/></hyperlinks>`;
    const content = bad('', lists(ref, ref));
    expect(answers(content)).toEqual(['ข้างหน้า', 'ข้างหลัง']);
    expect(content.sheets[0]?.merges).toEqual([]);
    expect(content.unread).toMatchObject([{ holds: 'place', why: { damage: 'address' }, text: '#แบบ!A1' }]);
    const absolute = bad('', lists('$A$1:$B$2', '$A$8'));
    expect(absolute.sheets[0]).toMatchObject({ merges: [{ top: 0, left: 0, bottom: 1, right: 1 }] });
    expect(absolute.sheets[0]?.cells[0]).toMatchObject({ link: '#แบบ!A1' });
    expect(absolute).not.toHaveProperty('unread');
  });
});

describe('what lies on a sheet', () => {
  const sheet = (relationships: string) => ({ sheets: [{ name: 'แบบ', data: ANSWER, relationships }] });
  const drawing = relationship('drawing', 'd', '../drawings/drawing1.xml');
  const comments = relationship('comments', 'c', '../comments1.xml');

  it('and is damaged does not stop the cells, and is named', () => {
    const content = decoded(sheet(drawing + comments), (parts) => ({
      ...parts,
      'xl/drawings/drawing1.xml': 'JPEG',
      'xl/comments1.xml': '',
    }));
    expect(answers(content)).toEqual(['ผล']);
    expect(content.unread).toMatchObject([
      { holds: 'comments', sheet: 'แบบ', why: { damage: 'xml' } },
      { holds: 'objects', sheet: 'แบบ', why: { damage: 'xml' } },
    ]);
  });
});

describe('names and places in the package', () => {
  it('may have the backslashes of Windows', () => {
    const content = decoded({}, replaced(RELATIONSHIPS, 'worksheets/', 'worksheets\\'));
    expect(answers(content)).toEqual(['ผล']);
    expect(content).not.toHaveProperty('unread');
  });

  it('may give the workbook its type by the extension, whatever a part called .xml is', () => {
    const change = (parts: Parts): Parts =>
      replaced(
        TYPES,
        /<Override PartName="\/xl\/workbook.xml" ContentType="([^"]*)"\/>/g,
        '<Override PartName="/.xml" ContentType="application/xml"/>',
      )(
        replaced(
          TYPES,
          'Extension="xml" ContentType="application/xml"',
          'Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"',
        )(parts),
      );
    expect(answers(decoded({}, change))).toEqual(['ผล']);
  });
});

describe('bytes before a package', () => {
  it('do not matter, and a copy with changes is without them', () => {
    const bytes = buildPackage(workbookParts({ sheets: [{ name: 'ก', data: ANSWER }] }));
    const longer = Uint8Array.from(Buffer.concat([Buffer.from('\r\n\r\n'), bytes]));
    expect(answers(decodeWorkbook(longer, readOptions({})))).toEqual(['ผล']);
    const [{ name: sheet } = { name: '' }] = decodeWorkbook(longer, readOptions({})).sheets;
    const patches = [{ sheet, row: 0, column: 0, text: 'ผลใหม่' }];
    expect(patchWorkbook(longer, patches, readOptions({}))).toEqual(patchWorkbook(bytes, patches, readOptions({})));
  });
});

describe('bytes behind a package', () => {
  it('of a gateway of mail do not matter, and a file that is cut off stays damaged', () => {
    const bytes = buildPackage(workbookParts({ sheets: [{ data: ANSWER }] }));
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 500 }), fc.integer({ min: 1, max: 40 }), (rest, cut) => {
        const longer = Uint8Array.from(Buffer.concat([bytes, rest]));
        expect(answers(decodeWorkbook(longer, readOptions({})))).toEqual(['ผล']);
        expect(() => decodeWorkbook(bytes.subarray(0, bytes.length - cut), readOptions({}))).toThrow(/^damaged: /);
      }),
    );
  });
});

describe('a range of whole columns or rows', () => {
  const PLACE = relationship('hyperlink', 'h', 'https://example.org', 'External');
  it.each([
    ['A:B', { top: 0, left: 0, bottom: 1_048_575, right: 1 }],
    ['1:2', { top: 0, left: 0, bottom: 1, right: 16_383 }],
  ])('is one of a merge and of a link: %s', (ref, range) => {
    const after = `<mergeCells><mergeCell ref="${ref}"/></mergeCells><hyperlinks><hyperlink ref="${ref}" r:id="h"/></hyperlinks>`;
    const [sheet] = decoded({ sheets: [{ data: ANSWER, after, relationships: PLACE }] }).sheets;
    expect(sheet).toMatchObject({ merges: [range], cells: [{ text: 'ผล', link: 'https://example.org' }] });
  });
});
