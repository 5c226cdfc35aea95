import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { changedParts } from '../support/changed-parts.ts';
import { documentOf, ita, REAL_PORTS } from '../support/cli.ts';
import { relationship, sheetWorkbook, workbookParts, buildPackage } from '../support/package-builder.ts';
import { ownFolder } from '../support/own-folder.ts';

const at = ownFolder();

const STRINGS =
  '<si><t>ปี 2565 ดู https://a.th/1 และ http://๑๐.๐.๐.๑/</t></si><si><r><rPr><b/></rPr><t>ข้อ 2</t></r><r><t>08 วรรค 1</t></r></si>';
const CELLS =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" s="1"><v>1234.5</v></c>' +
  '<c r="D1" s="2"><v>44609</v></c><c r="E1"><f>C1*2</f><v>2469</v></c></row>';
const STYLES = '<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="4" fontId="0"/><xf numFmtId="164"/></cellXfs>';

/** A workbook of each kind of cell, with parts that nobody knows. */
function workbook(): Uint8Array {
  return buildPackage({
    ...workbookParts({
      sheets: [{ data: CELLS }],
      strings: STRINGS,
      styles: `<numFmts count="1"><numFmt numFmtId="164" formatCode="d mmmm yyyy"/></numFmts>${STYLES}`,
    }),
    'xl/media/image1.png': Uint8Array.of(1, 2, 3, 0x31, 0x32),
    'xl/unknown1.xml': '<a>2565</a>',
  });
}

async function saved(name = 'งาน.xlsx', bytes = workbook()): Promise<string> {
  await mkdir(path.dirname(at(name)), { recursive: true });
  await writeFile(at(name), bytes);
  return at(name);
}

async function textsOf(file: string): Promise<readonly string[]> {
  const { sheets } = await REAL_PORTS.codec.decode(await readFile(file));
  return sheets.flatMap(({ cells }) => cells.map(({ text }) => text));
}

const BEFORE = ['ปี 2565 ดู https://a.th/1 และ http://๑๐.๐.๐.๑/', 'ข้อ 208 วรรค 1', '1,234.50', '17 กุมภาพันธ์ 2022', '2469'];
const AFTER = ['ปี ๒๕๖๕ ดู https://a.th/1 และ http://10.0.0.1/', 'ข้อ ๒๐๘ วรรค ๑', '๑,๒๓๔.๕๐', '๑๗ กุมภาพันธ์ ๒๕๖๕', '2469'];

