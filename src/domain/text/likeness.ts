/** White space, punctuation, bullets and zero-width characters: they tell nothing about what a text says. */
const UNTOLD = /[\s.,;:!?()[\]{}"'“”‘’•●▪·*–—_\u00ad\u200b-\u200f\u2060\ufeff-]/;

/** Most words of a profile's marks; more would not tell long texts apart much better. */
const MAX_WORDS = 1024;

/** A text without the characters that tell nothing about what it says. */
export function toldCharacters(text: string): string {
  let told = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // Most of an answer is Thai, of which all is told.
    if ((code >= 0x0e01 && code <= 0x0e5b) || !UNTOLD.test(text.charAt(at))) continue;
    told += text.slice(from, at);
    from = at + 1;
  }
  return told + text.slice(from);
}

/** What the likeness of a text is measured by: made once, and cheap to compare. */
export class GramProfile {
  /** Bit by bit whether a 3-gram of the text fell on it. */
  readonly marks: Int32Array;
  /** How many 3-grams the text has, those that are there again included. */
  readonly length: number;
  #grams: Int32Array;
  #isSorted = false;

  /** @param words how many words of marks, a power of 2; the same for texts that are compared */
  constructor(text: string, words: number) {
    const grams = new Int32Array(Math.max(0, text.length - 2));
    const marks = new Int32Array(words);
    for (let at = 0; at < grams.length; at += 1) {
      const gram = gramAt(text, at);
      const word = (gram >>> 5) & (words - 1);
      grams[at] = gram;
      marks[word] = (marks[word] ?? 0) | (1 << (gram & 31));
    }
    this.length = grams.length;
    this.marks = marks;
    this.#grams = grams;
  }

  /** The distinct 3-grams of the text, in ascending order, each a number. Sorted when needed: the marks of most texts are like no other's. */
  get grams(): Int32Array {
    if (!this.#isSorted) this.#grams = distinct(this.#grams.sort());
    this.#isSorted = true;
    return this.#grams;
  }
}

/** Profiles of texts that are compared with each other. */
export function gramProfilesOf(texts: readonly string[]): readonly GramProfile[] {
  const most = Math.max(0, ...texts.map(({ length }) => length));
  let words = 16;
  while (words * 16 < most && words < MAX_WORDS) words *= 2;
  return texts.map((text) => new GramProfile(text, words));
}

function gramAt(text: string, at: number): number {
  const gram = Math.imul(text.charCodeAt(at), 0x1f123bb5) ^ Math.imul(text.charCodeAt(at + 1), 0x9e3779b1);
  return Math.imul(gram ^ (gram >>> 15) ^ Math.imul(text.charCodeAt(at + 2), 0x85ebca6b), 0xc2b2ae35);
}

/** Each of some numbers in order once. */
function distinct(sorted: Int32Array): Int32Array {
  let found = 0;
  for (let at = 0; at < sorted.length; at += 1) {
    if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[found++] = sorted[at] ?? 0;
  }
  return sorted.slice(0, found);
}

/**
 * The Jaccard likeness of two texts, from 0 to 1; 0 where it is below `least`. Texts with other marks or of quite another length cannot
 * reach it and are not compared further.
 */
export function likeness(one: GramProfile, other: GramProfile, least: number): number {
  // |A△B| / (|A| + |B|) is at most (1 - J) / (1 + J).
  const mostOf = (total: number): number => Math.floor(((1 - least) / (1 + least)) * total + 1e-9);
  if (differsIn(one, other, mostOf(one.length + other.length))) return 0;
  const total = one.grams.length + other.grams.length;
  const most = mostOf(total);
  if (Math.abs(one.grams.length - other.grams.length) > most) return 0;
  const shared = sharedBy(one.grams, other.grams, most);
  const found = shared / (total - shared);
  return found >= least && total > 0 ? found : 0;
}

/** Whether the marks differ in more than `most` bits: then the sets differ in more grams. */
function differsIn(one: GramProfile, other: GramProfile, most: number): boolean {
  let bits = 0;
  for (let at = 0; at < one.marks.length; at += 1) {
    let word = (one.marks[at] ?? 0) ^ (other.marks[at] ?? 0);
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    bits += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
    if (bits > most) return true;
  }
  return false;
}

/** How many grams two sets share; fewer than that once they differ in more than `most`. */
function sharedBy(one: Int32Array, other: Int32Array, most: number): number {
  let [a, b, shared] = [0, 0, 0];
  while (a < one.length && b < other.length && a + b - 2 * shared <= most) {
    const difference = (one[a] ?? 0) - (other[b] ?? 0);
    if (difference === 0) shared += 1;
    if (difference <= 0) a += 1;
    if (difference >= 0) b += 1;
  }
  return shared;
}
