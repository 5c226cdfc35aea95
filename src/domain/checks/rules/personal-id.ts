import { nationalIdsIn } from '../../text/personal-data.ts';
import { textRule, SENTENCES } from './rule.ts';

/** Characters before a number in which its label may be. */
const NEAR = 40;

/** A national ID number: by its check digit, and by its grouping or label. */
export const personalId = textRule({
  code: 'personal-id',
  severity: 'should',
  facts: [],
  parameters: { names: ['เลขประจำตัวประชาชน', 'บัตรประชาชน', 'บัตรประจำตัว', 'เลขบัตร', 'ปชช', 'เลขที่บัตร'] },
  fields: SENTENCES,
  *find(text, { folded, parameters: { names } }) {
    for (const { start, end, grouped } of nationalIdsIn(folded)) {
      const before = text.slice(Math.max(0, start - NEAR), start);
      if (grouped || names.some((name) => before.includes(name))) yield { start, end, facts: {} };
    }
  },
});
