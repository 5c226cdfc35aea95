import { parseMeasureKey } from '../programme/programme.ts';
import { cellName, locationName } from '../spreadsheet/address.ts';
import type { YearChange } from '../year-workbook/changes.ts';
import type { YearProblem } from '../year-workbook/problem.ts';
import { misprintLine } from '../year-workbook/misprint-lines.ts';
import { RULE_STATES, SHEETS, TABLES } from '../year-workbook/sheets.ts';
import { yearEn } from './en/year.ts';
import { excerpt } from './excerpt.ts';
import { dataFactsOf } from './facts.ts';
import { formatDigits, formatValues } from './format-values.ts';
import { locationPhrase, wordsOf, type Message } from './message.ts';
import { yearTh } from './th/year.ts';
import { fill, type Language } from './words.ts';
import type { YearArguments, YearWords } from './year-words.ts';

const YEAR_WORDS: Readonly<Record<Language, YearWords>> = { th: yearTh, en: yearEn };

/** One of the texts of the pane's section, with its facts. */
export function yearText(language: Language, ...[text, facts = {}]: YearArguments): string {
  return fill(YEAR_WORDS[language].texts[text], formatValues(facts, language));
}

/** What the workbook itself calls things, and examples of what to write in it, in any language Thai. */
const IN_WORKBOOK = {
  issues: SHEETS.issues.name,
  agencies: TABLES.measures.find(({ id }) => id === 'agencies')?.heading ?? '',
  date: '๒๙ เมษายน ๒๕๖๕',
  misprint: misprintLine({ field: 'text', printed: 'ชำราชการ', likely: 'ข้าราชการ' }),
  ...RULE_STATES,
};

/** Describes a problem of a year's workbook: where it is, what is the matter, and what to do. */
export function describeYearProblem(problem: YearProblem, language: Language): Message {
  const words = wordsOf(language);
  const own = YEAR_WORDS[language];
  const where = locationPhrase(problem, words);
  if (problem.code !== 'data') {
    const { message, remedy } = own.problems[problem.code];
    const facts = factsOf(problem, own, language);
    return { where, message: fill(message, facts), remedy: fill(remedy, facts) };
  }
  const { label, first, problem: inData } = problem;
  const { message, remedy } = own.data[inData.code];
  const inPath = dataFactsOf(inData, { language, words, names: () => undefined });
  const facts = {
    ...IN_WORKBOOK,
    ...inPath,
    ...(inData.code === 'data-rule' && own.rules[inData.rule] !== undefined ? { rule: own.rules[inData.rule] } : {}),
    label,
    ...(first === undefined ? {} : { first: locationName({ sheet: first.sheet, ...first.cell }) }),
  };
  return { where, message: fill(message, facts), remedy: fill(remedy, facts) };
}

/** Most graphemes of a text in a list of changes: all of a measure's text, so that what changed in it is seen. */
const MOST = 2_000;

/** Describes a change of a year's data in a line. */
export function describeYearChange(change: YearChange, language: Language): string {
  const { changes, nothing } = YEAR_WORDS[language];
  const facts = Object.entries(change).map(([name, fact]) => [
    name,
    (KEYS.has(name) && change.code.startsWith('measure-')) || name === 'of'
      ? inDigits(fact, language)
      : fact === ''
        ? nothing
        : excerpt(fact, MOST),
  ]);
  return fill(changes[change.code], Object.fromEntries(facts) as Readonly<Record<string, string>>).trim();
}

/** Facts that may be keys of measures. */
const KEYS = new Set(['key', 'before']);

/** A key in the digits of the language; another text as it is. */
function inDigits(text: string, language: Language): string {
  return parseMeasureKey(text) === undefined ? text : formatDigits(text, language);
}

function factsOf(
  problem: Exclude<YearProblem, { readonly code: 'data' }>,
  { kinds }: YearWords,
  language: Language,
): Readonly<Record<string, string>> {
  const facts = Object.entries(problem).map(([name, fact]) => [
    name,
    typeof fact === 'string' ? excerpt(KEYS.has(name) ? inDigits(fact, language) : fact) : cellName(fact),
  ]);
  return {
    ...IN_WORKBOOK,
    ...(Object.fromEntries(facts) as Readonly<Record<string, string>>),
    ...(problem.code === 'value-not-text' ? { kind: kinds[problem.kind] } : {}),
  };
}
