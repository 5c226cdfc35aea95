/** The texts on the lines of a text, without blanks at their ends; empty lines are none, and each text is there once. */
export function linesOf(text: string): readonly string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter(Boolean);
}
