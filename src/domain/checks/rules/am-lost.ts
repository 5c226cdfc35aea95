import { textRule, TYPED } from './rule.ts';

/** Words that lose their sara am when they are copied from a PDF. */
const WORDS = [
  'กากับ กาหนด กาลัง คาสั่ง คานึง จากัด จาเป็น จาแนก จานวน ชานาญ ดาเนิน ดารง ตาแหน่ง ตารวจ ทางาน ประจาปี นาเสนอ บาเพ็ญ',
  'บารุง ลาดับ สาคัญ สานัก สาเร็จ สารวจ สาหรับ อานวย อานาจ แนะนา',
]
  .join(' ')
  .split(' ');

/**
 * Longer words that end in the first letters of such a word with า: ราคา|สั่ง, เจรจา|เป็น, พัฒนา|เสนอ, เวลา|ดับ, นาฬิกา|กับ, จิตอาสา|นัก.
 */
const OTHER_WORDS = new RegExp(
  `(?:${[
    '(?:รา|หลัง|สาข)คาสั่ง',
    'ราคานึง',
    '(?:วา|เจร|สัจ)จาเป็น',
    'วาจากัด',
    '(?:พัฒ|สัมม|ศาส|วาส|เจต|จินต|ปรารถ|สน|เส)นาเสนอ',
    '(?:เว|ศา|ป)ลาดับ',
    '(?:ปา|ฬิ|ติ|ริ|ฎี|สิ|ธิ)กากับ|ปากกากับ',
    'อาสานัก',
    'ธรรมดาเนิน',
    'อัตรากาลัง',
    'บุคลากาหนด',
    'หนาแนะนา',
  ].join('|')})$`,
);

/** Limit of characters before a word that are examined. */
const LOOKBEHIND = 8;

/** Words that probably lost a sara am. No rule can restore it safely, so a person fixes it. */
export const amLost = textRule({
  code: 'am-lost',
  severity: 'should',
  facts: ['likely'],
  parameters: { words: WORDS },
  fields: TYPED,
  *find(text, { parameters: { words } }) {
    for (const { 0: found, index } of text.matchAll(patternOf(words))) {
      const end = index + found.length;
      if (OTHER_WORDS.test(text.slice(Math.max(0, index - LOOKBEHIND), end))) continue;
      yield { start: index, end, facts: { likely: found.replace(/ ?[าำ]/, 'ำ') } };
    }
  },
});

const PATTERNS = new WeakMap<readonly string[], RegExp>();

/** The words without the vowel, and with a space instead of its upper part: `จ านวน`. */
function patternOf(words: readonly string[]): RegExp {
  const known = PATTERNS.get(words);
  if (known) return known;
  const spelt = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`).replace('า', '(?:า| [าำ])'));
  const pattern = new RegExp(`(?:${spelt.join('|')})`, 'g');
  PATTERNS.set(words, pattern);
  return pattern;
}
