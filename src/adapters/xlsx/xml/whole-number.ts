/** Most digits that are read; with more, a number would be above any of a workbook. */
const MOST_DIGITS = 10;

/**
 * The number that a text of type xsd:unsignedInt stands for; undefined for any other text, above all for an empty one,
 * of which `Number` makes 0.
 */
export function wholeNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  let number = 0;
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    // White space may stand around the digits, but hardly ever does.
    if (digit < 0 || digit > 9) return /^\s*\d{1,10}\s*$/.test(text) ? Number(text) : undefined;
    number = number * 10 + digit;
  }
  return text !== '' && text.length <= MOST_DIGITS ? number : undefined;
}
