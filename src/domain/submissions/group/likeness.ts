import { compareTexts } from '../../text/compare.ts';
import { significantCharacters } from '../../text/similarity.ts';
import { decisiveWordsIn } from './words.ts';
import type { Fact } from './facts.ts';

/** A character for every fact, and nothing for the writer's own name. */
const FACT = '#';

/** The text as it is compared: facts and the writer's own name are alike in all. */
export function maskedText(text: string, facts: readonly Fact[], from: number): string {
  let masked = '';
  let at = from;
  for (const { kind, start, end } of facts) {
    masked += text.slice(at, start) + (kind === 'own' ? '' : FACT);
    at = end;
  }
  return significantCharacters(masked + text.slice(at));
}

/** The decisive words of a text, sorted: only texts with the same ones are compared. */
export function decisiveWords(text: string): string {
  return decisiveWordsIn(text).toSorted(compareTexts).join(' ');
}
