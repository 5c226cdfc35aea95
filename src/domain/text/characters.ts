// Classes of characters that delimit tokens. All functions take a UTF-16 code unit, or NaN beyond the ends of a text.

const BLANKS = new Set([
  0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20, 0x85, 0xa0, 0x200b, 0x2028, 0x2029, 0x2060, 0x3000, 0xfeff,
]);

/** White space, or a zero-width character at which a line may break. */
export function isBlank(code: number): boolean {
  return code <= 0x20 || (code >= 0x85 && (BLANKS.has(code) || (code >= 0x2000 && code <= 0x200a)));
}

/** White space within a line. */
export function isInlineBlank(code: number): boolean {
  return code === 0x20 || code === 0xa0;
}

/** An ASCII digit. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** A Latin letter, with or without marks. */
export function isLatin(code: number): boolean {
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7);
}

/** A Thai letter, vowel or mark, but not a digit. */
export function isThai(code: number): boolean {
  return code >= 0x0e01 && code <= 0x0e5b && !(code >= 0x0e50 && code <= 0x0e59);
}

/** A superscript or subscript digit, or a fraction: `²`, `₂`, `½`. */
export function isSmallDigit(code: number): boolean {
  return (
    (code >= 0xb2 && code <= 0xbe && (code <= 0xb3 || code === 0xb9 || code >= 0xbc)) ||
    (code >= 0x2070 && code <= 0x2089) ||
    (code >= 0x2150 && code <= 0x215f)
  );
}

/** A character of a code: a Latin letter, or a digit other than Thai. */
export function isWord(code: number): boolean {
  return isDigit(code) || isLatin(code) || isSmallDigit(code);
}
