/**
 * Page numbers in Thai digits. Excel prints `&P` and `&N` with Arabic digits only; the font TH SarabunIT๙ draws
 * those as Thai digits. Without this font the page number is printed in Arabic digits.
 */
export const PAGE_NUMBER =
  '&"TH SarabunPSK,Regular"&14หน้า &"TH SarabunIT๙,Regular"&P&"TH SarabunPSK,Regular" จาก &"TH SarabunIT๙,Regular"&N';

/** Most characters of a text: a header or footer with its codes has at most 255 of them. */
const MOST_TEXT = 100;

/** Text for a header or footer: `&` starts a code there and is doubled; a long text is cut off at a blank. */
export function headerText(text: string): string {
  const short =
    text.length <= MOST_TEXT
      ? text
      : `${text.slice(0, Math.max(text.lastIndexOf(' ', MOST_TEXT - 1), MOST_TEXT / 2))}…`;
  return `&"TH SarabunPSK,Regular"&14${short.replaceAll('&', '&&')}`;
}

/** A code of a header or footer (ISO/IEC 29500-1, 18.3.1.46): a font, a colour, a size or a letter. */
const CODE = /&(?:"[^"]*"|K[0-9A-Fa-f]{6}|K\d\d[+-]\d{3}|\d+|.)/gsu;

/** Words and signs that programs put around page numbers. */
const AROUND_NUMBERS = /^(?:page|of|หน้า|จาก|ที่|[\p{P}\p{S}\s])*$/iu;

/** What people wrote into a header or footer: the texts of its three sections without codes, and without page numbers. */
export function headerTexts(code: string): readonly string[] {
  const sections = [{ text: '', hasNumber: false }];
  let at = 0;
  for (const { 0: found, index } of [...code.matchAll(CODE), { 0: '', index: code.length }]) {
    const letter = found.slice(1).toUpperCase();
    const last = sections[sections.length - 1] ?? { text: '', hasNumber: false };
    last.text += code.slice(at, index) + (found === '&&' ? '&' : '');
    last.hasNumber ||= letter === 'P' || letter === 'N';
    if (/^[LCR]$/.test(letter)) sections.push({ text: '', hasNumber: false });
    at = index + found.length;
  }
  return sections
    .filter(({ text, hasNumber }) => text.trim() !== '' && !(hasNumber && AROUND_NUMBERS.test(text)))
    .map(({ text }) => text.trim());
}
