/**
 * Advance widths in em, measured in Laksaman and rounded up. Laksaman is the free counterpart of TH SarabunPSK and its usual substitute.
 * Its glyphs are larger in relation to the em, so a text that fits by these widths fits in both fonts.
 */
const CLASSES: readonly (readonly [advance: number, characters: RegExp])[] = [
  [0, /[\p{M}\p{Cf}]/u],
  [0.37, /[เโใไๅ]/],
  [0.45, /ง/],
  [0.49, /[ราำ]/],
  [0.52, /[ธวฐ]/],
  [0.57, /[ะจฮยฉแขชถฤ]/],
  [0.6, /[ก-ฃคฅซผฝลสอดตฯศๆ]/],
  [0.65, /[มฆ฿นฎฏภฦหบปท]/],
  [0.7, /[ษพฟฬฑ๏-๙]/],
  [0.82, /[ฌญฒณ๚]/],
  [0.33, /[ \u00a0!"'(),\-./:;I[\]fijlr`{|}]/],
  [0.92, /[%@MWmw]/],
  [0.75, /[OQUHND]/],
  [0.62, /[ -_a-z~–“”‘’]/],
];

/** All other characters: Chinese, dashes, arrows. */
const WIDE = 1.1;
const EMOJI = 1.4;

/**
 * Cached widths by UTF-16 code unit; -1 for those not computed yet: a text uses few of them, and filling the table would take long.
 * Exported for the innermost loops, which a function call for each character would make several times slower.
 */
export const KNOWN_ADVANCES = new Float64Array(0x10000).fill(-1);

/** Advance width of a character in em; 0 for combining marks and invisible characters. */
export function advanceOf(codePoint: number): number {
  const known = KNOWN_ADVANCES[codePoint];
  if (known === undefined) return classified(codePoint);
  return known === -1 ? (KNOWN_ADVANCES[codePoint] = classified(codePoint)) : known;
}

function classified(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  const found = CLASSES.find(([, characters]) => characters.test(character));
  return found?.[0] ?? (codePoint > 0xffff ? EMOJI : WIDE);
}
