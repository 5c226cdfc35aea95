import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { parseCellName } from '../../src/domain/spreadsheet/address.ts';
import { documentOf, ita } from '../support/cli.ts';

const codec = createXlsxCodec();
let folder: string;
let exported: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ita-'));
  exported = path.join(folder, 'ชุดมาตรการ.xlsx');
  await ita(['programme', 'export', '--out', exported]);
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** The exported workbook with texts typed into cells, `sheet!A1`, as another file. */
async function edited(name: string, cells: Readonly<Record<string, string>>): Promise<string> {
  const patches = Object.entries(cells).map(([at, text]) => {
    const [sheet = '', cell = ''] = at.split('!');
    return { sheet, text, ...parseCellName(cell)! };
  });
  const file = path.join(folder, name);
  await writeFile(file, await codec.patch(await readFile(exported), patches));
  return file;
}

/** The programme of the next year, as an office edits it. */
const NEXT_YEAR = {
  'ปีงบประมาณ!C6': 'bma-2566',
  'ปีงบประมาณ!C7': '๒๕๖๖',
  'ปีงบประมาณ!C10': '28 เม.ย. 2566',
  'มาตรการ!E5': 'ประชาสัมพันธ์คู่มือการปฏิบัติงานฉบับใหม่',
  'หน่วยงาน!C7': 'สำนักงาน ก.ก. กรุงเทพมหานคร',
};

describe('ita programme export', () => {
  it('writes a workbook that says what it is, and what to do next', async () => {
    const out = path.join(folder, 'again.xlsx');
    const ran = await ita(['programme', 'export', '--out', out, '--lang', 'th']);
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(ran.out).toContain('บันทึกชุดมาตรการปีงบประมาณ ๒๕๖๕');
    expect(ran.out).toContain(`ita programme check “${out}”`);
    const { properties } = await codec.decode(await readFile(out));
    expect(properties.get('ITA.Kind')).toBe('programme');
  });

  it('does not replace a workbook that somebody may have edited, unless told to', async () => {
    const file = await edited('edited.xlsx', { 'หน่วยงาน!F7': 'สมชาย' });
    const before = await readFile(file);
    const beside = await ita(['programme', 'export', '--out', file, '--format', 'json']);
    expect(documentOf(beside)).toMatchObject({ path: path.join(folder, 'edited (2).xlsx'), version: '1' });
    expect(await readFile(file)).toEqual(before);
    await ita(['programme', 'export', '--out', file, '--replace']);
    expect(await readFile(file)).toEqual(await readFile(exported));
  });
});

describe('ita programme check', () => {
  it('finds nothing in what was exported', async () => {
    const ran = await ita(['programme', 'check', exported, '--lang', 'en']);
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('The data are the same as those of bma-2565, version 1.');
  });

  it('says every change since the year before, in both languages', async () => {
    const ran = await ita(['programme', 'check', await edited('next.xlsx', NEXT_YEAR)]);
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('เปลี่ยนแปลงจากชุดมาตรการ bma-2565 รุ่น 1 จำนวน ๕ แห่ง');
    expect(ran.out).toContain('แก้ข้อความมาตรการ ๑.๑.๑');
    expect(ran.out).toContain('Agency 0103 renamed');
    expect(ran.out).toContain('จาก “๒๙ เมษายน ๒๕๖๕” เป็น “๒๘ เมษายน ๒๕๖๖”');
  });

  it('says every mistake with its cell and a remedy', async () => {
    const file = await edited('wrong.xlsx', { 'หน่วยงาน!B7': 'กอง', 'มาตรการ!F5': 'ใครก็ได้', 'ปีงบประมาณ!C10': 'สิ้นเดือน' });
    const ran = await ita(['programme', 'check', file, '--lang', 'th']);
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('ยังใช้ไม่ได้');
    expect(ran.out).toContain('แผ่นงาน “หน่วยงาน” ช่อง B7');
    expect(ran.out).toContain('แผ่นงาน “ปีงบประมาณ” ช่อง C10');
    const document = documentOf(await ita(['programme', 'check', file, '--format', 'json']));
    expect(document).toMatchObject({ id: null, problems: [{ cell: 'C10', severity: 'must' }, { cell: 'B7' }] });
  });

  it.each([
    ['no workbook', 'not.xlsx', 'hello', 3],
    ['a file that is not there', 'gone.xlsx', undefined, 3],
  ])('says so for %s', async (_, name, text, code) => {
    const file = path.join(folder, name);
    if (text !== undefined) await writeFile(file, text);
    const ran = await ita(['programme', 'check', file]);
    expect(ran.code).toBe(code);
    expect(ran.err).toContain(name);
  });
});

