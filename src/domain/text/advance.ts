/**
 * Advance widths in em, measured in Laksaman (in 1/1000 em, rounded up), the free counterpart of TH SarabunPSK and its
 * usual substitute. Laksaman is drawn larger in its em, so what fits by these widths fits in both.
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

/** For all other characters: Chinese, dashes, arrows. */
const WIDE = 1.1;
const EMOJI = 1.4;

/**
 * Widths of characters that were asked for already, by UTF-16 unit; -1 for others: a text has few, and the whole table would take
 * long. For the innermost loops, which a call for each character would slow down several times.
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
