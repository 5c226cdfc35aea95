import { isBlank } from './characters.ts';
import type { Span } from './edits.ts';

/** A dot and a possible extension that ends a name. */
const EXTENSION = /\.([a-z0-9]{2,5})(?![a-z0-9_@]|[.-][a-z0-9])/gi;

/** Characters that file names cannot contain, or that separate them. */
const NOT_IN_NAMES = new Set('<>"|*?,;:“”‘’'.split('').map((mark) => mark.charCodeAt(0)));

/**
 * Finds file names with a known extension in a range. Because Thai has no spaces between words, a name starts after the last space, mark or
 * open bracket, and includes any text directly before it.
 */
export function findFileNames(text: string, { start, end }: Span, extensions: ReadonlySet<string>): readonly Span[] {
  const names: Span[] = [];
  let from = start;
  // Search only within the range: searching to the end of the text would take quadratic time.
  for (const { 0: match, 1: extension = '', index } of text.slice(start, end).matchAll(EXTENSION)) {
    if (!extensions.has(extension.toLowerCase())) continue;
    const dot = start + index;
    const nameStart = startOfName(text, from, dot);
    from = dot + match.length;
    if (nameStart < dot) names.push({ start: nameStart, end: from });
  }
  return names;
}

function startOfName(text: string, from: number, dot: number): number {
  let depth = 0;
  let start = dot;
  for (; start > from; start--) {
    const code = text.charCodeAt(start - 1);
    if (isBlank(code) || NOT_IN_NAMES.has(code)) break;
    if (code === 0x29) depth += 1;
    else if (code === 0x28) {
      if (depth === 0) break;
      depth -= 1;
    }
  }
  return start;
}
