/** Distance from the ASCII digits to the Thai digits in Unicode. */
const TO_THAI = 0x0e50 - 0x30;

/**
 * Converts every ASCII digit to the Thai digit of the same value, without exceptions for links and the like. For numbers and texts of the
 * program itself; use `toThaiDigits` for texts that people wrote.
 */
export function thaiDigits(text: string): string {
  return text.replace(/[0-9]+/g, (digits) => shifted(digits, TO_THAI));
}

/** Shorter texts are not cached: folding them is faster, and they would evict a long one. */
const MIN_CACHED = 64;

let lastText = '';
let lastFolded = '';

/** Converts every Thai digit to the ASCII digit of the same value, for use with `\d`, `Number` and comparisons. */
export function foldDigits(text: string): string {
  if (text.length < MIN_CACHED) return folded(text);
  // Rules in turn fold the same long text.
  if (text !== lastText && text !== lastFolded) {
    lastText = text;
    lastFolded = folded(text);
  }
  return lastFolded;
}

function folded(text: string): string {
  // Most texts have none, and testing is much faster than replacing.
  return /[๐-๙]/.test(text) ? text.replace(/[๐-๙]+/g, (digits) => shifted(digits, -TO_THAI)) : text;
}

function shifted(digits: string, by: number): string {
  let result = '';
  for (let index = 0; index < digits.length; index++) result += String.fromCharCode(digits.charCodeAt(index) + by);
  return result;
}
