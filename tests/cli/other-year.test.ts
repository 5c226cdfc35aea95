import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readYearWorkbook } from '../../src/domain/year-workbook/read/read-year-workbook.ts';
import { builtInProgramme } from '../../src/domain/programme/catalogue.ts';
import { matchMeasures } from '../../src/domain/programme/match-measures.ts';
import { measuresOf } from '../../src/domain/programme/programme.ts';
import type { YearData } from '../../src/domain/programme/year-data.ts';
import { documentOf, ita, REAL_PORTS } from '../support/cli.ts';
import { ownFolder } from '../support/own-folder.ts';
import { TOWN_FOLDER } from '../support/small-town.ts';

const at = ownFolder();
const REPORT = 'tests/fixtures/reports/report-2565.docx';
const TOWN = ['--programme', `${TOWN_FOLDER}/programme-2567.json`, '--roster', `${TOWN_FOLDER}/roster.json`];

/** The data in a workbook of a year. */
async function dataIn(file: string): Promise<YearData> {
  const { data, problems } = readYearWorkbook(await REAL_PORTS.codec.decode(readFileSync(file)));
  expect(problems).toEqual([]);
  return data!;
}

describe('ita programme next', () => {
  it("writes next year's workbook, which reads back, and tells every change and what to look at", async () => {
    const ran = await ita(['programme', 'next', '--out', at('ปีหน้า.xlsx'), '--lang', 'th']);
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(ran.out).toContain('เปลี่ยน “วันสุดท้ายที่หน่วยงานต้องส่ง” จาก “๒๙ เมษายน ๒๕๖๕” เป็น “๒๙ เมษายน ๒๕๖๖”');
    expect(ran.out).not.toMatch(/programme\.|roster\.|\d{4}-\d\d/);
    expect(ran.out).toContain('คือ ๒๙ เมษายน ๒๕๖๖ ซึ่งเป็นวันเสาร์');
    const { programme } = await dataIn(at('ปีหน้า.xlsx'));
    expect(programme).toMatchObject({ id: 'bma-2566', year: 2566 });
    expect(matchMeasures(builtInProgramme()!.programme, programme).every(({ kind }) => kind === 'same')).toBe(true);
  });

  it('takes the data of any organisation, and keeps a workbook that is there', async () => {
    writeFileSync(at('ก.xlsx'), 'ของเดิม');
    const ran = await ita(['programme', 'next', '--out', at('ก.xlsx'), '--format', 'json', ...TOWN]);
    const document = documentOf(ran) as { path: string; doubts: { code: string }[] };
    expect(document).toMatchObject({ id: 'tambon-2568', year: 2568, measures: 12, agencies: 8, problems: [] });
    expect(document.doubts.map(({ code }) => code)).toEqual([
      'year-left',
      'year-in-measure',
      'agency-joins',
      'agency-leaves',
    ]);
    expect(readFileSync(at('ก.xlsx'), 'utf8')).toBe('ของเดิม');
    expect(existsSync(document.path)).toBe(true);
  });
});

describe('ita programme from-report', () => {
  it("writes a year's workbook from the report of 2565, and lists what is not sure", async () => {
    const ran = await ita(['programme', 'from-report', REPORT, '--out', at('เก่า.xlsx'), '--lang', 'th']);
    expect([ran.code, ran.err]).toEqual([1, '']);
    expect(ran.out).toContain('ของปีงบประมาณ ๒๕๖๕ ได้ ๕๙ มาตรการ');
    expect(ran.out).toContain('เทียบกับชุดมาตรการ bma-2565 เหมือนกัน ๕๙ มาตรการ ต่างกัน ๐ แห่ง');
    expect(ran.out).toContain('ตารางที่ ๓๑ แถวที่ ๒: ');
    const { programme } = await dataIn(at('เก่า.xlsx'));
    const texts = ({ programme: one }: Pick<YearData, 'programme'>) =>
      measuresOf(one).map(({ measure: { key, text, responsible } }) => [key, text, responsible.agencies]);
    expect(texts({ programme })).toEqual(texts(builtInProgramme()!));
  });

  it('gives the results as data for other programs', async () => {
    const ran = await ita(['programme', 'from-report', REPORT, '--out', at('เก่า.xlsx'), '--format', 'json']);
    const { results, doubts } = documentOf(ran) as { results: Record<string, string[]>; doubts: object[] };
    expect(results['1.1.1']?.[0]).toMatch(/^สำนักงาน ก\.ก\. มีหนังสือเวียนแจ้ง/);
    expect(doubts).toHaveLength(15);
  });

  it.each([
    ['is no document', 'ข้อความ', 3, 'ไม่ใช่เอกสาร Word'],
    ['is empty', '', 3, 'ว่างเปล่า'],
  ])('says what is wrong with a file that %s', async (_, content, code, words) => {
    writeFileSync(at('a.docx'), content);
    const ran = await ita(['programme', 'from-report', at('a.docx'), '--out', at('b.xlsx'), '--lang', 'th']);
    expect([ran.code, ran.out]).toEqual([code, '']);
    expect(ran.err).toContain(words);
    expect(existsSync(at('b.xlsx'))).toBe(false);
  });

  it('says that a document has no measures, and asks for the names of both files', async () => {
    const plan = {
      title: 'ก',
      author: 'ข',
      created: '2025-01-01T00:00:00Z',
      sections: [{ orientation: 'portrait', pageNumbers: 'none', blocks: [] }],
    } as const;
    writeFileSync(at('c.docx'), await REAL_PORTS.documents.encode(plan));
    const ran = await ita(['programme', 'from-report', at('c.docx'), '--out', at('d.xlsx'), '--lang', 'th']);
    expect([ran.code, ran.err]).toEqual([2, expect.stringContaining('ไม่พบตารางมาตรการ')]);
    expect((await ita(['programme', 'from-report', '--out', at('d.xlsx')])).code).toBe(2);
    expect((await ita(['programme', 'from-report', at('c.docx'), '--out', at('d.docx')])).code).toBe(2);
  });
});
