import { groupBy } from '../../text/group-by.ts';

/**
 * The words by which grouping tells a mere rewording from another statement. A word that stands in none of these lists is
 * never passed over: texts that differ in it are not put together, or the word is printed.
 */

/** Words that join or introduce others; a text says the same with and without them. */
export const FILLERS: ReadonlySet<string> = new Set(
  'ได้ มี การ มีการ และ ก็ โดย ของ ที่ ให้ แก่ ให้แก่ กับ ต่อ ใน ซึ่ง เพื่อ นั้น นี้ ทั้งนี้ ด้วย เป็น คือ ว่า จำนวน ต่าง ต่างๆ ๆ ฯ ทำการ สังกัด'.split(
    ' ',
  ),
);

/** "To carry out", which adds nothing directly before another verb, but says something where it ends a clause. */
export const CARRY_OUT = 'ดำเนินการ';

/** Words that say that something is finished. The common wording may lack them, but must not add them. */
export const COMPLETIONS: ReadonlySet<string> = new Set('แล้ว เรียบร้อย เรียบร้อยแล้ว เสร็จ เสร็จสิ้น'.split(' '));

/**
 * Words of negation, status, degree and order, as patterns that begin with a letter. Two texts that do not have the same of them never
 * say the same, however alike they look.
 */
const DECISIVE_WORDS =
  'ไม่ มิได้ มิให้ มิใช่ ยัง บาง(?:ส่วน|แห่ง|ราย|ฝ่าย|กรณี|โครงการ|กิจกรรม|คน) ส่วนใหญ่ อยู่ระหว่าง กำลัง(?!ใจ|คน|พล|กาย) จะ รอ(?=การ|ผล|อนุมัติ|ดำเนิน) งด ยกเลิก เลื่อน ระงับ ชะลอ หยุด เลิก ห้าม เว้น ปราศจาก ขาด ไร้ ปฏิเสธ คัดค้าน คาดว่า เตรียม อาจ(?!าร) เพียง เฉพาะ เกือบ ครบ ทุก ทั้งหมด ต่ำกว่า สูงกว่า น้อยกว่า มากกว่า เกิน เพิ่ม ลด ก่อน หลัง เคย ค้าง เบื้องต้น ใหม่ ภายนอก'.split(
    ' ',
  );

/** What looks like a decisive word and is another one: ยัง as "to". */
const OTHER_WORDS = ['ไปยัง', 'มายัง', 'ส่งยัง', 'ถึงยัง'];

/** A decisive word or another one. By their first letters they are found in half the time. */
const DECISIVE = new RegExp(
  Array.from(
    groupBy([...OTHER_WORDS, ...DECISIVE_WORDS], (word) => word.charAt(0)),
    ([letter, words]) => `${letter}(?:${words.map((word) => word.slice(1)).join('|')})`,
  ).join('|'),
  'g',
);

/** The decisive words of a text, in its order. */
export function decisiveWordsIn(text: string): readonly string[] {
  return (text.match(DECISIVE) ?? []).filter((word) => !OTHER_WORDS.includes(word));
}

/** What a phrase begins with that adds a circumstance to a statement. Such a phrase is printed beside its agency's name. */
export const CIRCUMSTANCE =
  /^(?:อย่าง|เป็นประจำ|ประจำ|ร่วมกับ|ผ่าน|ทาง|โดย|ใน|ณ|ตาม|เพื่อ|ทั้งนี้|รวมทั้ง|รวมถึง|พร้อม|และ|สำหรับ|เมื่อ|จำนวน|ซึ่ง|ภายใน|ระหว่าง|ตั้งแต่)/;

/** What a writer calls itself; it stands for its name. */
export const SELF = 'หน่วยงาน';

/** Expressions of two words, of which some say the same in either order. */
export const EXPRESSIONS: ReadonlyMap<string, string> = new Map([
  [SELF, SELF],
  ['แจ้งเวียน', 'เวียนแจ้ง'],
  ['เวียนแจ้ง', 'เวียนแจ้ง'],
]);

/** A denial and the word behind it, which dictionaries hold as one word: ไม่มี. */
export const DENIAL = /^ไม่(?=.)/;

/** Other spellings of one expression. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/กทม\.?/g, 'กรุงเทพมหานคร'],
  [/จนท\.?/g, 'เจ้าหน้าที่'],
  [/ผอ\.?/g, 'ผู้อำนวยการ'],
];

/** The words with expressions that have several spellings in one of them. */
export function inOneSpelling(words: string): string {
  return SPELLINGS.reduce((text, [pattern, spelling]) => text.replace(pattern, spelling), words);
}
