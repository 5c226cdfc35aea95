import { describeRemark, countSeverities } from '../../../src/domain/messages/describe-remark.ts';
import { en } from '../../../src/domain/messages/en/words.ts';
import { describeProblem, messageContext } from '../../../src/domain/messages/message.ts';
import { th } from '../../../src/domain/messages/th/words.ts';
import { measuresOf, type MeasureKey } from '../../../src/domain/programme/programme.ts';
import type { Finding } from '../../../src/domain/checks/finding.ts';
import type { Problem, ProblemCode } from '../../../src/domain/diagnostics/problem.ts';
import { programme, roster } from '../../support/report-2565.ts';

const report = { programme, roster };
const missing = (measure: string): Finding => ({
  code: 'answer-missing',
  severity: 'must',
  measure: measure as MeasureKey,
  found: '',
  facts: {},
});

describe('what an agency is told to do', () => {
  /** Sentences that only the office can follow. */
  const OF_OFFICE = /(?:ขอ(?!ง)|สอบถาม|ยืนยัน|ตรวจสอบ)[^ ]*(?:จาก|กับ|ให้)?หน่วยงาน(?!ท่าน)|ask the agency/i;

  it('never sends it to an agency for a file', () => {
    const codes = Object.keys(th.problems) as ProblemCode[];
    const told = codes.flatMap((code) => [
      th.remediesOfAgency[code] ?? th.problems[code].remedy,
      en.remediesOfAgency[code] ?? en.problems[code].remedy,
    ]);
    expect(told.filter((remedy) => OF_OFFICE.test(remedy))).toEqual([]);
  });

  it('differs from what the office is told wherever it is worded for itself, in both languages', () => {
    for (const { problems, remediesOfAgency } of [th, en]) {
      const own = Object.entries(remediesOfAgency) as [ProblemCode, string][];
      expect(own.filter(([code, remedy]) => problems[code].remedy === remedy)).toEqual([]);
      expect(Object.keys(remediesOfAgency)).toEqual(Object.keys(th.remediesOfAgency));
    }
  });

  it('is the next step with its own file', () => {
    const problem: Problem = { code: 'file-damaged', damage: 'cut-off', detail: 'zip: no end record' };
    expect(describeProblem(problem, 'th', messageContext(report, 'agency')).remedy).toContain(
      'ขอแบบรายงานใหม่จากผู้รวบรวมรายงาน',
    );
    expect(describeProblem(problem, 'th', messageContext(report, 'office')).remedy).toContain('ขอไฟล์ใหม่จากหน่วยงาน');
  });
});

describe('what people read', () => {
  it('names every measure by its issue, its printed number and its words, and never by a group', () => {
    const phrases = measuresOf(programme).map(
      ({ measure: { key } }) => describeRemark(missing(key), 'th', messageContext(report, 'agency')).message,
    );
    expect(phrases[2]).toMatch(/^ยังไม่ได้ตอบประเด็นที่ ๑ ข้อ ๓ “.+”$/);
    expect(
      phrases.filter((phrase) => !/^ยังไม่ได้ตอบประเด็นที่ [๑-๙][๐-๙]*(?: ข้อ [๑-๙][๐-๙]*)? “[^“”]+”$/.test(phrase)),
    ).toEqual([]);
    expect(new Set(phrases).size).toBe(phrases.length);
  });

  it('has no words of a library about a damaged file', () => {
    const problem: Problem = { code: 'file-damaged', damage: 'cut-off', detail: 'zip: no end record' };
    expect(describeProblem(problem, 'th').message).toBe('ไฟล์นี้เสียหาย จึงอ่านไม่ได้ เพราะไฟล์ขาดตอน ไม่ครบถึงท้ายไฟล์');
  });

  it('tells a form by its fiscal year, or by its name where that has no year', () => {
    const problem: Problem = { code: 'programme-differs', found: 'bma-2564', expected: 'bma-2565' };
    expect(describeProblem(problem, 'th').message).toBe(
      'ไฟล์นี้เป็นแบบรายงานของปีงบประมาณ ๒๕๖๔ ไม่ใช่แบบรายงานของปีงบประมาณ ๒๕๖๕',
    );
    expect(describeProblem({ ...problem, found: 'trial' }, 'th').message).toContain('แบบรายงานชุด “trial”');
  });

  it('counts what is not filled in apart from what must be corrected', () => {
    const wrong: Finding = { code: 'personal-id', severity: 'must', found: '', facts: {} };
    const all = [missing('1.1.1'), missing('1.1.2'), wrong];
    expect(countSeverities(all.slice(0, 2), 'th')).toBe('ยังไม่ได้กรอก ๒ ข้อ');
    expect(countSeverities(all, 'th')).toBe('ยังไม่ได้กรอก ๒ ข้อ, ต้องแก้ไข ๑');
    expect(countSeverities([], 'th')).toBe('');
  });
});
