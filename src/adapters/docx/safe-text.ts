/** Characters that XML 1.0 forbids (production 2, Char): control characters but tab and line feed, lone surrogates, two non-characters. */
const FORBIDDEN = /(?![\t\n])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** Ends of lines, as any program writes them. */
const LINE_END = /\r\n?|\n/;

/**
 * The lines of a text. A character that XML cannot contain is shown as `_xHHHH_`, as workbooks spell it, so that it neither
 * makes the document unreadable nor is lost.
 */
export function safeLines(text: string): readonly string[] {
  return text.split(LINE_END).map((line) => line.replace(FORBIDDEN, escapeUnit));
}

function escapeUnit(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
