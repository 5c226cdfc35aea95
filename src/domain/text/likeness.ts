/** What the likeness of a text is measured by: made once, and cheap to compare. */
export interface GramProfile {
  /** The distinct 3-grams of the text, in ascending order, each a number. */
  readonly grams: Int32Array;
  /** Bit by bit whether an odd number of grams fell on it. */
  readonly parities: Int32Array;
}

/** White space, punctuation, bullets and zero-width characters: they tell nothing about what a text says. */
const UNTOLD = /[\s.,;:!?()[\]{}"'“”‘’•●▪·*–—_\u00ad\u200b-\u200f\u2060\ufeff-]/;

/** Most bits of a parity map; more would not tell long texts apart much better. */
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

/** Profiles of texts that are compared with each other. */
export function gramProfilesOf(texts: readonly string[]): readonly GramProfile[] {
  const all = texts.map(gramsOf);
  const most = Math.max(0, ...all.map(({ length }) => length));
  let words = 16;
  while (words * 16 < most && words < MAX_WORDS) words *= 2;
  return all.map((grams) => ({ grams, parities: paritiesOf(grams, words) }));
}

function gramsOf(text: string): Int32Array {
  const all = new Int32Array(Math.max(0, text.length - 2));
  for (let at = 0; at < all.length; at += 1) {
    const gram = Math.imul(text.charCodeAt(at), 0x1f123bb5) ^ Math.imul(text.charCodeAt(at + 1), 0x9e3779b1);
    all[at] = Math.imul(gram ^ (gram >>> 15) ^ Math.imul(text.charCodeAt(at + 2), 0x85ebca6b), 0xc2b2ae35);
  }
  all.sort();
  let distinct = 0;
  for (let at = 0; at < all.length; at += 1) {
    if (at === 0 || all[at] !== all[at - 1]) all[distinct++] = all[at] ?? 0;
  }
  return all.slice(0, distinct);
}

function paritiesOf(grams: Int32Array, words: number): Int32Array {
  const parities = new Int32Array(words);
  for (const gram of grams) {
    const word = (gram >>> 5) & (words - 1);
    parities[word] = (parities[word] ?? 0) ^ (1 << (gram & 31));
  }
  return parities;
}

/**
 * The Jaccard likeness of two texts, from 0 to 1; 0 where it is below `least`. Texts of quite another length or with
 * other parities cannot reach it and are not compared further.
 */
export function likeness(one: GramProfile, other: GramProfile, least: number): number {
  const total = one.grams.length + other.grams.length;
  // |A△B| / (|A| + |B|) is at most (1 - J) / (1 + J).
  const most = Math.floor(((1 - least) / (1 + least)) * total + 1e-9);
  if (Math.abs(one.grams.length - other.grams.length) > most || differsIn(one, other, most)) return 0;
  const shared = sharedBy(one.grams, other.grams, most);
  const found = shared / (total - shared);
  return found >= least && total > 0 ? found : 0;
}

/** Whether the parities differ in more than `most` bits: then the sets differ in more grams. */
function differsIn(one: GramProfile, other: GramProfile, most: number): boolean {
  let bits = 0;
  for (let at = 0; at < one.parities.length; at += 1) {
    let word = (one.parities[at] ?? 0) ^ (other.parities[at] ?? 0);
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
