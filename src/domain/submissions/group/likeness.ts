import { compareTexts } from '../../text/compare.ts';
import { gramProfilesOf, toldCharacters, type GramProfile } from '../../text/likeness.ts';
import { DECISIVE } from './words.ts';
import type { Fact } from './facts.ts';

/** What the likeness of answers is measured by. */
export interface Profile extends GramProfile {
  /** The decisive words in order: only texts with the same ones are compared. */
  readonly decisive: string;
}

/** A character for every fact, and nothing for the writer's own name. */
const FACT = '#';

/** The text as it is compared: facts and the writer's own name are alike in all. */
export function maskedText(text: string, facts: readonly Fact[], from: number): string {
  let masked = '';
  let at = from;
  for (const { kind, start, end } of facts) {
    masked += toldCharacters(text.slice(at, start)) + (kind === 'own' ? '' : FACT);
    at = end;
  }
  return masked + toldCharacters(text.slice(at));
}

/** Profiles of answers that are compared with each other. */
export function profilesOf(masked: readonly string[]): readonly Profile[] {
  return gramProfilesOf(masked).map((profile, index) => ({ ...profile, decisive: decisiveWords(masked[index] ?? '') }));
}

function decisiveWords(text: string): string {
  return Array.from(text.matchAll(DECISIVE), ([, word]) => word)
    .filter((word) => word !== undefined)
    .sort(compareTexts)
    .join(' ');
}
