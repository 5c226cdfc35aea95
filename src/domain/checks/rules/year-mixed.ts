import { ANY_MONTH, buddhistYear } from '../../text/find-dates.ts';
import { BUDDHIST_OFFSET } from '../../text/thai-calendar.ts';
import { matchesNotAfter } from '../../text/matches.ts';
import { textRule, TYPED } from './rule.ts';

const YEAR = /(?:19|20|2[4-6])\d\d(?![\d/.-]?\d)/g;

/** Characters before a year that are examined. */
const LOOKBEHIND = 20;
const BUDDHIST = new RegExp(`(?:พ\\. ?ศ\\.|${ANY_MONTH}|(?:^|\\D)\\d{1,2}[/.-]\\d{1,2}[/.-]) {0,2}$`);
const CHRISTIAN = /ค\. ?ศ\. {0,2}$/;
const OF_A_YEAR = /ปี(?:งบประมาณ)? {0,2}$/;
/** A name in Latin letters has its own year: Thailand Digital Awards ปี ๒๐๒๒. */
const OF_A_NAME = /[A-Za-z]\)? {0,2}(?:ประจำ)?ปี {0,2}$/;

/**
 * A year of another era than the words before it indicate; after ปี only near the year of the report, because plans
 * name Christian years too.
 */
export const yearMixed = textRule({
  code: 'year-mixed',
  severity: 'should',
  facts: ['likely'],
  parameters: { nearYears: 5 },
  fields: TYPED,
  *find(_, { parameters: { nearYears }, programme: { year: fiscalYear } }, folded) {
    for (const { 0: found, index } of matchesNotAfter(folded, /\d/, YEAR)) {
      const year = Number(found);
      const before = folded.slice(Math.max(0, index - LOOKBEHIND), index);
      const isNear = Math.abs(buddhistYear(year) - fiscalYear) <= nearYears;
      const isWrong =
        year < 2400
          ? BUDDHIST.test(before) || (isNear && OF_A_YEAR.test(before) && !OF_A_NAME.test(before))
          : CHRISTIAN.test(before);
      const likely = year < 2400 ? year + BUDDHIST_OFFSET : year - BUDDHIST_OFFSET;
      if (isWrong) yield { start: index, end: index + found.length, facts: { likely } };
    }
  },
});
