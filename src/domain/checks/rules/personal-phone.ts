import { mobileNumbersIn } from '../../text/personal-data.ts';
import { textRule, SENTENCES } from './rule.ts';

/** Words before a number of ten digits that identifies a contract or a thing. */
const THING = '(?:สัญญา|ใบสั่งซื้อ|ใบสั่งจ้าง|โครงการ|e-GP|ครุภัณฑ์|พัสดุ|ใบเสร็จ|ใบเสร็จรับเงิน|คำขอ|คำร้อง|เรื่อง|เอกสาร|หนังสือ)';
const OTHER_NUMBER = new RegExp(
  String.raw`(?:(?:เลขที่|เลข|รหัส|หมายเลข) ?${THING}(?: e-GP)?|${THING}(?:เลขที่|หมายเลข))[\s:.]{0,3}$`,
);
/** Characters before a number that are examined. */
const LOOKBEHIND = 32;

/** A mobile number in a text that will be printed; the contact person's own number is requested by the form. */
export const personalPhone = textRule({
  code: 'personal-phone',
  severity: 'should',
  facts: [],
  parameters: {},
  fields: SENTENCES,
  find: (_text, _context, folded) =>
    mobileNumbersIn(folded)
      .filter(({ start }) => !OTHER_NUMBER.test(folded.slice(Math.max(0, start - LOOKBEHIND), start)))
      .map((span) => ({ ...span, facts: {} })),
});
