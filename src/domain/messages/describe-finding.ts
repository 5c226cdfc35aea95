import { cellName } from '../spreadsheet/address.ts';
import type { Finding } from '../checks/finding.ts';
import type { Programme } from '../programme/programme.ts';
import { measurePhrase, type Facts, type Wording } from './facts.ts';
import { findingsEn } from './en/findings.ts';
import { findingsTh } from './th/findings.ts';
import type { FindingWords } from './findings-words.ts';
import { locationPhrase, wordsOf, type Message } from './message.ts';
import { formatDigits } from './format-values.ts';
import { fill, type Language } from './words.ts';

const WORDS: Readonly<Record<Language, FindingWords>> = { th: findingsTh, en: findingsEn };

/** Describes a finding, without the text found and the text of the fix; the programme has the texts of measures. */
export function describeFinding(finding: Finding, language: Language, programme?: Programme): Message {
  const { findings, contacts } = WORDS[language];
  const wording: Wording = { language, words: wordsOf(language), names: () => undefined, programme };
  const { measure, field, contact } = finding;
  const facts: Facts = {
    ...Object.fromEntries(Object.entries(finding.facts).map(([name, fact]) => [name, spelt(fact, language)])),
    measure: measure === undefined ? '' : measurePhrase(measure, wording),
    field: field === undefined ? '' : wording.words.fields[field],
    contact: contact === undefined ? '' : contacts[contact],
  };
  const { message, remedy } = findings[finding.code];
  return {
    where: locationPhrase(finding, wording.words),
    message: fill(message, facts),
    remedy: fill(remedy, facts),
  };
}

/** What a rule finds, without the facts of any one finding. */
export function describeRule(code: Finding['code'], language: Language): string {
  const { findings, rules } = WORDS[language];
  return rules[code] ?? findings[code].message;
}

/** Formats a fact. Sums and their parts are texts of digits and signs only. */
function spelt(fact: Finding['facts'][string], language: Language): string {
  if (typeof fact === 'object') return cellName(fact);
  const isCount = typeof fact === 'number' || /^[\d,.+ ]+$/.test(fact);
  return isCount ? formatDigits(fact, language) : fact;
}
