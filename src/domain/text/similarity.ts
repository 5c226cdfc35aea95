/** White space, punctuation, bullets and zero-width characters: they carry no meaning. */
const INSIGNIFICANT = /[\s.,;:!?()[\]{}"'“”‘’•●▪·*–—_\u00ad\u200b-\u200f\u2060\ufeff-]/;

/** A longer signature would hardly distinguish long texts any better. */
const MAX_WORDS = 1024;

/** A text without white space, punctuation, bullets and zero-width characters, as texts are compared by meaning. */
export function significantCharacters(text: string): string {
  let significant = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // Most of an answer is Thai, all of which is significant.
    if ((code >= 0x0e01 && code <= 0x0e5b) || !INSIGNIFICANT.test(text.charAt(at))) continue;
    significant += text.slice(from, at);
    from = at + 1;
  }
  return significant + text.slice(from);
}

/** The 3-grams of a text, by which similarity is measured: made once, and cheap to compare. */
export class GramProfile {
  /** A bit signature: each 3-gram of the text sets one bit. */
  readonly signature: Int32Array;
  /** The number of 3-grams, repetitions included. */
  readonly length: number;
  #grams: Int32Array;
  #isSorted = false;

  /** @param words length of the signature in words of 32 bits, a power of 2; the same for all texts that are compared */
  constructor(text: string, words: number) {
    const grams = new Int32Array(Math.max(0, text.length - 2));
    const signature = new Int32Array(words);
    for (let at = 0; at < grams.length; at += 1) {
      const gram = gramAt(text, at);
      const word = (gram >>> 5) & (words - 1);
      grams[at] = gram;
      signature[word] = (signature[word] ?? 0) | (1 << (gram & 31));
    }
    this.length = grams.length;
    this.signature = signature;
    this.#grams = grams;
  }

  /** The distinct 3-grams of the text, in ascending order, hashed to numbers. Sorted on first use, because most pairs of texts are told apart by their signatures. */
  get grams(): Int32Array {
    if (!this.#isSorted) this.#grams = distinct(this.#grams.sort());
    this.#isSorted = true;
    return this.#grams;
  }
}

/** Profiles of texts that are to be compared with each other. */
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

/** Sorted numbers without repetitions; works in place. */
function distinct(sorted: Int32Array): Int32Array {
  let found = 0;
  for (let at = 0; at < sorted.length; at += 1) {
    if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[found++] = sorted[at] ?? 0;
  }
  return sorted.slice(0, found);
}

/**
 * The Jaccard similarity of the 3-grams of two texts, from 0 to 1; 0 where it is below `least`. Texts whose signatures or lengths differ
 * too much cannot reach `least` and are not compared further.
 */
export function jaccardSimilarity(one: GramProfile, other: GramProfile, least: number): number {
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

/** Whether the signatures differ in more than `most` bits: then the sets differ in more than `most` grams. */
function differsIn(one: GramProfile, other: GramProfile, most: number): boolean {
  let bits = 0;
  for (let at = 0; at < one.signature.length; at += 1) {
    let word = (one.signature[at] ?? 0) ^ (other.signature[at] ?? 0);
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    bits += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
    if (bits > most) return true;
  }
  return false;
}

/** How many grams two sets share; counting stops once they differ in more than `most`. */
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
