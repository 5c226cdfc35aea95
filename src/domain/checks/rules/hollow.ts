import { measureByKey, type MeasureKey, type Programme } from '../../programme/programme.ts';
import { compareKey } from '../../text/compare.ts';
import { listMarkerOf } from '../../text/list-items.ts';

/** Phrases that refer to an attachment, which the report does not contain. */
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

/** Words that may precede a phrase without adding information. */
const BEFORE = /^(?:โปรดดู|ดู)?(?:รายละเอียด)?(?:ปรากฏ)?/;

/** Upper bound of their length. */
const MAX_BEFORE = 24;

/** Characters of a text from which the beginning of its key is taken. */
const LOOKAHEAD = 64;

/** As many characters of a key distinguish nearly every answer from a phrase. */
const START = 4;

/** The words of a measure that the year does not have. */
const NO_MEASURE = { text: '' };

/**
 * A test for texts of an answer without information: those that consist of one of the phrases, of a status, or of the measure's own words.
 */
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
  const mayBegin = (key: string): boolean => known.some(({ starts }) => starts.has(key.slice(0, START)));
  return (text) => {
    const beginning = bareKey(text.slice(0, LOOKAHEAD));
    if (beginning.length > MAX_BEFORE + START && !mayBegin(beginning) && !mayBegin(beginning.replace(BEFORE, ''))) {
      return false;
    }
    const key = bareKey(text);
    const short = key.replace(BEFORE, '');
    return known.some(({ whole }) => whole.has(key) || whole.has(short));
  };
}

/** Keys of words, and their beginnings. */
interface Keys {
  readonly whole: ReadonlySet<string>;
  readonly starts: ReadonlySet<string>;
}

/** Cached keys by the object that has the words: rules need the same ones for every answer. */
const KEYS = new WeakMap<object, Keys>();

function keysOnce(holder: object, words: () => readonly string[]): Keys {
  const known = KEYS.get(holder) ?? keysOf(words());
  KEYS.set(holder, known);
  return known;
}

function keysOf(words: readonly string[]): Keys {
  const keys = words.map(bareKey);
  return { whole: new Set(keys), starts: new Set(keys.map((key) => key.slice(0, START))) };
}

/** The comparison key in lower case, without the marker of a list, and without signs at its ends, such as a full stop. */
function bareKey(text: string): string {
  const key = compareKey(text.slice(listMarkerOf(text).length)).toLowerCase();
  return key.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '');
}
