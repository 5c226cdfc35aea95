import type { StatusId } from '../../../../src/domain/programme/programme.ts';
import { findingsOfExample } from '../../../support/check-example.ts';

/** The findings of one answer, by severity and code. */
function found(status: StatusId, ...result: readonly string[]): readonly string[] {
  return findingsOfExample({ answers: [{ status, result }] }).map(({ severity, code }) => `${severity} ${code}`);
}

describe('a result that is none', () => {
  it.each(['-', '–', '............', '…', '- - -', '*', '( )'])('is missing where the status is done: %s', (text) => {
    expect(found('done', text)).toEqual(['must result-missing']);
  });

  it('is missing only if no paragraph has words', () => {
    expect(found('done', '-', '....')).toEqual(['must result-missing']);
    expect(found('done', '-', 'ประกาศนโยบายแล้ว')).toEqual([]);
  });

  it('is allowed with another status', () => {
    expect(found('not-started', '-')).toEqual([]);
    expect(found('in-progress', '-')).toEqual([]);
  });
});

describe('a result that says nothing', () => {
  it.each([
    'ดำเนินการแล้ว',
    '- ดำเนินการแล้ว.',
    'ดํา เนินการเเล้ว',
    'ได้ดำเนินการเรียบร้อยแล้ว',
    'อยู่ระหว่างดำเนินการ',
    'จะดำเนินการ',
    'ตามเอกสารแนบ',
    '(รายละเอียดตามเอกสารที่แนบ)',
    'รายละเอียดปรากฏตามสิ่งที่ส่งมาด้วย',
    'ตามเอกสารแนบท้าย',
    'ดำเนินการตามมาตรการแล้ว',
    '๑. ดำเนินการแล้ว',
    'N/A',
    'n/a',
    'ok',
    'ดำเนินการเสร็จสิ้นแล้ว',
    'ดำเนินการแล้ว ๑๐๐%',
    'ตามที่แนบมา',
  ])('is found: %s', (text) => {
    expect(found('done', text)).toContain('should result-hollow');
  });

  it.each([
    'ประกาศนโยบายแล้ว ตามเอกสารแนบ',
    'ดำเนินการแล้ว ๓ ครั้ง',
    '๑. ดำเนินการแล้ว ๓ ครั้ง',
    'ดำเนินการแล้วเสร็จเมื่อเดือนมีนาคม',
    'ไม่มีเรื่องร้องเรียน',
    'แนบท้ายคำสั่ง',
  ])('is not what says something: %s', (text) => {
    expect(found('done', text)).toEqual([]);
  });

  it.each([
    ['dots', 'ดำเนินการแล้ว' + '.'.repeat(5_000)],
    ['dashes before it', '-'.repeat(5_000) + ' ดำเนินการแล้ว'],
    ['blanks', `รายละเอียด${' '.repeat(5_000)}ปรากฏตามเอกสารแนบ`],
  ])('is found with thousands of %s', (_, text) => {
    expect(found('done', text)).toContain('should result-hollow');
  });

  it('is not what says something behind thousands of blanks', () => {
    expect(found('done', `ดำเนินการแล้ว${' '.repeat(5_000)}ทุกแห่ง`)).not.toContain('should result-hollow');
  });

  it('is no longer one with another paragraph', () => {
    expect(found('done', 'ดำเนินการแล้ว', 'ประกาศนโยบายแล้ว')).toEqual([]);
  });
});

describe('a result under “not started”', () => {
  it.each([
    'อยู่ระหว่างรอการจัดสรรงบประมาณ คาดว่าจะเริ่มได้ในไตรมาสที่ ๓',
    '- รอคำสั่งแต่งตั้งคณะทำงาน',
    'เนื่องจากสถานการณ์โรคระบาด จึงงดการประชุม',
    'จะจัดอบรมในเดือนมีนาคม',
    'ยังไม่ดำเนินการ',
  ])('may say why: %s', (text) => {
    expect(found('not-started', text)).toEqual([]);
  });

  it('does not fit the status where it says what was done', () => {
    expect(found('not-started', 'จัดอบรมแล้ว รอประเมินผล')).toEqual(['should result-unexpected']);
  });
});

describe('evidence that says nothing', () => {
  const evidence = (text: string, status: StatusId = 'done', rules = {}): readonly string[] =>
    findingsOfExample({ rules, answers: [{ status, result: ['ประกาศนโยบายแล้ว'], evidence: text }] }).map(
      ({ severity, code }) => `${severity} ${code}`,
    );

  it.each([
    '-',
    '...',
    'มี',
    'แนบแล้ว',
    '(แนบไฟล์)',
    'ตามเอกสารแนบ',
    '- รายละเอียดตามเอกสารแนบ',
    'ดำเนินการแล้ว',
    'ไม่มี',
    '-\nตามแนบ',
  ])('is found: %j', (text) => {
    expect(evidence(text)).toEqual(['may evidence-hollow']);
  });

  it.each(['ประกาศ ลว. ๕ มีนาคม ๒๕๗๐', 'คำสั่งที่ ๑๒/๒๕๗๐', 'ภาพถ่าย', 'www.wiang.go.th', 'ตามเอกสารแนบ\nคำสั่งที่ ๑๒/๒๕๗๐'])(
    'is not what names something: %j',
    (text) => {
      expect(evidence(text)).toEqual([]);
    },
  );

  it('is no matter where nothing was done', () => {
    expect(evidence('-', 'not-applicable')).not.toContain('may evidence-hollow');
    expect(evidence('ไม่มี', 'not-started')).not.toContain('may evidence-hollow');
  });

  it('is missing where the programme asks for evidence and there is only a dash', () => {
    const rules = { 'evidence-missing': { measures: ['1.1.1'] } };
    expect(evidence('-', 'done', rules)).toEqual(['should evidence-missing']);
    expect(evidence('แนบแล้ว', 'done', rules)).toEqual(['may evidence-hollow']);
  });
});
