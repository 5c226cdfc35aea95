/** Removes control characters, which could move a terminal's cursor or change its colours; line feeds stay. */
export function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, '\ufffd');
}
