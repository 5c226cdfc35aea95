import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { documentOf, ita, REAL_PORTS } from '../support/cli.ts';
import { ownFolder } from '../support/own-folder.ts';
import { png } from '../support/pictures.ts';
import { putPictures } from '../support/put-pictures.ts';
import { sender } from '../support/sender.ts';

const at = ownFolder();

const sent = sender(at);

describe('ita generate', () => {
  it('makes the workbooks of the agencies that are named by code or name, each once', async () => {
    const ran = await ita(['generate', '--agency', '5019', 'สำนักการคลัง', '๕๐๑๙', '--out', at('out')]);
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(ran.out).toContain('๒ ไฟล์');
    expect((await readdir(at('out'))).sort()).toEqual([
      '1009-สำนักการคลัง-๒๕๖๕.xlsx',
      '5019-สำนักงานเขตบางกอกน้อย-๒๕๖๕.xlsx',
    ]);
  });

  it('gives the same bytes again', async () => {
    await ita(['generate', '--agency', '5019', '--out', at('a')]);
    await ita(['generate', '--agency', '5019', '--out', at('b')]);
    const [file = ''] = await readdir(at('a'));
    expect(await readFile(at('a', file))).toEqual(await readFile(at('b', file)));
  });

  it('keeps a workbook that holds answers, and says so', async () => {
    await ita(['generate', '--agency', '5019', '--out', at('in')]);
    const file = await sent('5019', { '1.1.1': { result: 'จัดทำแล้ว' } });
    const filled = await readFile(file);
    const ran = await ita(['generate', '--agency', '5019', '--out', at('in')]);
    expect([ran.code, await readFile(file)]).toEqual([1, filled]);
    expect(ran.out).toContain(file);
    expect((await ita(['generate', '--agency', '5019', '--out', at('in'), '--replace'])).code).toBe(0);
    expect(await readFile(file)).not.toEqual(filled);
  });

  it('lists its files as one JSON document', async () => {
    const ran = await ita(['generate', '--agency', '5019', '--out', at('out'), '--format', 'json']);
    expect(documentOf(ran)).toEqual({
      out: at('out'),
      written: [at('out', '5019-สำนักงานเขตบางกอกน้อย-๒๕๖๕.xlsx')],
      skipped: [],
    });
  });

  it('says why it cannot write', async () => {
    await writeFile(at('file'), '');
    const { code, out, err } = await ita(['generate', '--agency', '5019', '--out', at('file')]);
    expect([code, out]).toEqual([3, '']);
    expect(err).toContain('บันทึก');
  });

  it('counts on a terminal only', async () => {
    const quiet = await ita(['generate', '--agency', '5019', '5020', '--out', at('a')]);
    const watched = await ita(['generate', '--agency', '5019', '5020', '--out', at('b')], {}, { terminal: true });
    expect(quiet.err).toBe('');
    expect(watched.err).toContain('1/2 5019');
    expect(watched.err.endsWith('\u001b[K')).toBe(true);
    expect(watched.out).not.toContain('\u001b');
  });
});

