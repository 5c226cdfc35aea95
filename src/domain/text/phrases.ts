import { isWord } from './characters.ts';
import type { Span } from './edits.ts';

/** Finds phrases in a text that are not part of a longer number or word. */
export function findPhrases(text: string, phrases: readonly string[]): readonly Span[] {
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

function isWithinWord(text: string, location: number): boolean {
  return isWord(text.charCodeAt(location - 1)) && isWord(text.charCodeAt(location));
}
