import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { csvDocument } from '../../src/cli/output/csv.ts';
import { documentOf, ita, REAL_PORTS, type Ran } from '../support/cli.ts';
import { ownFolder } from '../support/own-folder.ts';
import { planOfContent } from '../support/plan-of-content.ts';
import { sender } from '../support/sender.ts';

const at = ownFolder();

const sent = sender(at);

/** A programme without the rules that ask for answers, so that a test need not fill in a whole workbook. */
async function quietProgramme(rules: object = {}): Promise<readonly string[]> {
  const source = await readFile('src/domain/programme/data/programme-bma-2565.json', 'utf8');
  const quiet = { 'answer-missing': false, 'contact-missing': false, ...rules };
  await writeFile(at('programme.json'), JSON.stringify({ ...(JSON.parse(source) as object), rules: quiet }));
  return ['--programme', at('programme.json')];
}

interface RemarkJson {
  readonly code: string;
  readonly found?: string;
  readonly suggestion?: string;
  readonly cell: string | null;
}

function remarksOf(ran: Ran): readonly RemarkJson[] {
  const { files } = documentOf(ran) as { files: readonly { remarks: readonly RemarkJson[] }[] };
  return files.flatMap(({ remarks }) => remarks);
}

const BROKEN = 'ร้องทุกข์ทาง (http://๒๐๓.๑๔๘.๒๕๐.๑๗๘/Rongtook/Home.aspx) ตั้งแต่ปี พ.ศ. 2564';
const FIXED = 'ร้องทุกข์ทาง (http://203.148.250.178/Rongtook/Home.aspx) ตั้งแต่ปี พ.ศ. ๒๕๖๔';
const DONE = 'ดำเนินการแล้ว';

