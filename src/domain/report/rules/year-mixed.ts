import { foldDigits } from '../../text/digits.ts';
import { buddhistYear } from '../../text/find-dates.ts';
import { textRule, TYPED } from './rule.ts';

/** Years between the two eras. */
const OFFSET = 543;

const MONTH_END = '(?:คม|ยน|พันธ์|[มกสตธ]\\.ค\\.|[กมพ]\\.ย\\.|มี\\.ค\\.|เม\\.ย\\.|มิ\\.ย\\.|ก\\.พ\\.|พ\\.[คย]\\.)';

/** A Christian year after พ.ศ., a Thai month or a day and month in digits; a Buddhist year after ค.ศ. */
const WRONG_ERA = new RegExp(
  `(?<=พ\\. ?ศ\\. {0,2}|${MONTH_END} {0,2}|(?<!\\d)\\d{1,2}[/.-]\\d{1,2}[/.-])(?:19|20)\\d\\d(?![\\d/.-]\\d|\\d)|` +
    '(?<=ค\\. ?ศ\\. {0,2})2[4-6]\\d\\d(?!\\d)|(?<=ปี(?:งบประมาณ)? {0,2})20\\d\\d(?!\\d)',
  'g',
);

/** A year of the other era than the words before it say; after ปี only near the year of the report, for plans name Christian years too. */
export const yearMixed = textRule({
  code: 'year-mixed',
  severity: 'should',
  facts: ['likely'],
  parameters: { nearYears: 5 },
  fields: TYPED,
  *find(text, { parameters: { nearYears }, programme: { year: fiscalYear } }) {
    const folded = foldDigits(text);
    for (const { 0: found, index } of folded.matchAll(WRONG_ERA)) {
      const year = Number(found);
      const afterYearWord = /(?:ปี|งบประมาณ) {0,2}$/.test(folded.slice(Math.max(0, index - 10), index));
      if (afterYearWord && Math.abs(buddhistYear(year) - fiscalYear) > nearYears) continue;
      const likely = year < 2400 ? year + OFFSET : year - OFFSET;
      yield { start: index, end: index + found.length, facts: { likely } };
    }
  },
});
