const THAI_DIGITS = ['๐', '๑', '๒', '๓', '๔', '๕', '๖', '๗', '๘', '๙'];
const ASCII_DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

/**
 * The text with every ASCII digit as the Thai digit of the same value.
 * It knows no exceptions (links, product codes): it is for numbers and words of this program. What people wrote is for `toThaiDigits`.
 */
export function thaiDigits(text: string): string {
  return /[0-9]/.test(text) ? withDigits(text, 0x30, THAI_DIGITS) : text;
}

/** The text with every Thai digit as the ASCII digit of the same value, so that `\d`, `Number` and comparisons see it. */
export function foldDigits(text: string): string {
  // Most texts have none, and looking costs a fraction of replacing.
  return /[๐-๙]/.test(text) ? withDigits(text, 0x0e50, ASCII_DIGITS) : text;
}

/** The text with the ten digits from `zero` on as others. */
function withDigits(text: string, zero: number, digits: readonly string[]): string {
  let result = '';
  let from = 0;
  for (let index = 0; index < text.length; index++) {
    const value = text.charCodeAt(index) - zero;
    // An index below 0 would be looked up as a property, which is slow.
    const digit = value >= 0 ? digits[value] : undefined;
    if (digit === undefined) continue;
    result += text.slice(from, index) + digit;
    from = index + 1;
  }
  return result + text.slice(from);
}
