const ASCII_ZERO = 0x30;
const THAI_ZERO = 0x0e50;

/**
 * The text with every ASCII digit as the Thai digit of the same value.
 * It has no exceptions (links, product codes) and is for numbers and texts of this program. Use `toThaiDigits` for texts of people.
 */
export function thaiDigits(text: string): string {
  return /[0-9]/.test(text) ? withDigits(text, ASCII_ZERO, THAI_ZERO) : text;
}

/** Replaces Thai digits with ASCII digits, so that `\d`, `Number` and comparisons see them. */
export function foldDigits(text: string): string {
  // Most texts have none, and testing is far cheaper than replacing.
  return /[๐-๙]/.test(text) ? withDigits(text, THAI_ZERO, ASCII_ZERO) : text;
}

/** Replaces the ten digits from `zero` on with those from `other` on. */
function withDigits(text: string, zero: number, other: number): string {
  let result = '';
  let from = 0;
  for (let index = 0; index < text.length; index++) {
    const value = text.charCodeAt(index) - zero;
    if (value < 0 || value > 9) continue;
    result += text.slice(from, index) + String.fromCharCode(other + value);
    from = index + 1;
  }
  return result + text.slice(from);
}