describe('ita programme import', () => {
  it('writes the data files and a workbook with every key, the same each time', async () => {
    const out = path.join(folder, 'year');
    const file = await edited('next.xlsx', {
      ...NEXT_YEAR,
      'มาตรการ!B64': '๑',
      'มาตรการ!C64': '๑',
      'มาตรการ!E64': 'ใหม่',
      'มาตรการ!F64': 'ทุกหน่วยงาน',
    });
    const ran = await ita(['programme', 'import', file, '--out', out]);
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('เพิ่มมาตรการ ๑.๑.๘ “ใหม่”');
    const names = ['programme-bma-2566.json', 'roster-bma-2565.json', 'ชุดมาตรการ-bma-2566.xlsx'];
    expect((await readdir(out)).toSorted()).toEqual(names);
    await ita(['programme', 'import', file, '--out', out]);
    expect((await readdir(out)).toSorted()).toEqual(names);
    const workbook = path.join(out, 'ชุดมาตรการ-bma-2566.xlsx');
    const again = documentOf(await ita(['programme', 'check', workbook, '--format', 'json']));
    expect(again).toMatchObject({ id: 'bma-2566', problems: [] });
    const data = JSON.parse(await readFile(path.join(out, 'programme-bma-2566.json'), 'utf8')) as { version: string };
    expect(data.version).toBe(again.version);
  });

  it('writes nothing for a preview, nor from a workbook with mistakes', async () => {
    const out = path.join(folder, 'nothing');
    const file = await edited('wrong.xlsx', { 'หน่วยงาน!B7': 'กอง' });
    expect((await ita(['programme', 'import', file, '--out', out])).code).toBe(1);
    expect((await ita(['programme', 'import', exported, '--preview'])).out).toContain('ยังไม่ได้บันทึก');
    await expect(readdir(out)).rejects.toThrow('ENOENT');
  });

  it.each([
    [['programme', 'import', 'x.xlsx'], '--out'],
    [['programme', 'import'], 'programme import'],
    [['programme', 'imports'], 'imports'],
    [['programme', 'check', 'a.xlsx', 'b.xlsx'], 'b.xlsx'],
    [['programme', '--out', 'x'], '--out'],
    [['programme', 'export', '--out', 'x.json'], 'x.json'],
  ])('refuses wrong usage: %j', async (argv, named) => {
    const ran = await ita(argv);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(named);
  });
});

describe('every command', () => {
  it('takes the workbook as --programme, with its agencies', async () => {
    const file = await edited('next.xlsx', NEXT_YEAR);
    const listed = documentOf(await ita(['programme', '--programme', file, '--format', 'json']));
    expect(listed).toMatchObject({ year: 2566, id: 'bma-2566' });
    const agencies = await ita(['agencies', '--programme', file]);
    expect(agencies.out).toContain('สำนักงาน ก.ก. กรุงเทพมหานคร');
    const out = path.join(folder, 'generated');
    const made = await ita(['generate', '--agency', '0103', '--out', out, '--programme', file]);
    expect(made.code).toBe(0);
    expect(await readdir(out)).toEqual(['0103-สำนักงาน ก.ก. กรุงเทพมหานคร-๒๕๖๖.xlsx']);
    const read = await ita(['read', path.join(out, '0103-สำนักงาน ก.ก. กรุงเทพมหานคร-๒๕๖๖.xlsx'), '--programme', file]);
    expect(read.out).not.toContain('bma-2565');
  });

  it('takes the agencies of a workbook for the built-in measures', async () => {
    const file = await edited('roster.xlsx', { 'หน่วยงาน!C8': 'สำนักงานเลขานุการปลัด กทม.' });
    const ran = await ita(['agencies', '--roster', file]);
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(ran.out).toContain('สำนักงานเลขานุการปลัด กทม.');
  });

  it('does not work with a workbook that has mistakes', async () => {
    const ran = await ita(['agencies', '--programme', await edited('wrong.xlsx', { 'หน่วยงาน!B7': 'กอง' })]);
    expect([ran.code, ran.out]).toEqual([3, '']);
    expect(ran.err).toContain('ช่อง B7');
  });

  it('never takes the workbook for an answer', async () => {
    const out = path.join(folder, 'master.xlsx');
    const ran = await ita(['consolidate', exported, '--out', out, '--no-cache']);
    expect(ran.out + ran.err).toContain('ชุดมาตรการ.xlsx');
    expect(documentOf(await ita(['read', exported, '--format', 'json']))).toMatchObject({
      problems: [{ code: 'file-of-office-skipped' }],
    });
  });
});