describe('ita convert', () => {
  it('converts texts, numbers and dates; every other part stays byte for byte', async () => {
    const file = await saved();
    const before = await readFile(file);
    expect(await textsOf(file)).toEqual(BEFORE);
    const ran = await ita(['convert', file, '--to', 'thai', '--out', at('out')]);
    expect([ran.code, ran.err]).toEqual([0, '']);
    const after = at('out', 'งาน.xlsx');
    expect(await textsOf(after)).toEqual(AFTER);
    expect(changedParts(before, await readFile(after)).toSorted()).toEqual([
      'xl/styles.xml',
      'xl/worksheets/sheet1.xml',
    ]);
    expect(await readFile(file)).toEqual(before);
    const [{ cells } = { cells: [] }] = (await REAL_PORTS.codec.decode(await readFile(after))).sheets;
    expect(cells[1]?.runs?.map(({ start, bold }) => [start, bold])).toEqual([
      [0, true],
      [5, undefined],
    ]);
    expect(cells[4]?.formula).toBe('C1*2');
  });

  it('shows every change, and on request what is kept and why', async () => {
    const file = await saved();
    const { out } = await ita(['convert', file, '--to', 'thai', '--dry-run', '--lang', 'en', '--kept']);
    expect(out.split('\n').map((line) => line.trim())).toEqual([
      file,
      'S!A1  2565 → ๒๕๖๕, http://๑๐.๐.๐.๑/ → http://10.0.0.1/',
      'S!B1  208 → ๒๐๘, 1 → ๑',
      'S!C1  1,234.50 → ๑,๒๓๔.๕๐',
      'S!D1  17 กุมภาพันธ์ 2022 → ๑๗ กุมภาพันธ์ ๒๕๖๕',
      'S!A1  = https://a.th/1 (link)',
      'S!E1  = 2469 (a formula)',
      '',
      'Nothing saved. Would convert 4 cells (6 numbers) in 1 of 1 file; would leave unchanged: 1 cell',
      '1 cell unchanged: a formula',
      '',
    ]);
    expect(await textsOf(file)).toEqual(BEFORE);
  });

  it('leaves a heading alone that a formula uses, with the reason, and undoes to the formats of before', async () => {
    const table =
      '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="T" displayName="T" ref="A1:A2"><tableColumns count="1"><tableColumn id="1" name="ปี 2565"/></tableColumns></table>';
    const data =
      '<row r="1"><c r="A1" t="str"><v>ปี 2565</v></c><c r="B1" s="1"><v>44609</v></c><c r="C1" t="str"><v>ข้อ 1</v></c></row><row r="2"><c r="C2"><f>SUM(T[ปี 2565])</f><v>1</v></c></row>';
    const bytes = buildPackage({
      ...workbookParts({
        sheets: [{ data, relationships: relationship('table', 'rId1', '../tables/table1.xml') }],
        styles: '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
      }),
      'xl/tables/table1.xml': table,
    });
    const file = await saved('ตาราง.xlsx', bytes);
    const ran = await ita(['convert', file, '--to', 'thai', '--in-place', '--lang', 'en', '--kept']);
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(ran.out).toContain(
      'A1  = ปี 2565 (a formula, a name or a PivotTable refers to it as the heading of a table)',
    );
    expect(await textsOf(file)).toEqual(['ปี 2565', '๑๗/๒/๒๕๖๕', 'ข้อ ๑', '1']);
    expect((await ita(['undo', `${file}.undo.json`])).code).toBe(0);
    const [{ cells } = { cells: [] }] = (await REAL_PORTS.codec.decode(await readFile(file))).sheets;
    expect(cells).toEqual((await REAL_PORTS.codec.decode(bytes)).sheets[0]?.cells);
    expect(cells[1]?.builtIn).toBe(14);
  });

  it('makes a copy of every file, also of those with one name, with an extension or without', async () => {
    for (const name of ['ก/งาน.xlsx', 'ก/คำตอบ', 'ข/งาน.xlsx', 'ข/คำตอบ']) await saved(name);
    const ran = await ita(['convert', at('ก'), at('ข'), '--to', 'thai', '--out', at('copies'), '--lang', 'th']);
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('ไฟล์เดิมทั้ง ๔ ไฟล์ไม่เปลี่ยนแปลง');
    expect(ran.out).toContain('ใช้ --in-place แทน --out');
    const copies = ['คำตอบ', 'คำตอบ (2)', 'งาน (2).xlsx', 'งาน.xlsx'];
    expect((await readdir(at('copies'))).sort()).toEqual(copies.sort());
    for (const copy of copies) expect(await textsOf(at('copies', copy))).toEqual(AFTER);
  });

  it('says that there is nothing to convert in a workbook that nobody has filled in, and keeps it as it is', async () => {
    await ita(['generate', '--agency', '5019', '--out', at('ว่าง')]);
    const folder = await readdir(at('ว่าง'));
    const [name = ''] = folder;
    const before = await readFile(at('ว่าง', name));
    const { code, out } = await ita(['convert', at('ว่าง'), '--to', 'thai', '--in-place', '--kept']);
    expect([code, out]).toEqual([
      0,
      'ไม่มีตัวเลขที่ต้องแปลงใน ๑ ไฟล์ จึงไม่มีการเปลี่ยนแปลง\n\nThere are no digits to convert in 1 file, so nothing was changed.\n',
    ]);
    expect([await readdir(at('ว่าง')), await readFile(at('ว่าง', name))]).toEqual([folder, before]);
  });

  it('leaves a damaged cell with a reason and converts the others', async () => {
    const bad = '<c r="A1" t="s"><v>99999</v></c>';
    const data = `<row r="1">${bad}<c r="B1" t="inlineStr"><is><t>ปี 2565</t></is></c></row>`;
    const file = await saved('เสียช่องเดียว.xlsx', sheetWorkbook(data));
    const { code, out } = await ita(['convert', file, '--to', 'thai', '--in-place', '--kept', '--lang', 'th']);
    expect(code).toBe(0);
    expect(out).toContain('A1');
    expect(out).toContain('อ่านไม่ได้ เพราะไฟล์เสียหายที่ช่องนี้');
    expect(await textsOf(file)).toContain('ปี ๒๕๖๕');
    const xml = new TextDecoder().decode(unzipSync(await readFile(file))['xl/worksheets/sheet1.xml']);
    expect(xml).toContain(bad);
  });

  it('keeps the value 0 and empty cells', async () => {
    const data = '<row r="1"><c r="A1"><v>0</v></c><c r="B1"/><c r="C1"><v></v></c><c r="D1" t="str"><v></v></c></row>';
    const file = await saved(
      'ศูนย์.xlsx',
      sheetWorkbook(data, { styles: '<cellXfs count="1"><xf numFmtId="0"/></cellXfs>' }),
    );
    await ita(['convert', file, '--to', 'thai', '--in-place']);
    expect(await textsOf(file)).toEqual(['๐']);
    const xml = new TextDecoder().decode(unzipSync(await readFile(file))['xl/worksheets/sheet1.xml']);
    expect(xml).toContain(`<row r="1"><c r="A1" s="1"><v>0</v></c>${data.slice(data.indexOf('<c r="B1"'))}`);
  });

  it('gives the plan as one JSON document', async () => {
    const file = await saved();
    const ran = await ita(['convert', file, '--to', 'thai', '--dry-run', '--format', 'json']);
    expect(documentOf(ran)).toMatchObject({
      to: 'thai',
      files: [
        {
          file,
          problem: null,
          written: null,
          undo: null,
          changes: [
            {
              sheet: 'S',
              cell: 'A1',
              kind: 'text',
              before: BEFORE[0],
              after: AFTER[0],
              changes: [
                { offset: 3, length: 4, before: '2565', after: '๒๕๖๕', reason: 'number' },
                { before: 'http://๑๐.๐.๐.๑/', after: 'http://10.0.0.1/', reason: 'repair' },
              ],
              preserved: [{ text: 'https://a.th/1', reason: 'link' }],
            },
            { cell: 'B1' },
            { cell: 'C1', kind: 'format', before: '#,##0.00', after: '[$-D00041E]#,##0.00', text: '1,234.50' },
            { cell: 'D1' },
          ],
          skipped: [{ sheet: 'S', cell: 'E1', text: '2469', reason: 'formula' }],
          fontTraps: [],
        },
      ],
    });
  });

  it('finds nothing more to convert the second time, and writes nothing then', async () => {
    const file = await saved();
    await ita(['convert', file, '--to', 'thai', '--in-place']);
    const once = await readFile(file);
    const again = await ita(['convert', file, '--to', 'thai', '--in-place']);
    expect([again.code, (await readdir(at())).sort()]).toEqual([0, ['งาน.xlsx', 'งาน.xlsx.undo.json']]);
    expect(await readFile(file)).toEqual(once);
  });

  it('takes the sheets that are named, and says which there are not', async () => {
    const file = await saved();
    const none = await ita(['convert', file, '--to', 'thai', '--in-place', '--sheet', 'X', '--format', 'json']);
    expect([none.code, documentOf(none)]).toMatchObject([
      1,
      { files: [{ missingSheets: ['X'], changes: [], written: null }] },
    ]);
    const one = await ita([
      'convert',
      file,
      '--to',
      'thai',
      '--in-place',
      '--sheet',
      'S',
      '--sheet',
      'X',
      '--lang',
      'en',
    ]);
    expect([one.code, one.out.includes('no sheet “X”')]).toEqual([1, true]);
    expect(await textsOf(file)).toEqual(AFTER);
  });

  it('converts folders into a folder of the same shape, and names what cannot be read', async () => {
    await saved('in/ก/a.xlsx');
    await saved('in/b.xlsx');
    await writeFile(at('in', 'bad.xlsx'), '?');
    await writeFile(at('in', '~$b.xlsx'), '?');
    const ran = await ita(['convert', at('in'), at('in', 'b.xlsx'), '--to', 'thai', '--out', at('out')]);
    expect([ran.code, ran.out.includes('bad.xlsx')]).toEqual([1, true]);
    expect((await readdir(at('out'), { recursive: true })).sort()).toEqual(['b.xlsx', 'ก', 'ก/a.xlsx']);
    expect((await ita(['convert', at('in', 'bad.xlsx'), '--to', 'thai', '--dry-run'])).code).toBe(3);
  });

  it('does not replace a file that is there, unless it is told to', async () => {
    const file = await saved();
    await saved('out/งาน.xlsx', Uint8Array.of(1));
    const kept = await ita(['convert', file, '--to', 'thai', '--out', at('out')]);
    expect([kept.code, kept.out.includes('--replace')]).toEqual([1, true]);
    expect(await readFile(at('out', 'งาน.xlsx'))).toEqual(Buffer.of(1));
    expect((await ita(['convert', file, '--to', 'thai', '--out', at('out'), '--replace'])).code).toBe(0);
    expect(await textsOf(at('out', 'งาน.xlsx'))).toEqual(AFTER);
  });

  it.each([
    [[]],
    [['--to', 'thai']],
    [['--out', 'x']],
    [['--to', 'roman', '--out', 'x']],
    [['--to', 'thai', '--out', 'x', '--in-place']],
  ])('is wrong usage: %j', async (argv) => {
    expect((await ita(['convert', await saved(), ...argv])).code).toBe(2);
  });

  it('warns of a font that draws ASCII digits as Thai ones', async () => {
    const styles =
      '<fonts count="1"><font><name val="TH SarabunIT๙"/></font></fonts><cellXfs count="1"><xf fontId="0"/></cellXfs>';
    const file = await saved('a.xlsx', sheetWorkbook('<row r="1"><c r="A1"><v>12</v></c></row>', { styles }));
    const { out } = await ita(['convert', file, '--to', 'thai', '--dry-run', '--lang', 'en']);
    expect(out).toContain('The font TH SarabunIT๙ draws Arabic digits as Thai ones, so 1 cell only looks converted');
  });
});

