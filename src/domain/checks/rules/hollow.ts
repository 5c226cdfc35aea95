import { measureByKey, type MeasureKey, type Programme } from '../../programme/programme.ts';
import { compareKey } from '../../text/compare.ts';
import { listMarkerOf } from '../../text/list-items.ts';

/** Phrases that point to what a report does not hold. */
export const ATTACHED = [
  'ตามเอกสารแนบ',
  'ตามเอกสารแนบท้าย',
  'ตามเอกสารที่แนบ',
  'ตามเอกสารที่แนบมา',
  'ตามเอกสารที่แนบมาพร้อมนี้',
  'ตามไฟล์แนบ',
  'ตามไฟล์ที่แนบ',
  'ตามแนบ',
  'ตามที่แนบ',
  'ตามที่แนบมา',
  'ตามรายงานที่แนบ',
  'ตามภาพที่แนบ',
  'ตามหลักฐานที่แนบ',
  'ดังแนบ',
  'เอกสารแนบ',
  'ตามสิ่งที่ส่งมาด้วย',
  'ดังสิ่งที่ส่งมาด้วย',
];

/** What may stand before the phrase without saying more. */
const BEFORE = /^(?:โปรดดู|ดู)?(?:รายละเอียด)?(?:ปรากฏ)?/;

/** The words of a measure that the year does not have. */
const NO_MEASURE = { text: '' };

/** Tells which texts of an answer say nothing: they consist of one of the phrases, of a status or of the words of the measure. */
export function hollowTexts(
  phrases: readonly string[],
  measure: MeasureKey,
  programme: Programme,
): (text: string) => boolean {
  const { statuses } = programme;
  const own = measureByKey(programme).get(measure) ?? NO_MEASURE;
  const known = [
    keysOnce(phrases, () => phrases),
    keysOnce(statuses, () => statuses.map(({ label }) => label)),
    keysOnce(own, () => [own.text]),
  ];
  return (text) => {
    const key = bareKey(text);
    const short = key.replace(BEFORE, '');
    return known.some((keys) => keys.has(key) || keys.has(short));
  };
}

/** Keys of words by what holds them: rules ask for the same ones at every answer. */
const KEYS = new WeakMap<object, ReadonlySet<string>>();

function keysOnce(holder: object, words: () => readonly string[]): ReadonlySet<string> {
  const known = KEYS.get(holder) ?? new Set(words().map(bareKey));
  KEYS.set(holder, known);
  return known;
}

/** The comparison key in lower case, without the marker of a list, and without signs at its ends, such as a full stop. */
function bareKey(text: string): string {
  const key = compareKey(text.slice(listMarkerOf(text).length)).toLowerCase();
  return key.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '');
}
