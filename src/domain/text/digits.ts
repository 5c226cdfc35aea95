/** How far the Thai digits stand behind the ASCII digits in Unicode. */
const TO_THAI = 0x0e50 - 0x30;

/**
 * The text with every ASCII digit as the Thai digit of the same value.
 * It has no exceptions (links, product codes) and is for numbers and texts of this program. Use `toThaiDigits` for texts of people.
 */
export function thaiDigits(text: string): string {
  return text.replace(/[0-9]+/g, (digits) => shifted(digits, TO_THAI));
}

/** Shorter texts are folded sooner than remembered, and would only take the place of a long one. */
const LONG = 64;

let lastText = '';
let lastFolded = '';

/** Replaces Thai digits with ASCII digits, so that `\d`, `Number` and comparisons see them. */
export function foldDigits(text: string): string {
  if (text.length < LONG) return folded(text);
  // Rules in turn ask the same about one long text.
  if (text !== lastText && text !== lastFolded) {
    lastText = text;
    lastFolded = folded(text);
  }
  return lastFolded;
}

function folded(text: string): string {
  // Most texts have none, and testing is far cheaper than replacing.
  return /[๐-๙]/.test(text) ? text.replace(/[๐-๙]+/g, (digits) => shifted(digits, -TO_THAI)) : text;
}

function shifted(digits: string, by: number): string {
  let result = '';
  for (let index = 0; index < digits.length; index++) result += String.fromCharCode(digits.charCodeAt(index) + by);
  return result;
}
