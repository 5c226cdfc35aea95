import { thaiDigits } from '../text/digits.ts';
import type { Language } from './words.ts';

/** Facts whose numbers are not spelt yet. */
export type TemplateValues = Readonly<Record<string, string | number>>;

/** A number, or a text that speaks of numbers, in the digits of the language. */
export function formatDigits(value: string | number, language: Language): string {
  return language === 'th' ? thaiDigits(String(value)) : String(value);
}

/** Facts as texts: the numbers among them in the digits of the language, texts as they are. */
export function formatValues(facts: TemplateValues, language: Language): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'number' ? formatDigits(fact, language) : fact]),
  );
}
