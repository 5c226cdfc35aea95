// The classes of characters in the spelling of a Thai syllable.
const UNUSUAL = 0;
const OTHER = 1;
const CONSONANT = 2;
/** Before its consonant: เ. */
const LEADING = 3;
/** Above or below its consonant. */
const VOWEL = 4;
const TONE = 5;
/** The mark of a silent consonant. */
const SILENT = 6;
/** ะ. */
const SHORT_A = 7;
/** า, ำ and ๅ. */
const LONG_A = 8;

/** The class of each UTF-16 code unit; those not listed are unusual. */
const KINDS = new Uint8Array(0x2028);

for (const [kind, first, last = first] of [
  [OTHER, 0x20, 0x7e],
  [OTHER, 0x0a],
  // Dashes, quotation marks, bullets, dots.
  [OTHER, 0x2010, 0x2027],
  [CONSONANT, 0x0e01, 0x0e2e],
  [OTHER, 0x0e2f],
  [SHORT_A, 0x0e30],
  [VOWEL, 0x0e31],
  [LONG_A, 0x0e32, 0x0e33],
  [VOWEL, 0x0e34, 0x0e3a],
  [OTHER, 0x0e3f],
  [LEADING, 0x0e40, 0x0e44],
  [LONG_A, 0x0e45],
  [OTHER, 0x0e46],
  [VOWEL, 0x0e47],
  [TONE, 0x0e48, 0x0e4b],
  [SILENT, 0x0e4c],
  [OTHER, 0x0e4f, 0x0e5b],
] as const) {
  KINDS.fill(kind, first, last + 1);
}

const bits = (...kinds: readonly number[]): number => kinds.reduce((sum, kind) => sum | (1 << kind), 0);

const NOT_LEADING = bits(OTHER, CONSONANT, VOWEL, TONE, SILENT, SHORT_A, LONG_A);

/** For each class, the set of classes that may precede it, as bits. */
const BEFORE = new Uint16Array(9);
BEFORE[OTHER] = NOT_LEADING;
BEFORE[CONSONANT] = NOT_LEADING | bits(LEADING);
BEFORE[LEADING] = NOT_LEADING;
BEFORE[VOWEL] = bits(CONSONANT);
BEFORE[TONE] = bits(CONSONANT, VOWEL);
BEFORE[SILENT] = bits(CONSONANT, VOWEL);
BEFORE[SHORT_A] = bits(CONSONANT, TONE, LONG_A);
BEFORE[LONG_A] = bits(CONSONANT, TONE);

/**
 * Whether a text has only ordinary characters, and Thai ones only in an order in which syllables are spelt. This holds for nearly
 * every text, and one pass over it saves a search for each possible mistake. False does not mean that the text has a mistake.
 */
export function hasOrdinarySpelling(text: string): boolean {
  let before = OTHER;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const kind = code < KINDS.length ? (KINDS[code] ?? UNUSUAL) : UNUSUAL;
    if (((BEFORE[kind] ?? 0) & (1 << before)) === 0) return false;
    before = kind;
  }
  return before !== LEADING;
}