describe('ita read', () => {
  it('gives what an agency wrote as one JSON document', async () => {
    const file = await sent('5019', {
      '1.1.1': {
        status: 'ดำเนินการแล้ว',
        result: 'ย่อหน้าหนึ่ง\nย่อหน้าสอง',
        date: '๑๗ กุมภาพันธ์ ๒๕๖๕',
        evidence: 'https://shorturl.asia/9nO1T',
      },
      '1.1.2': { note: 'รอข้อมูล' },
    });
    const ran = await ita(['read', file, '--format', 'json']);
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(documentOf(ran)).toMatchObject({
      agency: '5019',
      year: 2565,
      others: [],
      problems: [],
      entries: [
        {
          measure: '1.1.1',
          status: 'ดำเนินการแล้ว',
          statusId: 'done',
          paragraphs: ['ย่อหน้าหนึ่ง', 'ย่อหน้าสอง'],
          evidence: 'https://shorturl.asia/9nO1T',
          date: '๑๗ กุมภาพันธ์ ๒๕๖๕',
          note: null,
          cells: expect.arrayContaining([expect.stringMatching(/^[^!]+![A-Z]+\d+$/)]) as string[],
        },
        { measure: '1.1.2', status: null, paragraphs: [], evidence: null, date: null, note: 'รอข้อมูล' },
      ],
    });
  });

  it('tells of pictures, too, with their measures and descriptions', async () => {
    const file = await sent('5019', { '1.1.1': { result: 'จัดอบรมแล้ว' } });
    const put = { sheet: '๑ การปฏิบัติหน้าที่', row: 5, column: 7, bytes: png(), description: 'ภาพการอบรม' };
    await writeFile(file, putPictures(await readFile(file), [put]));
    expect((await ita(['read', file, '--lang', 'th'])).out).toMatch(/ภาพหลักฐาน +๑ ภาพ/);
    expect(documentOf(await ita(['read', file, '--format', 'json']))).toMatchObject({
      pictures: [{ measure: '1.1.1', description: 'ภาพการอบรม', cell: '๑ การปฏิบัติหน้าที่!H6' }],
    });
  });

  it('names what is wrong in an entry, with its place, its words and its text', async () => {
    const file = await sent('5019', { '1.1.1': { status: 'เสร็จแล้วครับ' } });
    const ran = await ita(['read', file, '--format', 'json']);
    expect(ran.code).toBe(1);
    expect(documentOf(ran).problems).toMatchObject([
      {
        code: 'status-unknown',
        severity: 'must',
        file,
        agency: '5019',
        sheet: expect.any(String) as string,
        cell: expect.stringMatching(/^[A-Z]+\d+$/) as string,
        measure: '1.1.1',
        message: expect.stringContaining('สถานะ') as string,
        text: 'เสร็จแล้วครับ',
      },
    ]);
    const english = documentOf(await ita(['read', file, '--format', 'json', '--lang', 'en'])).problems;
    expect(english).toMatchObject([{ message: expect.stringContaining('status') as string }]);
  });

  it.each([
    ['a file that is no workbook', 'notes.xlsx', 'file-not-workbook'],
    ['a file that is not there', 'none.xlsx', 'file-unreadable'],
    ['a folder', '.', 'file-unreadable'],
  ])('cannot read %s, and the JSON document says why', async (_, name, code) => {
    await writeFile(at('notes.xlsx'), 'สวัสดี');
    const ran = await ita(['read', at(name), '--format', 'json']);
    expect(ran.code).toBe(3);
    expect(documentOf(ran)).toMatchObject({
      agency: null,
      year: null,
      entries: [],
      problems: [{ code, severity: 'must', file: at(name), sheet: null, cell: null, text: null }],
    });
  });

  it('tells a person the same, Thai before English', async () => {
    const file = await sent('5019', { '1.1.1': { status: 'เสร็จแล้วครับ', result: 'จัดทำแล้ว' } });
    const { code, out, err } = await ita(['read', file]);
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain('สำนักงานเขตบางกอกน้อย: ตอบแล้ว ๑ มาตรการ');
    expect(out).toContain('โปรดเลือกสถานะจากรายการ');
    expect(out.indexOf('โปรดเลือกสถานะ')).toBeLessThan(out.indexOf('Choose a status'));
  });
});

