import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { MAX_MAILTO } from '../../src/domain/chasing/mailto.ts';
import { FOLLOW_UP_SHEET, COMPLETENESS_SHEET } from '../../src/domain/master/sheet-names.ts';
import { issuesOfAgency } from '../../src/domain/programme/assignment.ts';
import type { Agency } from '../../src/domain/programme/roster.ts';
import { rawYearData } from '../../src/domain/programme/year-data.ts';
import { addResult, emptyConsolidation, finish } from '../../src/domain/submissions/consolidate.ts';
import { packYear } from '../../src/usecases/carried-year.ts';
import { planMaster } from '../../src/usecases/plan-master.ts';
import { withPart } from '../support/changed-parts.ts';
import { documentOf, ita } from '../support/cli.ts';
import { PLACE, section, template } from '../support/letterheads.ts';
import { ownFolder } from '../support/own-folder.ts';
import { programme, roster } from '../support/report-2565.ts';
import { submissionOf } from '../support/report-builders.ts';
import { paragraphsIn } from '../support/report-document.ts';
import { carryingWorkbook, REWORDED_YEAR } from '../support/year-workbooks.ts';

const at = ownFolder();
const codec = createXlsxCodec();
const [late, done, nobody] = roster.agencies as unknown as readonly [Agency, Agency, Agency];
let encoded: Uint8Array;
let master: string;

beforeAll(async () => {
  const keysOf = (code: typeof late.code): readonly string[] =>
    issuesOfAgency(programme, code).flatMap(({ measures }) => measures.map(({ key }) => key));
  const answered = (keys: readonly string[]) =>
    Object.fromEntries(
      keys.map((key) => [key, { status: 'ดำเนินการแล้ว', results: ['จัดทำประกาศและแจ้งเวียนให้บุคลากรทราบแล้ว'] }]),
    );
  const submissions = [
    submissionOf(late.code, answered(keysOf(late.code).slice(2)), { savedAt: '2022-04-20T08:00:00Z' }),
    submissionOf(done.code, answered(keysOf(done.code)), { savedAt: '2022-04-20T08:00:00Z' }),
  ];
  const consolidation = finish(addResult(emptyConsolidation(programme, roster), { submissions, problems: [] }));
  encoded = await codec.encode(planMaster(consolidation, { created: '2022-04-29T02:00:00Z' }));
});

beforeEach(() => {
  master = at('รายงานรวม.xlsx');
  writeFileSync(master, encoded);
});

interface ToldAgency {
  readonly agency: string;
  readonly mailto: string | null;
  readonly [fact: string]: unknown;
}

async function toldOf(...argv: readonly string[]): Promise<readonly ToldAgency[]> {
  return documentOf(await ita(['chase', ...argv, '--format', 'json'])).agencies as readonly ToldAgency[];
}

