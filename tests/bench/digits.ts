import process from 'node:process';
import { builtInDigitProfile } from '../../src/domain/programme/catalogue.ts';
import { toThaiDigits } from '../../src/domain/text/thai-digits.ts';
import { WORST } from '../support/worst-digit-texts.ts';
import { figure, type Result } from './result.ts';

/** UTF-16 units that a cell holds at most. */
const LONGEST = 32_767;
const RUNS = 15;

const ORDINARY =
  'เมื่อวันที่ 17 กุมภาพันธ์ 2565 สำนักงาน ก.ก. มีหนังสือ ที่ กท 0306/ว 51 แจ้งให้ทั้ง 50 สำนักงานเขตทราบ (https://shorturl.asia/9nO1T) มีผู้เข้าร่วม 1,250 คน คิดเป็นร้อยละ 85.50 ';

/** Converts long texts to Thai digits: an ordinary one, and those that cost the most. */
export function benchDigits(): Promise<Result> {
  const texts = [ORDINARY, ...WORST].map((unit) => ({
    unit,
    part: filled(unit, LONGEST >> 3),
    whole: filled(unit, LONGEST >> 3).repeat(8),
  }));
  const rows = texts.map(({ unit, part, whole }) => {
    const ms = quickest(whole);
    return { unit: unit === ORDINARY ? 'ordinary text' : JSON.stringify(unit), ms, ratio: ms / quickest(part) };
  });
  const slowest = rows.reduce((most, { ms }) => Math.max(most, ms), 0);
  // Below this, the clock says more than the work.
  const steepest = rows.filter(({ ms }) => ms > 0.5).reduce((most, { ratio }) => Math.max(most, ratio), 0);
  return Promise.resolve({
    title: 'Convert a text to Thai digits',
    note: `Processor time of the quickest of ${RUNS} runs over a text as long as a cell can hold (${LONGEST.toLocaleString('en')} characters), and how much longer it takes than its eighth. The texts repeat what is shown.`,
    tables: [
      {
        title: 'Texts of the greatest length',
        head: ['', 'ms', 'characters a ms', '× its eighth'],
        rows: rows.map(({ unit, ms, ratio }) => [unit, figure(ms), figure(LONGEST / ms), figure(ratio)]),
      },
    ],
    charts: [],
    aims: [
      { name: 'the slowest text', value: slowest, limit: 20, kind: 'at-most', unit: 'ms' },
      { name: 'eight times the text', value: steepest, limit: 20, kind: 'at-most', unit: '×' },
    ],
  });
}

/** A number at the end, so that no text is passed over for want of digits. */
function filled(unit: string, length: number): string {
  return `${unit.repeat(Math.ceil(length / unit.length)).slice(0, length - 2)} 1`;
}

/** Milliseconds of processor time. What was found in the text of the run before is remembered, so each run has its own. */
function quickest(text: string): number {
  const profile = builtInDigitProfile();
  let best = Infinity;
  for (let run = 0; run < RUNS; run++) {
    const own = `${text.slice(0, -1)}${run % 10}`;
    const before = process.cpuUsage();
    toThaiDigits(own, profile);
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}