describe('ita consolidate', () => {
  const master = () => at('รายงานรวม.xlsx');

  it('makes a master of what came in, and counts it in one JSON document', async () => {
    const status = 'ดำเนินการแล้ว';
    await sent('5019', { '1.1.1': { status, result: 'ก' }, '1.1.2': { status, result: 'ข' } });
    await sent('5020', { '1.1.1': { status, result: 'ค' } });
    const ran = await ita(['consolidate', at('in'), '--out', master(), '--format', 'json']);
    expect([ran.code, ran.err]).toEqual([0, '']);
    const document = documentOf(ran) as { agencies: { expected: number; received: number; missing: string[] } };
    expect(document).toMatchObject({ entries: { read: 3, merged: 3, inProblems: 0 }, problems: [], out: master() });
    expect(document.agencies).toMatchObject({ expected: 77, received: 2 });
    expect(document.agencies.missing).toHaveLength(75);
    const missing = { answered: 0, states: { done: 0 } };
    expect(document).toMatchObject({
      overview: {
        answered: 3,
        expected: 3707,
        states: { done: 3, missing: 3704 },
        issues: [
          { number: 1, answered: 3 },
          ...Array.from({ length: 7 }, (_, index) => ({ number: index + 2, ...missing })),
        ],
        classes: [
          { class: 'departments', agencies: 15, ...missing },
          { class: 'districts', agencies: 50, answered: 3 },
          { class: null, agencies: 12, ...missing },
        ],
        time: { periods: [{ answers: 3 }], unknown: 0 },
        findings: [{ code: 'contact-missing', must: 0, should: 4, may: 0 }],
      },
    });
    expect(document.agencies.missing).not.toContain('5019');
    const { sheets } = await REAL_PORTS.codec.decode(await readFile(master()));
    const texts = sheets.flatMap(({ cells }) => cells.map(({ text }) => text));
    for (const text of ['ก', 'ข', 'ค']) expect(texts.some((cell) => cell.includes(text))).toBe(true);
  });

  it('puts answers that say the same together, or keeps them apart where that is asked for', async () => {
    const said = 'จัดประชุมชี้แจงคู่มือการปฏิบัติงานให้ข้าราชการและลูกจ้างทราบและถือปฏิบัติอย่างเคร่งครัด';
    const status = 'ดำเนินการแล้ว';
    await sent('5019', { '1.1.1': { status, result: `${said} มีผู้เข้าร่วม ๕๐ คน` } });
    await sent('5020', { '1.1.1': { status, result: `ได้${said} มีผู้เข้าร่วม ๖๐ คน` } });
    const shown = await ita(['consolidate', at('in'), '--out', master(), '--lang', 'th']);
    expect(shown.out).toContain('๒ ข้อความ เป็น ๑ ย่อหน้า (ข้อความเดิมอยู่ในแผ่นงาน “ข้อความที่รวม”');
    const ran = await ita(['consolidate', at('in'), '--out', master(), '--format', 'json']);
    expect(documentOf(ran)).toMatchObject({ grouped: { paragraphs: 1, texts: 2 } });
    const apart = await ita(['consolidate', at('in'), '--out', at('แยก.xlsx'), '--no-grouping', '--format', 'json']);
    expect(documentOf(apart)).toMatchObject({ grouped: null });
    const both = await ita(['consolidate', at('in'), '--out', master(), '--no-grouping', '--grouping', '--lang', 'th']);
    expect([both.code, both.err]).toEqual([2, expect.stringContaining('อย่างใดอย่างหนึ่ง')]);
  });

  it('gives the same bytes again, in whatever order the paths are given', async () => {
    const [one, two] = [
      await sent('5019', { '1.1.1': { result: 'ก' } }),
      await sent('5020', { '1.1.1': { result: 'ค' } }),
    ];
    await ita(['consolidate', one, two, '--out', at('m1.xlsx')]);
    await ita(['consolidate', two, at('in'), one, '--out', at('m2.xlsx')]);
    expect(await readFile(at('m1.xlsx'))).toEqual(await readFile(at('m2.xlsx')));
  });

  it('goes on when files are bad, and names each with what to do', async () => {
    await sent('5019', { '1.1.1': { result: 'ก' } });
    await writeFile(at('in', 'บันทึก.xlsx'), 'no workbook');
    await writeFile(at('in', '~$5019.xlsx'), 'lock');
    await writeFile(at('in', 'old.xls'), Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1));
    const ran = await ita(['consolidate', at('in'), at('none.xlsx'), '--out', master(), '--format', 'json']);
    expect(ran.code).toBe(1);
    const document = documentOf(ran) as { problems: { code: string; file: string; remedy: string }[] };
    expect(document).toMatchObject({ agencies: { received: 1 }, entries: { read: 1, merged: 1 } });
    const files = document.problems.map(({ file }) => path.basename(file));
    expect(files.toSorted()).toEqual(['none.xlsx', 'old.xls', '~$5019.xlsx', 'บันทึก.xlsx']);
    expect(document.problems.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['file-unreadable', 'file-lock-skipped', 'file-not-workbook']),
    );
    for (const { remedy } of document.problems) expect(remedy).toMatch(/โปรด/);
  });

  it('says when a file’s name or folder belongs to another agency', async () => {
    await sent('5019', { '1.1.1': { result: 'ก' } }, '5020-สำนักงานเขตตลิ่งชัน-๒๕๖๕.xlsx');
    await sent('5021', { '1.1.1': { result: 'ข' } }, 'สำนักงานเขตบางนา/ITA.xlsx');
    await sent('5022', { '1.1.1': { result: 'ค' } }, 'ITA แก้ไข.xlsx');
    const ran = await ita(['consolidate', at('in'), '--out', master(), '--format', 'json']);
    expect(documentOf(ran).problems).toMatchObject([
      { code: 'agency-differs', found: '5019', named: '5020' },
      { code: 'agency-differs', found: '5021', named: '5047' },
    ]);
    expect(ran.code).toBe(1);
  });

  it('never takes a master or the office’s list for an answer', async () => {
    const generated = await ita(['generate', '--all', '--out', at('in'), '--lang', 'th']);
    // The list is not one of the workbooks that are sent.
    expect(generated.out).toContain('๗๗ ไฟล์');
    expect(generated.out).toContain(at('in', '0000-บัญชีสมุดงาน-๒๕๖๕.xlsx'));
    await ita(['consolidate', at('in'), '--out', at('in', 'old.xlsx')]);
    const ran = await ita(['consolidate', at('in'), '--out', at('in', 'm.xlsx'), '--format', 'json']);
    const { problems } = documentOf(ran) as { problems: { code: string; file: string }[] };
    expect(problems.map(({ code, file }) => [code, path.basename(file).slice(0, 4)])).toEqual([
      ['file-of-office-skipped', '0000'],
      ['file-of-office-skipped', 'old.'],
    ]);
    const again = await ita(['consolidate', at('in'), '--out', at('in', '.', 'm.xlsx'), '--format', 'json']);
    expect((documentOf(again).problems as unknown[]).length).toBe(3);
    expect(documentOf(again)).toMatchObject({ agencies: { expected: 77, received: 77, missing: [] } });
  });

  it('says how to merge into a master that was named among the answers', async () => {
    await sent('5019', { '1.1.1': { result: 'จัดอบรมแล้ว' } });
    await ita(['consolidate', at('in'), '--out', master()]);
    const merging = 'โปรดระบุรายงานรวมนั้นหลัง --out';
    expect((await ita(['consolidate', master(), at('in'), '--out', at('ใหม่.xlsx')])).out).toContain(merging);
    expect((await ita(['consolidate', master(), at('in'), '--out', master()])).out).not.toContain(merging);
  });

  it('refuses a late answer by the id that the preview tells, and keeps its text on the review list', async () => {
    await sent('5019', { '1.1.1': { result: 'จัดอบรมแล้ว' } });
    await ita(['consolidate', at('in'), '--out', master()]);
    await sent('5020', { '1.1.1': { result: 'ส่งช้า' } });
    const consolidate = (...more: readonly string[]) => ita(['consolidate', at('in'), '--out', master(), ...more]);
    const before = await readFile(master());
    const shown = documentOf(await consolidate('--preview', '--accept', 'all', '--format', 'json'));
    const { merge } = shown as { merge: { differences: { id: string; kind: string }[] } };
    expect(merge.differences.map(({ kind }) => kind)).toEqual(['added']);
    const unknown = await consolidate('--refuse', '1.1.1-0000000');
    expect([unknown.code, await readFile(master())]).toEqual([2, before]);
    expect(unknown.err).toContain('1.1.1-0000000');
    await consolidate('--refuse', merge.differences[0]!.id);
    const { sheets } = await REAL_PORTS.codec.decode(await readFile(master()));
    const withLate = sheets.filter(({ cells }) => cells.some(({ text }) => text.includes('ส่งช้า')));
    // A finding about the answer quotes it too.
    expect(withLate.map(({ name }) => name)).toEqual(['ทบทวน', 'ปัญหา', 'ตารางรวม']);
  });

  it('never writes the master over an agency’s workbook', async () => {
    const file = await sent('5019', { '1.1.1': { result: 'ก' } });
    const before = await readFile(file);
    const { code, err } = await ita(['consolidate', at('in'), '--out', file]);
    expect([code, await readFile(file)]).toEqual([2, before]);
    expect(err).toContain(file);
  });

  it('writes nothing when nothing that was given could be read', async () => {
    await writeFile(master(), 'the master of last week');
    const { code, out, err } = await ita(['consolidate', at('none'), '--out', master()]);
    expect([code, out]).toEqual([3, '']);
    expect(err).toContain('none');
    expect(await readFile(master(), 'utf8')).toBe('the master of last week');
    const ran = await ita(['consolidate', at('none'), '--out', master(), '--format', 'json']);
    expect([ran.code, documentOf(ran).problems]).toMatchObject([3, [{ code: 'file-unreadable' }]]);
  });

  it('says why it cannot write the master, and leaves what is there', async () => {
    const file = await sent('5019', { '1.1.1': { result: 'ก' } });
    await mkdir(at('m.xlsx', 'full'), { recursive: true });
    const { code, out, err } = await ita(['consolidate', file, '--out', at('m.xlsx')]);
    expect([code, out]).toEqual([3, '']);
    expect(err).toContain('โฟลเดอร์');
    expect((await stat(at('m.xlsx'))).isDirectory()).toBe(true);
  });

  it('prints the month that is asked for', async () => {
    const file = await sent('5019', { '1.1.1': { result: 'ก' } });
    await ita(['consolidate', file, '--out', master(), '--as-of', 'กันยายน ๒๕๖๕']);
    const { sheets } = await REAL_PORTS.codec.decode(await readFile(master()));
    expect(sheets.some(({ cells }) => cells.some(({ text }) => text.includes('กันยายน ๒๕๖๕')))).toBe(true);
  });

  it('tells a person how many came, who is missing, where the master is and what to do next', async () => {
    const file = await sent('5019', { '1.1.1': { status: 'เสร็จ', result: 'ก' } });
    const { code, out, err } = await ita(['consolidate', file, '--out', master(), '--lang', 'th']);
    expect([code, err]).toEqual([1, '']);
    const lines = out.split('\n');
    expect(lines[0]).toBe('รวมรายงานปีงบประมาณ ๒๕๖๕');
    expect(lines[1]).toMatch(/^ได้รับแล้ว +๑ จาก ๗๗ หน่วยงาน$/);
    expect(lines[2]).toMatch(/^ยังไม่ได้รับ +๗๖ หน่วยงาน: สำนักงานเลขานุการสภากรุงเทพมหานคร,.* …$/);
    expect(lines[4]).toMatch(/^ปัญหา +ต้องแก้ไข ๑$/);
    expect(lines[5]).toMatch(/^ผลการตรวจ +ควรตรวจสอบ ๒$/);
    expect(lines[6]).toContain(master());
    expect(lines[7]).toMatch(/^ขั้นต่อไป +เปิดรายงานรวม/);
    expect(lines.at(-2)).toBe('สำนักงานเขตบางกอกน้อย (5019): ควรตรวจสอบ ๒');
    expect(out).not.toContain('Received');
  });

  it('says as the next step how to save what a preview showed, and what to do before an edited master is signed', async () => {
    const status = 'ดำเนินการแล้ว';
    const done = (result: string) => ({ '1.1.1': { status, result } });
    const said = 'จัดประชุมบุคลากรทุกฝ่ายครบถ้วน';
    const source = await readFile('src/domain/programme/data/programme-bma-2565.json', 'utf8');
    const quiet = { ...(JSON.parse(source) as object), rules: { 'contact-missing': false } };
    await writeFile(at('programme.json'), JSON.stringify(quiet));
    const options = ['--out', master(), '--programme', at('programme.json'), '--lang', 'th'];
    await sent('5019', done(`${said} ณ ห้องประชุม`));
    const onto = async (folder: string, ...more: string[]) =>
      (await ita(['consolidate', at(folder), ...options, ...more])).out;
    expect(await onto('in', '--preview')).toMatch(/\nขั้นต่อไป +หากต้องการบันทึก.*ไม่ระบุ --preview\n/);
    await onto('in');
    const { sheets } = await REAL_PORTS.codec.decode(await readFile(master()));
    const issue = sheets.find(({ name }) => name === '๑ การปฏิบัติหน้าที่')!;
    const cell = issue.cells.find(({ text }) => text.includes(said))!;
    const edited = { sheet: issue.name, row: cell.row, column: cell.column, text: `${cell.text}ใหญ่ของเขต` };
    await writeFile(
      master(),
      await REAL_PORTS.codec.patch(await readFile(master()), [edited], '2027-06-02T00:00:00.000Z'),
    );
    await sent('5019', { ...done(`${said} ณ ห้องประชุมเล็ก`), '1.1.3': { status, result: 'ใช้บัตรคิว' } });
    const shown = await onto('in', '--preview');
    expect(shown).toContain('\n@ ประเด็นที่ ๑ ข้อ ๓ “มีการจัดระบบคิว');
    expect(shown).toContain('จะมี ๑ รายการที่ต้องทบทวน');
    expect(shown).toMatch(/\nขั้นต่อไป +หากต้องการบันทึก/);
    const merged = await onto('in');
    expect(merged).toContain('มี ๑ รายการที่ต้องทบทวน โปรดดู');
    expect(merged).toMatch(/\nขั้นต่อไป +เปิดรายงานรวม พิจารณารายการในแผ่นงาน “ทบทวน”/);
    await sent('5020', done('ติดประกาศ'), '../late/5020.xlsx');
    expect(await onto('late')).toMatch(/\nขั้นต่อไป +.*รวมใหม่จากไฟล์ของทุกหน่วยงาน\n/);
  });

  it.each([
    ['-', 'result-missing'],
    ['ดำเนินการแล้ว', 'result-hollow'],
    ['ตามเอกสารแนบ', 'result-hollow'],
  ])('finds a result of %j, which is none, and lists it among the problems of the master', async (result, code) => {
    const file = await sent('5019', { '1.1.1': { status: 'ดำเนินการแล้ว', result } });
    const document = documentOf(await ita(['consolidate', file, '--out', master(), '--format', 'json'])) as {
      findings: readonly { code: string; agency: string; measure: string; message: string }[];
    };
    const found = document.findings.find((finding) => finding.code === code)!;
    expect(found).toMatchObject({ agency: '5019', measure: '1.1.1', file });
    const { sheets } = await REAL_PORTS.codec.decode(await readFile(master()));
    const problems = sheets.find(({ name }) => name === 'ปัญหา')!;
    const { row } = problems.cells.find(({ text }) => text === found.message)!;
    const texts = problems.cells.filter((cell) => cell.row === row).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['สำนักงานเขตบางกอกน้อย', result]));
  });

  it('says when a folder holds no workbook', async () => {
    await mkdir(at('in'));
    const { code, out } = await ita(['consolidate', at('in'), '--out', master()]);
    expect(code).toBe(0);
    expect(out).toContain('ไม่พบไฟล์ Excel');
  });
});