describe('ita check', () => {
  it('says that a file without anything wrong is ready to send', async () => {
    const options = await quietProgramme();
    const file = await sent('5019', { '1.1.1': { status: DONE, result: 'จัดประชุม ๒ ครั้ง' } });
    const ran = await ita(['check', file, ...options]);
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(ran.out).toMatch(/ผลการตรวจ +พร้อมส่ง\n/);
    expect(ran.out).toContain('ตรวจแล้ว ๑ ไฟล์ พร้อมส่ง ๑ ไฟล์');
    expect(ran.out.indexOf('พร้อมส่ง')).toBeLessThan(ran.out.indexOf('ready to send'));
  });

  it('finds what an agency copied from its workbook of last year, and names one that cannot be read', async () => {
    const options = await quietProgramme();
    const copied = 'จัดอบรมให้ความรู้แก่ข้าราชการและบุคลากรในสังกัดครบทุกคน ๒ ครั้ง';
    const file = await sent('5019', { '1.1.1': { status: DONE, result: copied } });
    await sent('5019', { '1.1.3': { status: DONE, result: `- อื่น ๆ\n${copied}` } }, '../past/a.xlsx');
    await sent('5021', { '1.1.1': { status: DONE, result: copied } }, '../others/b.xlsx');
    await writeFile(at('past', 'c.xlsx'), 'no workbook');
    const codes = async (...more: string[]) =>
      remarksOf(await ita(['check', file, '--format', 'json', ...options, ...more])).map(({ code }) => code);
    expect(await codes()).toEqual([]);
    expect(await codes('--last-year', at('others'))).toEqual([]);
    expect((await codes('--last-year', at('past'))).toSorted()).toEqual(['file-not-workbook', 'text-of-last-year']);
  });

  it('tells an agency what, where and what to do, sheet by sheet and cell by cell', async () => {
    const options = await quietProgramme();
    const file = await sent('5019', { '1.1.1': { status: DONE, result: BROKEN } });
    const ran = await ita(['check', file, '--lang', 'th', ...options]);
    expect(ran.code).toBe(1);
    const lines = ran.out.split('\n');
    expect(lines[0]).toContain(file);
    expect(lines[1]).toMatch(/^หน่วยงาน +สำนักงานเขตบางกอกน้อย$/);
    expect(lines[2]).toMatch(/^ผลการตรวจ +ยังไม่พร้อมส่ง: ต้องแก้ไข ๑, ควรตรวจสอบ ๑, แจ้งให้ทราบ ๑$/);
    expect(lines[4]).toBe('แผ่นงาน “๑ การปฏิบัติหน้าที่”');
    expect(lines[5]).toMatch(/^ {2}ช่อง F6 \[ต้องแก้ไข\] ลิงก์ /);
    expect(lines[6]).toContain('“http://๒๐๓.๑๔๘.๒๕๐.๑๗๘/Rongtook/Home.aspx” → “http://203.148.250.178/');
    expect(lines[7]).toMatch(/^ {4}→ โปรด/);
    expect(ran.out).toContain('แก้ไขอัตโนมัติได้ ๑ ช่อง');
    expect(ran.out).not.toContain('ready');
  });

  it('asks for what is missing in a workbook as it was made', async () => {
    const ran = await ita(['check', await sent('5019'), '--format', 'json']);
    const codes = new Map<string, number>();
    for (const { code } of remarksOf(ran)) codes.set(code, (codes.get(code) ?? 0) + 1);
    expect([...codes]).toEqual([
      ['contact-missing', 2],
      ['answer-missing', 48],
    ]);
    expect(documentOf(ran)).toMatchObject({
      totals: { files: 1, ready: 0, unanswered: 48, must: 0, should: 2, may: 0 },
    });
    const page = await ita(['check', await sent('5019'), '--lang', 'th']);
    expect(page.out).toContain('ยังไม่พร้อมส่ง: ยังไม่ได้กรอก ๔๘ ข้อ, ควรตรวจสอบ ๒');
    expect(page.out.match(/\[ยังไม่ได้กรอก\]/g)).toHaveLength(48);
    expect(page.out).not.toContain('ต้องแก้ไข');
    const table = await ita(['check', await sent('5019'), '--format', 'csv', '--lang', 'th']);
    expect(table.out).not.toContain('ต้องแก้ไข');
  });

  it('tells what reading told once, and in one order with what the rules find', async () => {
    const options = await quietProgramme();
    const file = await sent('5019', { '1.1.1': { status: 'เสร็จ', result: 'ปี 2565', note: 'ดู C:\\งาน\\ก.docx' } });
    const ran = await ita(['check', file, '--format', 'json', ...options]);
    expect(remarksOf(ran).map(({ code, cell }) => [cell, code])).toEqual([
      ['E6', 'status-unknown'],
      ['F6', 'digits-arabic'],
      ['I6', 'path-private'],
    ]);
  });

  it('fixes copies, leaves everything else in them as it is and never touches the files', async () => {
    const options = await quietProgramme();
    const file = await sent('5019', {
      '1.1.1': { status: DONE, result: `${BROKEN}\n\n-  เเผน \u200bครั้งที่ 1 ` },
      '1.1.2': { status: DONE, result: 'ส่ง ๑๐๐ คน' },
    });
    const before = await readFile(file);
    const ran = await ita(['check', at('in'), '--fix', '--out', at('fixed'), '--format', 'json', ...options]);
    const copy = at('fixed', path.basename(file));
    expect(await readFile(file)).toEqual(before);
    expect(ran.code).toBe(1);
    expect(remarksOf(ran).map(({ code }) => code)).toEqual(['link-not-https']);
    expect(documentOf(ran)).toMatchObject({ files: [{ file, copy, changes: [{ cell: 'F6' }] }] });

    const [was, is] = await Promise.all([before, await readFile(copy)].map((bytes) => REAL_PORTS.codec.decode(bytes)));
    const changed = was!.sheets.flatMap((sheet, index) =>
      sheet.cells.flatMap((cell, location) => {
        const now = is!.sheets[index]?.cells[location];
        return JSON.stringify(now) === JSON.stringify(cell) ? [] : [now?.text];
      }),
    );
    expect(changed).toEqual([`${FIXED}\n\n-  แผน ครั้งที่ ๑ `]);

    const again = await ita(['check', copy, '--format', 'json', ...options]);
    expect(remarksOf(again).map(({ code }) => code)).toEqual(['link-not-https']);
  });

  it('shows a person every change, before and after', async () => {
    const options = await quietProgramme();
    const file = await sent('5019', { '1.1.1': { status: DONE, result: 'เมื่อปี 2565' } });
    const ran = await ita(['check', file, '--fix', '--out', at('fixed'), '--lang', 'th', ...options]);
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('แก้ไขให้แล้ว ๑ ช่อง');
    expect(ran.out).toContain('“เมื่อปี 2565” → “เมื่อปี ๒๕๖๕”');
    const copy = at('fixed', path.basename(file));
    expect(ran.out).toContain(`หากต้องการใช้สำเนาแทนไฟล์เดิม โปรดย้าย “${copy}” ไปวางทับ “${file}”`);
    await sent('5020', { '1.1.1': { status: DONE, result: 'เมื่อปี 2565' } });
    const both = await ita(['check', at('in'), '--fix', '--out', at('fixed'), '--replace', '--lang', 'en', ...options]);
    expect(both.out).toContain('Saved 2 copies. The originals have not changed;');
    const clean = await ita(['check', copy, '--fix', '--out', at('again'), '--lang', 'th', ...options]);
    expect(clean.out).not.toContain('ไฟล์เดิม');
  });

  it('brings back a sentence that Excel took for a formula', async () => {
    const options = await quietProgramme();
    const file = await sent('5019', { '1.1.1': { status: DONE, result: 'คำตอบ' } });
    const broken = await withFormula(file, 'คำตอบ', '- จัดประชุม 2 ครั้ง');
    const ran = await ita(['check', broken, '--format', 'json', ...options]);
    expect(remarksOf(ran)).toMatchObject([
      { code: 'result-missing' },
      { code: 'text-as-formula', found: '#NAME?', suggestion: '- จัดประชุม ๒ ครั้ง' },
    ]);
    await ita(['check', broken, '--fix', '--out', at('fixed'), ...options]);
    const again = await ita(['check', at('fixed'), '--format', 'json', ...options]);
    expect([again.code, remarksOf(again)]).toEqual([0, []]);
  });

  it('keeps what stands where a copy would go, unless told to replace it', async () => {
    const options = await quietProgramme();
    const file = await sent('5019', { '1.1.1': { status: DONE, result: 'เมื่อปี 2565' } });
    const copy = at('fixed', path.basename(file));
    await mkdir(at('fixed'));
    await writeFile(copy, 'somebody’s');
    const kept = await ita(['check', file, '--fix', '--out', at('fixed'), '--lang', 'th', ...options]);
    expect([kept.code, await readFile(copy, 'utf8')]).toEqual([1, 'somebody’s']);
    expect(kept.out).toContain('--replace');
    await ita(['check', file, '--fix', '--out', at('fixed'), '--replace', ...options]);
    expect(await readFile(copy, 'utf8')).not.toBe('somebody’s');
  });

  it('makes copies that are taken for the later ones when both arrive', async () => {
    const options = await quietProgramme();
    const file = await sent('5019', { '1.1.1': { status: DONE, result: BROKEN } });
    await ita(['check', file, '--fix', '--out', at('fixed'), ...options]);
    const out = at('master.xlsx');
    const ran = await ita([
      'consolidate',
      at('fixed'),
      at('in'),
      '--out',
      out,
      '--format',
      'json',
      '--no-cache',
      ...options,
    ]);
    const { problems } = documentOf(ran) as {
      problems: readonly { code: string; file: string; differences: readonly object[] }[];
    };
    expect(problems.map(({ code, file: told }) => [code, told])).toEqual([['submission-superseded', file]]);
    expect(problems[0]?.differences).toEqual([
      expect.objectContaining({ measure: '1.1.1', field: 'result', text: BROKEN, usedText: FIXED }),
    ]);
  });

  it('refuses to fix a file in its place', async () => {
    const file = await sent('5019', { '1.1.1': { status: DONE, result: 'เมื่อปี 2565' } });
    const before = await readFile(file);
    const ran = await ita(['check', at('in'), '--fix', '--out', at('in')]);
    expect([ran.code, ran.out, await readFile(file)]).toEqual([2, '', before]);
    expect(ran.err).toContain(file);
  });

  it.each([[['--fix']], [['--out', 'x']], [['--format', 'xml']]])('is wrong usage with %j alone', async (options) => {
    const ran = await ita(['check', at('in'), ...options]);
    expect([ran.code, ran.out]).toEqual([2, '']);
  });

  it('goes on when a file is bad, and ends with 3 when all are', async () => {
    const options = await quietProgramme();
    await sent('5019', { '1.1.1': { status: DONE, result: 'จัดประชุม' } });
    await writeFile(at('in', 'บันทึก.xlsx'), 'no workbook');
    const some = await ita(['check', at('in'), at('none.xlsx'), '--format', 'json', ...options]);
    expect([some.code, remarksOf(some).map(({ code }) => code)]).toEqual([1, ['file-unreadable', 'file-not-workbook']]);
    const none = await ita(['check', at('in', 'บันทึก.xlsx'), '--format', 'json', ...options]);
    expect([none.code, remarksOf(none).map(({ code }) => code)]).toEqual([3, ['file-not-workbook']]);
  });

  it('says of a master that it is one and what to check instead, whatever program saved it', async () => {
    await sent('5019', { '1.1.1': { status: DONE, result: 'จัดประชุม' } });
    const master = at('รายงานรวม.xlsx');
    await ita(['consolidate', at('in'), '--out', master]);
    const content = await REAL_PORTS.codec.decode(await readFile(master), Infinity);
    const stripped = at('ไม่มีคุณสมบัติ.xlsx');
    await writeFile(stripped, await REAL_PORTS.codec.encode(planOfContent({ ...content, properties: new Map() })));
    for (const file of [master, stripped]) {
      const ran = await ita(['check', file, '--lang', 'th']);
      expect(ran.code).toBe(1);
      expect(ran.out).toContain('ไฟล์นี้เป็นรายงานรวม ไม่ใช่แบบรายงานที่หน่วยงานกรอก');
      expect(ran.out).toContain('→ โปรดเลือกแบบรายงานที่ท่านกรอก');
      expect(ran.out).not.toContain('ยังไม่พร้อมส่ง');
    }
    await ita(['generate', '--all', '--out', at('all')]);
    const [index = ''] = (await readdir(at('all'))).sort();
    expect((await ita(['check', at('all', index), '--format', 'json'])).out).toContain('file-of-office-skipped');
  });

  it('gives a list for Excel in which nothing is run as a formula', async () => {
    const options = await quietProgramme();
    const file = await sent('5019', { '1.1.1': { status: 'เสร็จ, "ครบ"', note: '=cmd|calc' } });
    const mistyped = await sent('5020', { '1.1.1': { status: '+SUM(1)' } });
    const ran = await ita(['check', file, mistyped, '--format', 'csv', ...options]);
    expect(ran.out.startsWith('\ufeffไฟล์,หน่วยงาน,แผ่นงาน,ช่อง,ระดับ,')).toBe(true);
    expect(ran.out).toContain('"เสร็จ, ""ครบ"""');
    expect(ran.out).toContain(",'+SUM(1),");
    expect(ran.out.trimEnd().split('\r\n')).toHaveLength(3);
    expect(csvDocument([['=1', '+1', '-1', '@a', '\t=1', 'a=1', 'a\nb']])).toBe(
      "\ufeff'=1,'+1,'-1,'@a,'\t=1,a=1,\"a\nb\"\r\n",
    );
  });

  it('shows numbers of persons nowhere', async () => {
    const options = await quietProgramme();
    const number = '1-1017-00230-70-8';
    const file = await sent('5019', {
      '1.1.1': {
        status: `ติดต่อ 081-234-5678`,
        result: `เลขประจำตัวประชาชน ${number} โทร ๐๘๑-๒๓๔-๕๖๗๘ somchai@gmail.com`,
      },
    });
    for (const format of ['text', 'json', 'csv']) {
      const ran = await ita(['check', file, '--format', format, '--fix', '--out', at(format), ...options]);
      expect(ran.out).not.toMatch(/1017|๑๐๑๗|234-5678|๒๓๔|somchai/);
      expect(ran.out).toContain('xxx');
    }
  });

  it('goes by the rules that the programme sets, and names settings that cannot be', async () => {
    const file = await sent('5019', { '1.1.1': { status: DONE, result: 'ปี 2565 ที่ https://a.go.th/beta/x' } });
    const off = await quietProgramme({ 'digits-arabic': false, 'link-private': { words: ['beta'] } });
    expect(remarksOf(await ita(['check', file, '--format', 'json', ...off])).map(({ code }) => code)).toEqual([
      'link-private',
    ]);
    const wrong = await quietProgramme({
      'digit-arabic': false,
      'link-private': { words: 3 },
      'sum-differs': { unit: [] },
    });
    const ran = await ita(['check', file, '--lang', 'en', ...wrong]);
    expect(ran.code).toBe(1);
    for (const location of ['rules.digit-arabic', 'rules.link-private.words', 'rules.sum-differs.unit']) {
      expect(ran.err).toContain(location);
    }
  });
});

/** The workbook with a formula, which gives #NAME?, in the cell that holds a text. */
async function withFormula(file: string, text: string, formula: string): Promise<string> {
  const { unzipSync, zipSync, strFromU8, strToU8 } = await import('fflate');
  const parts = unzipSync(await readFile(file));
  const cell = new RegExp(`(<c [^>]*?)t="inlineStr"([^>]*)><is><t[^>]*>${text}</t></is></c>`);
  for (const [name, bytes] of Object.entries(parts)) {
    const xml = name.endsWith('.xml') ? strFromU8(bytes) : '';
    if (cell.test(xml)) parts[name] = strToU8(xml.replace(cell, `$1t="e"$2><f>${formula}</f><v>#NAME?</v></c>`));
  }
  const broken = at('in', 'formula.xlsx');
  await writeFile(broken, zipSync(parts));
  await rm(file);
  return broken;
}