describe('ita chase', () => {
  it('tells by a master who owes what, how late it is, and whom to ask', async () => {
    const [first, second, third] = await toldOf(master, '--date', '2565-05-10');
    expect(first).toMatchObject({
      ...{ agency: late.code, state: 'unfinished', due: '2022-04-29', timing: { kind: 'overdue', days: 11 } },
      ...{ savedAt: '2022-04-20T08:00:00.000Z', unclear: [], asked: [] },
    });
    expect(first!.unanswered).toHaveLength(2);
    expect(second).toMatchObject({ state: 'complete', timing: { kind: 'early', days: 9 }, email: null, mailto: null });
    expect(third).toMatchObject({ agency: nobody.code, state: 'not-received', files: [] });
    expect(third!.mailto!.length).toBeLessThanOrEqual(MAX_MAILTO);
  });

  it('says it in words and for Excel, and ends with 1 as long as somebody owes something', async () => {
    const text = await ita(['chase', master, '--date', '2022-05-10', '--lang', 'th']);
    expect(text.code).toBe(1);
    expect(text.out).toContain('ยังไม่ครบถ้วน ๗๖ จาก ๗๗ หน่วยงาน');
    expect(text.out).toMatch(new RegExp(`${late.code} ${late.name} +ยังไม่ครบถ้วน · ขาด ๒ มาตรการ · เกินกำหนด ๑๑ วัน`));
    const csv = await ita(['chase', master, '--format', 'csv', '--lang', 'th']);
    expect(csv.out.split('\r\n')).toHaveLength(79);
    expect(csv.out).toContain('มาตรการที่ยังขาด');
    const one = await ita(['chase', master, '--agency', done.name, '--lang', 'en']);
    expect(one).toMatchObject({
      code: 0,
      out: expect.stringContaining('Every agency has answered everything.') as string,
    });
  });

  it('knows the day and the contact of an agency from the roster', async () => {
    const raw = rawYearData({ programme, roster }).roster as typeof roster;
    const agencies = raw.agencies.map((each) =>
      each.code === nobody.code ? { ...each, due: '2022-05-31', contact: 'สมหญิง', email: 'a@bangkok.go.th' } : each,
    );
    writeFileSync(at('roster.json'), JSON.stringify({ ...raw, agencies }));
    const told = await toldOf(master, '--roster', at('roster.json'), '--date', '2022-05-10', '--due', '2022-05-01');
    expect(told.find(({ agency }) => agency === nobody.code)).toMatchObject({
      ...{
        due: '2022-05-31',
        timing: { kind: 'open', days: 21 },
        contact: { name: 'สมหญิง', email: 'a@bangkok.go.th' },
      },
      email: { to: 'a@bangkok.go.th' },
    });
    expect(told.find(({ agency }) => agency === late.code)).toMatchObject({ timing: { kind: 'overdue', days: 9 } });
  });

  it('writes the letters, in the frame of a template, and replaces nothing unasked', async () => {
    const out = at('หนังสือ.docx');
    const argv = ['chase', master, '--agency', late.code, '--letters', out, '--date', '2022-05-10'];
    expect((await ita(argv)).code).toBe(1);
    expect(paragraphsIn(readFileSync(out))).toEqual(
      expect.arrayContaining(['บันทึกข้อความ', `เรียน\tหัวหน้าหน่วยงาน (${late.name})`]),
    );
    const other = [...argv.slice(0, -1), '2022-05-11', '--format', 'json'];
    expect(documentOf(await ita(other)).letters).toBe(at('หนังสือ (2).docx'));
    writeFileSync(at('หัว.docx'), await template([section(['หัวกระดาษ', PLACE])]));
    const framed = ['--letters', at('ในหัว.docx'), '--template', at('หัว.docx')];
    await ita(['chase', master, '--agency', late.code, ...framed]);
    expect(paragraphsIn(readFileSync(at('ในหัว.docx'))).slice(0, 2)).toEqual(['หัวกระดาษ', 'บันทึกข้อความ']);
  });

  it('records in the master what was asked, and tells it from then on', async () => {
    const ran = await ita([
      'chase',
      master,
      '--agency',
      late.code,
      '--record',
      'โทรศัพท์',
      '--date',
      '2022-05-10',
      '--lang',
      'th',
    ]);
    expect(ran.out).toContain(`บันทึกการทวงถาม ๑ หน่วยงานในแผ่นงาน “${FOLLOW_UP_SHEET}”`);
    const told = await toldOf(master);
    expect(told.find(({ agency }) => agency === late.code)!.asked).toEqual([
      expect.objectContaining({ when: '๑๐ พฤษภาคม ๒๕๖๕', channel: 'โทรศัพท์' }),
    ]);
    expect(told.find(({ agency }) => agency === nobody.code)!.asked).toEqual([]);
    const text = await ita(['chase', master, '--agency', late.code, '--lang', 'th']);
    expect(text.out).toContain('ทวงถามล่าสุด ๑๐ พฤษภาคม ๒๕๖๕ โทรศัพท์');
  });

  it('records what was asked on a day once, however often it is told, and says so', async () => {
    const argv = ['chase', master, '--agency', late.code, '--record', 'โทรศัพท์', '--lang', 'th', '--date'];
    await ita([...argv, '2022-05-10']);
    const recorded = readFileSync(master);
    const again = await ita([...argv, '2022-05-10']);
    expect(again.out).toContain(`การทวงถาม ๑ หน่วยงานในวันเดียวกันเรื่องเดียวกันอยู่ในแผ่นงาน “${FOLLOW_UP_SHEET}”`);
    expect(again.out).not.toContain('บันทึกการทวงถาม');
    expect(readFileSync(master)).toEqual(recorded);
    // Of both who owe something, one was asked before.
    const both = await ita(['chase', master, '--record', 'โทรศัพท์', '--date', '2022-05-10', '--format', 'json']);
    const { recorded: added, recordedBefore } = documentOf(both);
    expect(recordedBefore).toBe(1);
    expect(added).toBeGreaterThan(0);
    await ita([...argv, '2022-05-11']);
    const told = (await toldOf(master)).find(({ agency }) => agency === late.code)!;
    expect(told.asked).toHaveLength(2);
  });

  it('names the sheet as the office has called it', async () => {
    const name = `${FOLLOW_UP_SHEET}หน่วยงาน`;
    const renamed = (xml: string): string => xml.replace(`name="${FOLLOW_UP_SHEET}"`, `name="${name}"`);
    writeFileSync(master, withPart(encoded, 'xl/workbook.xml', renamed));
    const argv = ['chase', master, '--agency', late.code, '--record', 'โทรศัพท์', '--lang', 'th'];
    expect((await ita(argv)).out).toContain(`หน่วยงานในแผ่นงาน “${name}” ของ`);
    expect((await ita(argv)).out).toContain(`อยู่ในแผ่นงาน “${name}” ของ`);
  });

  it('knows whom to ask where somebody renamed the sheet with the contacts', async () => {
    const renamed = (xml: string): string => xml.replace(`name="${COMPLETENESS_SHEET}"`, 'name="ใครส่งแล้ว"');
    const contact = { name: 'นางสาวสมศรี ใจดี', phone: '๐ ๒๒๒๑ ๒๑๔๑', email: 'somsri@bangkok.go.th' };
    const typed = (text: string, row: number) => ({ text, sheet: 'ปก', cell: { row, column: 2 } });
    const { name, phone, email } = contact;
    const sourced = { name: typed(name, 7), phone: typed(phone, 8), email: typed(email, 9) };
    const submissions = [submissionOf(late.code, {}, { contact: sourced })];
    const consolidation = finish(addResult(emptyConsolidation(programme, roster), { submissions, problems: [] }));
    const named = await codec.encode(planMaster(consolidation, { created: '2022-04-29T02:00:00Z' }));
    writeFileSync(master, named);
    const before = await toldOf(master, '--date', '2565-05-10');
    expect(before[0]).toMatchObject({ contact });
    writeFileSync(master, withPart(named, 'xl/workbook.xml', renamed));
    expect(await toldOf(master, '--date', '2565-05-10')).toEqual(before);
  });

  it('takes several agencies after one --agency', async () => {
    const both = ['chase', master, '--format', 'csv', '--lang', 'en', '--agency', late.code];
    const { out } = await ita([...both, nobody.name]);
    expect(out.split('\n').filter((line) => line.includes(late.name) || line.includes(nobody.name))).toHaveLength(2);
    expect(out).not.toContain(done.name);
    expect((await ita([...both, 'สำนักงานที่ไม่มี'])).err).toContain('สำนักงานที่ไม่มี');
    // What looks like a file is one, and a master is asked alone.
    expect((await ita([...both, at('ไม่มี.xlsx')])).err).toContain(master);
  });

  it('never takes a master among other files for an agency that has sent nothing', async () => {
    const letters = at('หนังสือ.docx');
    const { code, out, err } = await ita(['chase', master, at(), '--letters', letters]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.trimEnd().split('\n')).toEqual([expect.stringContaining(master), expect.stringContaining(master)]);
    expect(existsSync(letters)).toBe(false);
  });

  it('records nothing where the letters cannot be written', async () => {
    const argv = ['chase', master, '--agency', late.code, '--record', 'หนังสือ', '--letters', at('หนังสือ.docx')];
    expect((await ita([...argv, '--template', at('ไม่มีไฟล์.docx')])).code).toBe(3);
    expect(readFileSync(master)).toEqual(Buffer.from(encoded));
  });

  it('says of the last day that it is today', async () => {
    const csv = await ita(['chase', master, '--date', '2565-04-29', '--format', 'csv', '--lang', 'en']);
    expect(csv.out).toContain(',due today,');
    const [headings = ''] = csv.out.split('\r\n');
    const names = headings.toLowerCase().split(',');
    expect(names).toEqual([...new Set(names)]);
  });

  it('takes the year that a master or workbooks carry', async () => {
    const { programme: year, roster: agencies } = REWORDED_YEAR;
    const carrying = at('ปีอื่น.xlsx');
    const nothing = finish(emptyConsolidation(year, agencies));
    const packed = await packYear(codec, REWORDED_YEAR);
    writeFileSync(carrying, await codec.encode(planMaster(nothing, { created: '2027-04-29T02:00:00Z', year: packed })));
    const master = documentOf(await ita(['chase', carrying, '--date', '2027-04-29', '--format', 'json']));
    expect(master).toMatchObject({ year: year.year, problems: [] });
    mkdirSync(at('ที่ได้รับ'));
    writeFileSync(path.join(at('ที่ได้รับ'), '02.xlsx'), await carryingWorkbook(REWORDED_YEAR));
    const files = documentOf(await ita(['chase', at('ที่ได้รับ'), '--no-cache', '--format', 'json']));
    expect(files).toMatchObject({ year: year.year, problems: [] });
    for (const { agencies: told } of [master, files] as unknown as readonly { agencies: readonly ToldAgency[] }[]) {
      expect(told.map(({ agency }) => agency)).toContain('02');
      expect(JSON.stringify(told)).toContain('ของกำนัล');
    }
  });

  it('reads files and folders too, but records nothing there', async () => {
    await ita(['generate', '--agency', late.code, '--out', at('in')]);
    const [first] = await toldOf(at('in'), '--no-cache');
    expect(first).toMatchObject({ agency: late.code, state: 'unfinished' });
    const refused = await ita(['chase', at('in'), '--record', 'อีเมล', '--letters', at('ไม่มี.docx'), '--lang', 'en']);
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('recorded in a master') as string });
    expect(existsSync(at('ไม่มี.docx'))).toBe(false);
  });

  it.each([
    [['--date', '2022-02-30'], '2022-02-30'],
    [['--letters', 'a.pdf'], 'a.pdf'],
    [['--agency', 'ไม่มีจริง'], 'ไม่มีจริง'],
  ])('refuses %j', async (argv, found) => {
    expect(await ita(['chase', master, ...argv])).toMatchObject({
      code: 2,
      err: expect.stringContaining(found) as string,
    });
  });

  it('ends with 3 where nothing can be read', async () => {
    expect((await ita(['chase', at('ไม่มี'), '--no-cache'])).code).toBe(3);
  });
});
