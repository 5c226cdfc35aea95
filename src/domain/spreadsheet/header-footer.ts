/**
 * Page numbers in Thai digits. Excel prints `&P` and `&N` with Arabic digits only; the font TH SarabunIT๙ draws
 * those as Thai digits. Without this font the page number is printed in Arabic digits.
 */
export const PAGE_NUMBER =
  '&"TH SarabunPSK,Regular"&14หน้า &"TH SarabunIT๙,Regular"&P&"TH SarabunPSK,Regular" จาก &"TH SarabunIT๙,Regular"&N';

/** Text for a header or footer: `&` starts a code there and is doubled; text beyond Excel's limit is cut off at a blank. */
export function headerText(text: string, limit = 100): string {
  const short =
    text.length <= limit ? text : `${text.slice(0, Math.max(text.lastIndexOf(' ', limit - 1), limit / 2))}…`;
  return `&"TH SarabunPSK,Regular"&14${short.replaceAll('&', '&&')}`;
}
