import type { Problem } from '../../../src/domain/diagnostics/problem.ts';
import { remarksOf } from '../../../src/domain/checks/remark.ts';
import type { RuleCode } from '../../../src/domain/checks/rules/registry.ts';
import { cellAt } from '../../support/cells.ts';
import { findingsIn, fixed } from '../../support/checked-text.ts';

/** The one finding of a rule in a text. */
function findingOf(code: RuleCode, text: string, field?: Parameters<typeof findingsIn>[1]) {
  const found = findingsIn(text, field).filter((finding) => finding.code === code);
  expect(found).toHaveLength(1);
  return found[0]!;
}

const BEFORE = 'สำนักงานเขตประชุมคณะทำงานเพื่อเตรียมการ';
const AFTER = 'ให้ประชาชนทุกกลุ่มในพื้นที่เข้าใจตรงกัน';

describe('a finding says', () => {
  it('which fiscal year a date is outside of, and when that year begins', () => {
    const year = { year: 2570, before: 2569 };
    expect(findingOf('date-outside-year', '๑ ตุลาคม ๒๕๖๐', 'date').facts).toEqual(year);
    expect(findingOf('event-outside-year', 'ประชุมเมื่อวันที่ ๑ ตุลาคม ๒๕๖๘').facts).toEqual(year);
  });

  it('which year a short one may be, and which year of the other era', () => {
    expect(findingOf('year-short', '๕ ม.ค.๗๐', 'date').facts).toEqual({ likely: 2570 });
    expect(findingOf('year-mixed', 'ประจำปี พ.ศ. ๒๐๒๗').facts).toEqual({ likely: 2570 });
  });

  it.each([
    ['ชาย ๔๐ คน หญิง ๕๐ คน รวม ๑,๑๐๐ คน', { stated: '1,100', sum: '90', parts: '40 + 50' }],
    [
      'ค่าอาหาร ๑,๐๐๐.๕๐ บาท ค่าวิทยากร ๖๐๐ บาท รวมทั้งสิ้น ๑,๖๐๐.๐๕ บาท',
      { stated: '1,600.05', sum: '1,600.50', parts: '1,000.50 + 600' },
    ],
  ])('of which numbers the sum is another: %s', (text, facts) => {
    expect(findingOf('sum-differs', text).facts).toEqual(facts);
  });

  it('what a fix makes of the text, with a few letters around it and an ellipsis where the text goes on', () => {
    const fix = findingOf('invisible-characters', `${BEFORE}แผน\u200bงาน${AFTER}`);
    expect(fix.found).toBe('…ยมการแผน\u200bงานให้ปร…');
    expect(fix.suggestion).toBe('…ยมการแผนงานให้ปร…');
    expect(findingOf('invisible-characters', 'แผน\u200bงาน')).toMatchObject({
      found: 'แผน\u200bงาน',
      suggestion: 'แผนงาน',
    });
  });

  it('what it is about where there is nothing to fix: the stretch and no more, or the first 80 letters of it', () => {
    const date = findingOf('date-impossible', `${BEFORE} ๓๑ กุมภาพันธ์ ๒๕๗๐ ${AFTER}`);
    expect(date.found).toBe('๓๑ กุมภาพันธ์ ๒๕๗๐');
    expect(date).not.toHaveProperty('suggestion');
    const tall = 'ประชุม '.repeat(400).trim();
    expect(findingOf('paragraph-too-tall', tall).found).toBe(`${tall.slice(0, 80)}…`);
  });
});

it('has its place in the cell, however the lines of the cell are spaced', () => {
  const text = ' ปี 2565\n\n และ 2566 \n';
  expect(fixed(text, findingsIn(text, 'evidence'))).toBe(' ปี ๒๕๖๕\n\n และ ๒๕๖๖ \n');
});

it('stands among the problems of the reader in the order of sheets, cells and places', () => {
  const findings = findingsIn('๓๑ เมษายน ๒๕๗๐ และ ๓๐ กุมภาพันธ์ ๒๕๗๐').toReversed();
  const problem = (sheet: string, cell: string): Problem => ({
    code: 'error-value',
    sheet,
    cell: cellAt(cell),
    text: '',
  });
  const problems = [problem('ประเด็น ๒', 'A1'), problem('ประเด็น ๑', 'F10'), problem('ประเด็น ๑', 'E9')];
  const remarks = remarksOf(problems, findings);
  expect(remarks).toEqual([findings[1], findings[0], problems[2], problems[1], problems[0]]);
});
