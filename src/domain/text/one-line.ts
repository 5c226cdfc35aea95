/**
 * Shortens a text to one line of at most `most` characters and an ellipsis, without control characters, which a terminal might execute.
 */
export function oneLine(text: string, most: number): string {
  const line = text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
  return line.length <= most ? line : `${Array.from(line).slice(0, most).join('')}…`;
}
