/** The distinct lines of a text, trimmed, without empty lines. */
export function linesOf(text: string): readonly string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter(Boolean);
}
