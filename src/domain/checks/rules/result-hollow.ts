import { measureByKey } from '../../programme/programme.ts';
import { compareKey } from '../../text/compare.ts';
import { listMarkerOf } from '../../text/list-items.ts';
import { isNoAnswer } from '../../text/no-answer.ts';
import { entryRule } from './rule.ts';

/** Answers that say nothing beside the status, or point to what a report does not hold. */
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
  'จะดำเนินการ',
  'มี',
  'N/A',
  'n/a',
  'ตามเอกสารแนบ',
  'ตามเอกสารแนบท้าย',
  'ตามเอกสารที่แนบ',
  'ตามเอกสารที่แนบมา',
  'ตามเอกสารที่แนบมาพร้อมนี้',
  'ตามไฟล์แนบ',
  'ตามไฟล์ที่แนบ',
  'ตามแนบ',
  'ดังแนบ',
  'เอกสารแนบ',
  'ตามสิ่งที่ส่งมาด้วย',
  'ดังสิ่งที่ส่งมาด้วย',
];

/** What may stand before the phrase without saying more. */
const BEFORE = /^(?:โปรดดู|ดู)?(?:รายละเอียด)?(?:ปรากฏ)?/;

/** A result that consists of a phrase which says nothing, of the status or of the words of the measure; in each of its paragraphs. */
export const resultHollow = entryRule({
  code: 'result-hollow',
  severity: 'should',
  facts: [],
  parameters: { phrases: PHRASES },
  *find({ measure, status, texts }, _, { parameters: { phrases }, programme }) {
    if (status?.id === 'not-started' || status?.id === 'not-applicable') return;
    const results = texts.filter(({ source }) => source.field === 'result');
    const own = measureByKey(programme).get(measure)?.text ?? '';
    const known = new Set([...phrases, ...programme.statuses.map(({ label }) => label), own].map(bareKey));
    const isHollow = (text: string): boolean => {
      const key = bareKey(text);
      return known.has(key) || known.has(key.replace(BEFORE, ''));
    };
    const said = results.filter(({ text }) => !isNoAnswer(text));
    const [at] = said;
    if (at && said.every(({ text }) => isHollow(text))) yield { at, facts: {} };
  },
});

/** The comparison key without the marker of a list, and without signs at its ends, such as a full stop. */
function bareKey(text: string): string {
  return compareKey(text.slice(listMarkerOf(text).length)).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '');
}
