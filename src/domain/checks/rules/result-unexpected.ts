import { isNoAnswer } from '../../text/no-answer.ts';
import { entryRule } from './rule.ts';

/** Words with which an agency says why it has not begun, or when it will. */
const REASONS = [
  'รอ',
  'ยังไม่',
  'ยังมิได้',
  'อยู่ระหว่าง',
  'คาดว่า',
  'เนื่องจาก',
  'จะ',
  'เตรียม',
  'ไม่มี',
  'ไม่ได้',
  'ไม่สามารถ',
  'งดการ',
  'เลื่อน',
  'ขาด',
  'มีแผน',
  'วางแผน',
  'อยู่ในแผน',
];

/** A bullet or a list number before a text. */
const BULLET = /^[\s\-–•*(]*(?:[\d๐-๙]{1,2}[.)])?\s*/;

/** A result for a measure whose status is not started, unless it begins with a reason or a plan. */
export const resultUnexpected = entryRule({
  code: 'result-unexpected',
  severity: 'should',
  facts: [],
  parameters: { reasons: REASONS },
  *find({ status, texts }, _, { parameters: { reasons }, programme }) {
    if (status?.id !== 'not-started') return;
    const own = programme.statuses.find(({ id }) => id === status.id)?.label ?? '';
    const isReason = (text: string): boolean => {
      const bare = text.replace(BULLET, '');
      return isNoAnswer(bare) || bare === own || reasons.some((reason) => bare.startsWith(reason));
    };
    const results = texts.filter(({ source }) => source.field === 'result');
    const [at] = results;
    // The reason often comes first, followed by what was prepared.
    if (at && !isReason(at.text)) yield { at, facts: {} };
  },
});
