/** Distance from an ASCII digit to the Thai digit of the same value: U+0E50 from U+0030. */
const THAI_OFFSET = 0x0e50 - 0x30;

/**
 * The text with every ASCII digit as the Thai digit of the same value.
 * It knows no exceptions (links, product codes): it is for numbers and words of this program, not for what people wrote.
 */
export function thaiDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => shifted(digit, THAI_OFFSET));
}

/** The text with every Thai digit as the ASCII digit of the same value, so that `\d`, `Number` and comparisons see it. */
export function foldDigits(text: string): string {
  // Most texts have none, and looking costs a fraction of replacing.
  if (!/[๐-๙]/.test(text)) return text;
  return text.replace(/[๐-๙]/g, (digit) => shifted(digit, -THAI_OFFSET));
}

function shifted(digit: string, offset: number): string {
  return String.fromCharCode(digit.charCodeAt(0) + offset);
}
