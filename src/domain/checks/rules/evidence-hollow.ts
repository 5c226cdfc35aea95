import { isNoAnswer } from '../../text/no-answer.ts';
import { ATTACHED, hollowTexts } from './hollow.ts';
import { entryRule } from './rule.ts';

/** Evidence that does not say which document it is. */
const PHRASES = [
  ...ATTACHED,
  'มี',
  'มีแล้ว',
  'มีหลักฐาน',
  'มีเอกสาร',
  'มีเอกสารแนบ',
  'มีไฟล์แนบ',
  'ไม่มี',
  'ไม่มีหลักฐาน',
  'แนบ',
  'แนบแล้ว',
  'แนบมาแล้ว',
  'แนบมาพร้อมนี้',
  'แนบไฟล์',
  'แนบไฟล์แล้ว',
  'แนบเอกสาร',
  'แนบเอกสารแล้ว',
  'ตามที่แนบ',
  'ไฟล์แนบ',
  'หลักฐานแนบ',
  'เอกสาร',
  'หลักฐาน',
  'ส่งแล้ว',
  'ครบถ้วน',
  'N/A',
];

/** Evidence of a measure that is done or under way and that does not identify any document; dashes and dots do not, but a picture does. */
export const evidenceHollow = entryRule({
  code: 'evidence-hollow',
  severity: 'may',
  facts: [],
  parameters: { phrases: PHRASES },
  *find({ measure, status, texts, hasPicture }, _, { parameters: { phrases }, programme }) {
    if (hasPicture || status?.id === 'not-started' || status?.id === 'not-applicable') return;
    const evidence = texts.filter(({ source }) => source.field === 'evidence');
    const isHollow = hollowTexts(phrases, measure, programme);
    const [at] = evidence;
    if (at && evidence.every(({ text }) => isNoAnswer(text) || isHollow(text))) yield { at, facts: {} };
  },
});
