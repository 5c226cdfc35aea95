import { createHash } from 'node:crypto';
import { builtInProgramme, builtInYears } from '../../../src/domain/programme/catalogue.ts';
import { issuesOf, measuresOf, measuresOfIssue } from '../../../src/domain/programme/programme.ts';

const { programme, roster } = builtInProgramme(2565)!;
const measures = measuresOf(programme).map(({ measure }) => measure);
const byKey = new Map(measures.map((measure) => [measure.key as string, measure]));

/** SHA-256 of a text without its white space: a column of the printed table gave the same. */
const digest = (text: string): string => createHash('sha256').update(text.replace(/\s/g, '')).digest('hex');

describe('the programme of 2565', () => {
  it('is the newest one that is built in, and there is none of another year', () => {
    expect(builtInYears()).toEqual([2565]);
    expect(builtInProgramme()).toBe(builtInProgramme(2565));
    expect(builtInProgramme(2564)).toBeUndefined();
    expect(programme.roster).toBe(roster.id);
  });

  it('has 2 parts, 8 issues, 12 groups and 59 measures', () => {
    expect(programme.parts.map(({ id, issues }) => [id, issues.length])).toEqual([
      ['IIT', 5],
      ['EIT', 3],
    ]);
    const issues = issuesOf(programme).map(({ issue }) => issue);
    expect(issues.map(({ groups }) => groups.length)).toEqual([1, 2, 2, 2, 2, 1, 1, 1]);
    expect(issues.map((issue) => measuresOfIssue(issue).length)).toEqual([7, 7, 8, 6, 12, 10, 4, 5]);
    expect(measures).toHaveLength(59);
  });

  it('has the words around the report, with a place for the month', () => {
    const { cover, introduction, asOf, compiledBy } = programme.report;
    expect(programme.title).toBe(cover.slice(0, 2).join(''));
    expect(cover.at(-1)).toBe('ประจำปีงบประมาณ พ.ศ. ๒๕๖๕');
    expect(introduction.at(-1)?.replace('{asOf}', asOf)).toMatch(/ \(ณ เดือนเมษายน ๒๕๖๕\) ดังนี้$/);
    expect(compiledBy).toEqual(['กลุ่มงานเสริมสร้างจริยธรรม', 'กองวินัยและเสริมสร้างจริยธรรม สำนักงาน ก.ก.']);
  });

  it('keeps the national indicators apart from the local titles', () => {
    expect(issuesOf(programme).map(({ issue }) => [issue.title, issue.indicator.title])).toEqual([
      ['๑) การปฏิบัติหน้าที่', 'การปฏิบัติหน้าที่'],
      ['๒) แผนการใช้จ่ายงบประมาณประจำปี', 'การใช้งบประมาณ'],
      ['๓) การใช้อำนาจของผู้บังคับบัญชา', 'การใช้อำนาจ'],
      ['๔) การใช้ทรัพย์สินของทางราชการ', 'การใช้ทรัพย์สินของราชการ'],
      ['๕) การจัดการเรื่องทุจริตของหน่วยงาน', 'การแก้ไขปัญหาการทุจริต'],
      ['๖) คุณภาพการดำเนินงาน', 'คุณภาพการดำเนินงาน'],
      ['๗) ประสิทธิภาพ การสื่อสาร', 'ประสิทธิภาพการสื่อสาร'],
      ['๘) การปรับปรุงการทำงาน', 'การปรับปรุงระบบการทำงาน'],
    ]);
  });

  it('holds every measure and every party of the printed table, character for character', () => {
    const column = measures.map(({ printed = '', text }) => printed + text).join('');
    expect(digest(column)).toBe('2424e842bbd8da62df8e22341292a28395de3fe3f4dc8340a10d6691371f6774');
    // One printed cell stands for measures 3.2.1 and 3.2.2.
    const parties = measures.filter(({ key }) => key !== '3.2.2').map(({ responsible }) => responsible.printed);
    expect(digest(parties.join(''))).toBe('59561a8ee10dfe951a7dfb4d71b1ed02e42efe62c1c5729b3524ad6fa341f0d6');
  });

  it('has no markup and no stray white space in its texts', () => {
    const texts = measures.flatMap(({ text, responsible }) => [text, responsible.printed]);
    expect(texts.filter((text) => /[<>]|\s\s|^\s|\s$/.test(text))).toEqual([]);
  });

  it('numbers measures as printed, and leaves the first of issues 3 and 4 without a number', () => {
    expect(byKey.get('6.1.10')?.printed).toBe('๑๐.');
    expect(byKey.get('5.2.1')?.printed).toBe('๑.');
    expect(measures.filter(({ printed }) => printed === undefined).map(({ key }) => key)).toEqual(['3.1.1', '4.1.1']);
  });

  it.each([
    ['7.1.3', 'text', 'ของหน่วยงาน (Facebook , Twitter หรือ Line) และควรเผยแพร่ข้อมูล'],
    ['7.1.3', 'responsible', 'ทุกหน่วยงานและ ส่วนราชการใน สังกัด กรุงเทพมหานคร'],
    ['8.1.3', 'text', 'หรือส่วนราชการของกรุงเทพมหานครมีมาตรฐานการให้บริการที่มีประสิทธิภาพ'],
  ] as const)('joins %s over the end of a page (%s)', (key, field, words) => {
    const measure = byKey.get(key);
    expect(field === 'text' ? measure?.text : measure?.responsible.printed).toContain(words);
  });

  it('takes apart the two measures that share a row', () => {
    expect(byKey.get('3.2.1')?.text).toMatch(/^มีการมอบหมายงานตามตำแหน่ง .*\(ไม่เลือกปฏิบัติ\)$/);
    expect(byKey.get('3.2.2')?.text).toBe('มีการกระจายงานให้ผู้ใต้บังคับบัญชาอย่างเหมาะสมเท่าเทียม');
    expect(byKey.get('3.2.2')?.responsible.printed).toBe('ทุกหน่วยงานและส่วนราชการในสังกัด กรุงเทพมหานคร');
  });

  it('records suspected misprints beside the text, and leaves the text as printed', () => {
    const misprints = measures.flatMap((measure) => measure.misprints.map((misprint) => ({ measure, ...misprint })));
    for (const { measure, field, printed, likely } of misprints) {
      const text = field === 'text' ? measure.text : measure.responsible.printed;
      expect(text).toContain(printed);
      expect(likely).not.toBe(printed);
    }
    expect(misprints.map(({ measure, printed, likely }) => `${measure.key}: ${printed} > ${likely}`)).toEqual([
      '2.1.1: แหล่งที่ได้จัดสรร > แหล่งงบประมาณที่ได้รับจัดสรร',
      '2.1.4: สำนักงานประมาณกรุงเทพมหานคร > สำนักงบประมาณกรุงเทพมหานคร',
      '3.2.6: ผลกระทบบกกับ > ผลกระทบกับ',
      '4.1.1: สำนักงานคลัง > สำนักการคลัง',
      '5.2.5: ชำราชการ > ข้าราชการ',
      '5.2.5: เผื่อระวัง > เฝ้าระวัง',
      '5.2.5: ใส่สะอาด > ใสสะอาด',
      '6.1.5: กรุงเทพมหานคร กรุงเทพมหานคร > กรุงเทพมหานคร',
      '6.1.6: กรุงเทพมหานคร กรุงเทพมหานคร > กรุงเทพมหานคร',
      '6.1.10: ปฏิบัติการกิจ > ปฏิบัติภารกิจ',
    ]);
  });

  it('knows who every responsible party is', () => {
    const several = measures.filter(({ responsible }) => responsible.agencies.length === 77).map(({ key }) => key);
    expect(several).toHaveLength(48);
    const single = measures.filter(({ responsible }) => responsible.agencies.length !== 77);
    expect(single.map(({ key, responsible }) => `${key} ${responsible.agencies.join()}`)).toEqual([
      ...['2.1.1', '2.1.2', '2.1.3', '2.1.4'].map((key) => `${key} 1014`),
      '3.1.1 0406',
      '4.1.1 1009',
      ...['5.1.1', '5.1.2', '5.1.3', '5.1.4', '5.1.5'].map((key) => `${key} 0103`),
    ]);
  });
});

describe('the roster of 2565', () => {
  it('has 3 offices, 9 offices of the permanent secretary, 15 departments and 50 districts', () => {
    const kinds = [...new Set(roster.agencies.map(({ kind }) => kind))];
    expect(kinds.map((kind) => [kind, roster.agencies.filter((agency) => agency.kind === kind).length])).toEqual([
      ['office', 3],
      ['permanent-secretary', 9],
      ['department', 15],
      ['district', 50],
    ]);
  });

  it('keeps the two scopes of everybody apart', () => {
    const everybody = roster.classes.filter(({ kinds }) => kinds === '*');
    expect(everybody.map(({ id, label }) => [id, label])).toEqual([
      ['under-permanent-secretary', undefined],
      ['everyone', 'ทุกหน่วยงาน'],
    ]);
  });
});