describe('ita undo', () => {
  it('gives back every text and format of a conversion in place', async () => {
    const file = await saved();
    const converted = await ita(['convert', file, '--to', 'thai', '--in-place', '--lang', 'en']);
    expect(converted.out).toContain(`To undo: ita undo "${file}.undo.json"`);
    expect(await textsOf(file)).toEqual(AFTER);
    const undone = await ita(['undo', `${file}.undo.json`, '--lang', 'en']);
    expect(undone).toEqual({
      code: 0,
      out: `Undone in “${file}”: 4 cells are as they were before the conversion.\n`,
      err: '',
    });
    expect(await textsOf(file)).toEqual(BEFORE);
  });

  it('undoes one conversion after another, the last one first', async () => {
    const file = await saved();
    await ita(['convert', file, '--to', 'thai', '--in-place']);
    await ita(['convert', file, '--to', 'arabic', '--in-place']);
    expect((await readdir(at())).sort()).toEqual(['งาน.xlsx', 'งาน.xlsx.undo-2.json', 'งาน.xlsx.undo.json']);
    expect((await ita(['undo', `${file}.undo-2.json`])).code).toBe(0);
    expect(await textsOf(file)).toEqual(AFTER);
    expect((await ita(['undo', `${file}.undo.json`])).code).toBe(0);
    expect(await textsOf(file)).toEqual(BEFORE);
  });

  it('leaves what somebody wrote since', async () => {
    const file = await saved();
    await ita(['convert', file, '--to', 'thai', '--in-place']);
    const edited = await REAL_PORTS.codec.patch(await readFile(file), [
      { sheet: 'S', row: 0, column: 1, text: 'แก้แล้ว ๑' },
    ]);
    await writeFile(file, edited);
    const ran = await ita(['undo', `${file}.undo.json`, '--format', 'json']);
    expect([ran.code, documentOf(ran)]).toEqual([
      1,
      { file, restored: ['S!A1', 'S!C1', 'S!D1'], changedSince: ['S!B1'] },
    ]);
    expect(await textsOf(file)).toEqual(BEFORE.with(1, 'แก้แล้ว ๑'));
  });

  it.each([
    ['no JSON', '{', 'JSON'],
    ['another JSON', '{"file": "../a.xlsx", "texts": [], "formats": []}', 'file'],
    [
      'a cell that is none',
      '{"file": "a.xlsx", "texts": [{"sheet": "S", "cell": "XFE1", "before": "1", "after": "2"}], "formats": []}',
      'texts[0].cell',
    ],
    ['a workbook that is gone', '{"file": "gone.xlsx", "texts": [], "formats": []}', 'gone.xlsx'],
  ])('says what is wrong with a record: %s', async (_, text, named) => {
    await writeFile(at('a.undo.json'), text);
    const { code, out, err } = await ita(['undo', at('a.undo.json')]);
    expect([code, out, err.includes(named)]).toEqual([3, '', true]);
    const json = await ita(['undo', at('a.undo.json'), '--format', 'json']);
    expect([json.code, json.err, documentOf(json).file]).toEqual([3, '', null]);
  });

  it('leaves the workbook whole where it may not be written', async () => {
    const file = await saved();
    await ita(['convert', file, '--to', 'thai', '--in-place']);
    const before = await readFile(file);
    const files = { ...REAL_PORTS.files, write: () => Promise.reject(new Error('full')) };
    expect((await ita(['undo', `${file}.undo.json`], { files })).code).toBe(3);
    expect(await readFile(file)).toEqual(before);
  });
});
