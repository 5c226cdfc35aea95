import { readFileSync } from 'node:fs';
import { matchMeasures } from '../../../src/domain/programme/match-measures.ts';
import { describeMatch, describeReportDoubt, describeYearDoubt } from '../../../src/domain/messages/rollover.ts';
import { readPrintedReport } from '../../../src/domain/printed-report/read-printed-report.ts';
import { builtInProgramme } from '../../../src/domain/programme/catalogue.ts';
import { nextYear } from '../../../src/domain/programme/next-year.ts';
import { openDocument } from '../../support/open-document.ts';
import { TOWN_YEARS } from '../../support/small-town.ts';

const BMA = builtInProgramme()!;

describe('the doubts of another year in words', () => {
  it('say what was left, and how it would read', () => {
    const { doubts } = nextYear(TOWN_YEARS[0]!.data);
    const told = doubts.map((doubt) => describeYearDoubt(doubt, 'th'));
    expect(told).toEqual([
      expect.stringMatching(/^ปี ๒๕๖๖ ในข้อความ “ตามที่นายกเทศมนตรี.*” อาจเป็นปีของหนังสือ แผน หรือเหตุการณ์ จึงคงไว้ตามเดิม/),
      expect.stringMatching(/^ข้อความ “ประกาศเจตนารมณ์.*๒๕๖๗” ระบุปีไว้ และคงไว้ตามเดิม .* “ประกาศเจตนารมณ์.*๒๕๖๘”$/),
      'กองสวัสดิการสังคม (08) เริ่มรายงานในปีนี้',
      'โรงเรียนเทศบาลบ้านตัวอย่าง (11) ไม่ต้องรายงานในปีนี้',
    ]);
  });

  it('say the last day in the words of each language', () => {
    const due = nextYear(BMA).doubts.find(({ code }) => code === 'due-on-weekend')!;
    expect(describeYearDoubt(due, 'th')).toContain('คือ ๒๙ เมษายน ๒๕๖๖ ซึ่งเป็นวันเสาร์');
    expect(describeYearDoubt(due, 'en')).toContain('is 2023-04-29, a Saturday');
  });
});

describe('measures of two programmes in words', () => {
  it('say what became of each, and how alike reworded ones are', () => {
    const [earlier, later] = [TOWN_YEARS[0]!.data.programme, TOWN_YEARS[1]!.data.programme];
    const told = matchMeasures(earlier, later).flatMap((match) => describeMatch(match, { earlier, later }, 'th') ?? []);
    expect(told).toHaveLength(7);
    expect(told).toContainEqual(expect.stringMatching(/^เพิ่มประเด็นที่ ๑ ข้อ ๒ /));
    expect(told).toContainEqual(
      expect.stringMatching(/^เดิมคือประเด็นที่ ๑ ข้อ ๓ .* แก้เป็นประเด็นที่ ๑ ข้อ ๔ .* ถ้อยคำเหมือนกันร้อยละ ๖๕$/),
    );
    expect(told).toContainEqual(expect.stringMatching(/^ไม่มีประเด็นที่ ๒ ข้อ ๒ .*แล้ว$/));
  });
});

describe('the doubts of a report in words', () => {
  it('say where they are, and name measures as their sheets show them', async () => {
    const content = await openDocument(readFileSync('tests/fixtures/reports/report-2565.docx'));
    const { doubts, data } = readPrintedReport(content, BMA)!;
    const told = doubts.map((doubt) => describeReportDoubt(doubt, data.programme, 'th'));
    expect(told).toContainEqual(
      expect.stringMatching(
        /^ตารางที่ ๑๖ แถวที่ ๒: ผลการดำเนินการ “๑๒๐ คน เข้าร่วม.*” ในประเด็นที่ ๕ ข้อ ๕ .* อาจเป็นส่วนท้ายของประเด็นที่ ๕ ข้อ ๔ /,
      ),
    );
    expect(told.join('')).not.toMatch(/\{\w+\}/);
    expect(doubts.map((doubt) => describeReportDoubt(doubt, data.programme, 'en')).join('')).not.toMatch(/\{\w+\}/);
  });
});
