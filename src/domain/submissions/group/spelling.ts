import { editDistance } from '../../programme/edit-distance.ts';
import type { DifferenceKind } from '../consolidation.ts';
import type { Token } from './tokens.ts';
import { inOneSpelling } from './words.ts';
import { wordSegments } from '../../text/segments.ts';

/** How many agencies write a word; infinitely many if it is one of the programme's. */
export type Writers = (word: string) => number;

/** Two stretches of words, and the words around them that are equal in both texts. */
export interface Stretches {
  readonly ours: readonly Token[];
  readonly theirs: readonly Token[];
  readonly before: string;
  readonly after: string;
}

/** Words of numbers, in which a letter makes another number. */
const NUMBER_WORDS = /หนึ่ง|สอง|สาม(?!ารถ|[ัี])|(?:^|[^เ])สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน/;

/** The fewest letters that stretches of real words have if one may be a misspelling of the other: not เปิด and ปิด. */
const LEAST_REAL = 5;

/** The fewest letters, those of the words around them included. */
const LEAST_LETTERS = 5;

/**
 * Whether one of two stretches is a misspelling of the other or another spelling: a letter apart, two in long ones or where they are exchanged.
 * `spelling` where one has what is no word and few write; `word` where it may be another word.
 */
export function respellingOf(
  { ours, theirs, before, after }: Stretches,
  writersOf: Writers,
): DifferenceKind | undefined {
  if ([...ours, ...theirs].some(({ fact }) => fact)) return undefined;
  const [one, other] = [inOneSpelling(wordsOf(ours)), inOneSpelling(wordsOf(theirs))];
  if (one === other) return 'wording';
  const length = Math.min(one.length, other.length);
  if (length > 60 || Math.abs(one.length - other.length) > 2) return undefined;
  if (length + before.length + after.length < LEAST_LETTERS) return undefined;
  const around = (words: string): string => before + words + after;
  if (isTransposed(one, other)) return isEitherMisspelt(ours, theirs, writersOf) ? 'spelling' : 'word';
  if (NUMBER_WORDS.test(around(one)) || NUMBER_WORDS.test(around(other))) return undefined;
  if (withoutDoubles(around(one)) === withoutDoubles(around(other))) return 'spelling';
  if (editDistance(one, other) > (length >= 8 ? 2 : 1)) return undefined;
  if (isEitherMisspelt(ours, theirs, writersOf)) return 'spelling';
  const isDoubtful = length >= LEAST_REAL || isCutShort(one, other) || isNoSureWord(ours) || isNoSureWord(theirs);
  return isDoubtful ? 'word' : undefined;
}

/** The text with each letter that is doubled by a slip of the finger once; รร is a vowel, and makes another word of กรม. */
function withoutDoubles(text: string): string {
  return text.replace(/([^ร])\1/g, '$1');
}

function isEitherMisspelt(ours: readonly Token[], theirs: readonly Token[], writersOf: Writers): boolean {
  return isMisspelt(ours, theirs, writersOf) || isMisspelt(theirs, ours, writersOf);
}

/** Whether a stretch holds what the dictionary surely lacks. */
function isNoSureWord(tokens: readonly Token[]): boolean {
  return tokens.some(({ key }) => segments(key + key)[0] !== key);
}

/** The words without what stands between them. */
export function wordsOf(tokens: readonly Token[]): string {
  return tokens.map(({ word }) => word).join('');
}

/** How many times as many agencies write a word rightly as misspell it in one way. */
const RARER = 3;

/** Whether a stretch has what is no word and few write, beside words that many write. */
function isMisspelt(odd: readonly Token[], right: readonly Token[], writersOf: Writers): boolean {
  if (odd.every(({ key }) => isWord(key))) return false;
  const few = Math.min(...odd.filter(({ key }) => !isWord(key)).map(({ key }) => writersOf(key)));
  const many = Math.min(...right.map(({ key }) => writersOf(key)));
  // A word is said to be misspelt by comparison with others who write it, never by the dictionary alone: it may be a name.
  return many >= 2 && (many >= few * RARER || few === 1);
}

const known = new Map<string, boolean>();

/** The most words whose spelling is remembered. */
const MOST_KNOWN = 10_000;

/** Whether the dictionary of the segmenter has the word: it is found again beside itself, or a short one between others. */
function isWord(word: string): boolean {
  const before = known.get(word);
  if (before !== undefined) return before;
  // A long stretch between others is taken for a word though it is none.
  const isShort = word.length > 1 && word.length < 4 && segments(`การ${word}การ`)[1] === word;
  const found = (isShort || segments(word + word)[0] === word) && !/^[ก-ฮ]$/.test(word);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(word, found);
  return found;
}

function segments(text: string): readonly string[] {
  return Array.from(wordSegments(text), ({ segment }) => segment);
}

/** Whether one is the other without a letter that is not its first. */
function isCutShort(one: string, other: string): boolean {
  return one !== '' && other.startsWith(one.charAt(0)) && Math.abs(one.length - other.length) === 1;
}

/** Whether two neighbouring letters are exchanged, and nothing else differs. */
function isTransposed(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const at = Array.from({ length: one.length }).findIndex((_, index) => one[index] !== other[index]);
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}
