/**
 * Texts of a list in one cell, a line each. A text that a line cannot hold as it stands (with a line break, a quote or a blank at
 * its ends) is put in quotes, its own quotes doubled.
 */
export function joinLines(texts: readonly string[]): string {
  return texts.map((text) => (fitsLine(text) ? text : quoted(text))).join('\n');
}

/** The texts of a cell that {@link joinLines} wrote or a person typed; blank lines are left out. */
export function splitLines(cell: string): readonly string[] {
  return [...cell.matchAll(ITEM)].flatMap(([, item = '']) => {
    const text = unquoted(item);
    return text === undefined ? item.split(LINE_BREAK).flatMap(trimmed) : [text];
  });
}

const LINE_BREAK = /\r\n|[\n\r]/;

/** Quotes that begin a line and end one, or the rest of a line. */
const ITEM = /(?:^|[\n\r]+)([ \t]*"(?:[^"]|"")*"[ \t]*(?=[\n\r]|$)|[^\n\r]*)/g;

function fitsLine(text: string): boolean {
  return text.trim() === text && text !== '' && !text.startsWith('"') && !LINE_BREAK.test(text);
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** The text within quotes; undefined where there are none, or none are needed: those were typed by a person and are kept. */
function unquoted(item: string): string | undefined {
  const [, inner] = /^[ \t]*"((?:[^"]|"")*)"[ \t]*$/.exec(item) ?? [];
  const text = inner?.replaceAll('""', '"');
  return text === undefined || fitsLine(text) ? undefined : text;
}

function trimmed(line: string): readonly string[] {
  return line.trim() === '' ? [] : [line.trim()];
}
