import { thaiDigits } from '../text/digits.ts';
import type { Language } from './words.ts';

/** Facts before their numbers are formatted. */
export type TemplateValues = Readonly<Record<string, string | number>>;

/** A number, or a text with numbers, in the digits of the language. */
export function formatDigits(value: string | number, language: Language): string {
  return language === 'th' ? thaiDigits(String(value)) : String(value);
}

/** Formats facts as texts, with numbers in the digits of the language. */
export function formatValues(facts: TemplateValues, language: Language): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'number' ? formatDigits(fact, language) : fact]),
  );
}
