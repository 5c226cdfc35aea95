import { isWord } from './characters.ts';
import type { Span } from './edits.ts';

/**
 * Finds phrases in a text that are not part of a longer number or word. ASCII case and no-break spaces do not matter.
 * @param phrases as {@link comparable} gives them
 */
export function findPhrases(written: string, phrases: readonly string[]): readonly Span[] {
  const text = comparable(written);
  const found: Span[] = [];
  for (const phrase of phrases) {
    for (let start = text.indexOf(phrase); start >= 0;) {
      const end = start + phrase.length;
      if (!isWithinWord(text, start) && !isWithinWord(text, end)) found.push({ start, end });
      start = text.indexOf(phrase, end);
    }
  }
  return found;
}

/** The text with ASCII letters in lower case and plain spaces; offsets are the same. */
export function comparable(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()).replace(/\u00a0/g, ' ');
}

function isWithinWord(text: string, location: number): boolean {
  return isWord(text.charCodeAt(location - 1)) && isWord(text.charCodeAt(location));
}
