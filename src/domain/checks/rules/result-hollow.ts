import { isNoAnswer } from '../../text/no-answer.ts';
import { ATTACHED, hollowTexts } from './hollow.ts';
import { entryRule } from './rule.ts';

/** Answers that add nothing to the status, or refer to an attachment. */
const PHRASES = [
  'ดำเนินการแล้ว',
  'ดำเนินการเรียบร้อย',
  'ดำเนินการเรียบร้อยแล้ว',
  'ได้ดำเนินการแล้ว',
  'ได้ดำเนินการเรียบร้อยแล้ว',
  'ดำเนินการแล้วเสร็จ',
  'เรียบร้อยแล้ว',
  'แล้วเสร็จ',
  'ดำเนินการตามมาตรการแล้ว',
  'ได้ดำเนินการตามมาตรการแล้ว',
  'เสร็จแล้ว',
  'ดำเนินการเสร็จแล้ว',
  'ดำเนินการเสร็จสิ้น',
  'ดำเนินการเสร็จสิ้นแล้ว',
  'ดำเนินการครบถ้วน',
  'ดำเนินการครบถ้วนแล้ว',
  'ดำเนินการแล้ว 100%',
  'ดำเนินการตามแผน',
  'ดำเนินการตามแผนแล้ว',
  'เรียบร้อย',
  'ครบถ้วน',
  'ครบถ้วนแล้ว',
  'จะดำเนินการ',
  'จะดำเนินการต่อไป',
  'รอดำเนินการ',
  'รอข้อมูล',
  'แจ้งภายหลัง',
  'เหมือนเดิม',
  'ใช่',
  'OK',
  'ทดสอบ',
  'test',
  'x',
  'xxx',
  'มีแล้ว',
  'มี',
  'N/A',
  ...ATTACHED,
];

/** A result whose every paragraph is a phrase without information, a status, or the words of the measure. */
export const resultHollow = entryRule({
  code: 'result-hollow',
  severity: 'should',
  facts: [],
  parameters: { phrases: PHRASES },
  *find({ measure, status, texts }, _, { parameters: { phrases }, programme }) {
    if (status?.id === 'not-started' || status?.id === 'not-applicable') return;
    const results = texts.filter(({ source }) => source.field === 'result');
    const isHollow = hollowTexts(phrases, measure, programme);
    const answers = results.filter(({ text }) => !isNoAnswer(text));
    const [at] = answers;
    if (at && answers.every(({ text }) => isHollow(text))) yield { at, facts: {} };
  },
});
