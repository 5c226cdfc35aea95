import { foldDigits } from '../../text/digits.ts';
import { nationalIdsIn } from '../../text/personal-data.ts';
import { textRule, SENTENCES } from './rule.ts';

/** Characters before a number in which its label is looked for. */
const LOOKBEHIND = 40;

/** Words for an identity card. A number that begins with 0 is mostly a company's, which is public. */
const CARD = /ประชาชน|บัตร|ปชช/;

/** A national ID number: by its check digit, and by its grouping or label. */
export const personalId = textRule({
  code: 'personal-id',
  severity: 'should',
  facts: [],
  parameters: { names: ['เลขประจำตัว', '๑๓ หลัก', 'บัตรประชาชน', 'บัตรประจำตัว', 'เลขบัตร', 'ปชช', 'เลขที่บัตร'] },
  fields: SENTENCES,
  *find(_, { parameters: { names } }, folded) {
    const labels = names.map(foldDigits);
    for (const { start, end, grouped } of nationalIdsIn(folded)) {
      const before = folded.slice(Math.max(0, start - LOOKBEHIND), start);
      if (folded.charAt(start) === '0' && !CARD.test(before)) continue;
      if (grouped || labels.some((name) => before.includes(name))) yield { start, end, facts: {} };
    }
  },
});
