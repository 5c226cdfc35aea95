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

const TABLE = Float64Array.from({ length: 0x0e60 }, (_, codePoint) => classified(codePoint));

/** Advance width of a character in em; 0 for combining marks and invisible characters. */
export function advanceOf(codePoint: number): number {
  return TABLE[codePoint] ?? classified(codePoint);
}

function classified(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  const found = CLASSES.find(([, characters]) => characters.test(character));
  return found?.[0] ?? (codePoint > 0xffff ? EMOJI : WIDE);
}
