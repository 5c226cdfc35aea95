import type { TemplateFault } from '../document/template.ts';
import type { ReportDoubt } from '../printed-report/report-doubt.ts';
import type { YearDoubt } from '../programme/next-year.ts';
import type { MeasureMatch } from '../programme/match-measures.ts';
import type { PlacedMeasure, Programme } from '../programme/programme.ts';
import { thaiLongDate } from '../text/dates.ts';
import { rolloverEn } from './en/rollover.ts';
import { excerpt } from './excerpt.ts';
import { listPhrase, measurePhrase } from './facts.ts';
import { formatValues, type TemplateValues } from './format-values.ts';
import { wordsOf } from './message.ts';
import type { RolloverWords } from './rollover-words.ts';
import { rolloverTh } from './th/rollover.ts';
import { fill, type Language, type Template } from './words.ts';

const WORDS: Readonly<Record<Language, RolloverWords>> = { th: rolloverTh, en: rolloverEn };

/** Most graphemes of a text that is in nothing else, or whose year may be anywhere in it. */
const MOST = 2_000;

/** Describes what was left in the data of another year, and a person may have to change. */
export function describeYearDoubt(doubt: YearDoubt, language: Language): string {
  return fill(WORDS[language].year[doubt.code], formatValues(yearFacts(doubt, language), language));
}

function yearFacts(doubt: YearDoubt, language: Language): TemplateValues {
  switch (doubt.code) {
    case 'year-in-measure':
      return { text: excerpt(doubt.text, MOST), suggestion: excerpt(doubt.suggestion, MOST) };
    case 'year-left':
      return { text: excerpt(doubt.text, MOST), years: listPhrase(doubt.years, wordsOf(language)) };
    case 'own-due-on-weekend':
    case 'due-on-weekend':
      return {
        date: language === 'th' ? thaiLongDate(doubt.date) : doubt.date,
        ...('name' in doubt ? { name: doubt.name } : {}),
      };
    case 'agency-joins':
    case 'agency-leaves':
      return { agency: doubt.agency.name, code: doubt.agency.code };
  }
}

/**
 * Describes what became of a measure of another programme; undefined if it is the same.
 * @param earlier the other programme
 */
export function describeMatch(
  match: MeasureMatch,
  { earlier, later }: { readonly earlier: Programme; readonly later: Programme },
  language: Language,
): string | undefined {
  if (match.kind === 'same') return undefined;
  const words = wordsOf(language);
  const { matches } = WORDS[language];
  const phraseIn = (programme: Programme, { measure }: PlacedMeasure): string =>
    measurePhrase(measure.key, { language, words, names: () => undefined, programme });
  const facts = {
    ...('earlier' in match ? { earlier: phraseIn(earlier, match.earlier) } : {}),
    ...('later' in match ? { later: phraseIn(later, match.later) } : {}),
    ...('likeness' in match ? { percent: Math.floor(match.likeness * 100) } : {}),
  };
  const told = fill(matches[match.kind], formatValues(facts, language));
  if (!('rivals' in match) || match.rivals.length === 0) return told;
  const measures = listPhrase(
    match.rivals.map((rival) => phraseIn(earlier, rival)),
    words,
  );
  return fill(matches.rivals, { told, measures });
}

/** Describes why a report cannot be read, and what to do. */
export function describeReportFault(
  { reason, detail }: { readonly reason: TemplateFault; readonly detail: string },
  file: string,
  language: Language,
): Template {
  const { message, remedy } = WORDS[language].faults[reason];
  return { message: fill(message, { file, detail: excerpt(detail) }), remedy };
}

/** Describes what was read from a report with some doubt, with its place in the document. */
export function describeReportDoubt(doubt: ReportDoubt, programme: Programme, language: Language): string {
  const words = WORDS[language];
  const told = fill(words.report[doubt.code], formatValues(reportFacts(doubt, programme, language), language));
  return 'at' in doubt ? `${fill(words.place, formatValues({ ...doubt.at }, language))}: ${told}` : told;
}

function reportFacts(doubt: ReportDoubt, programme: Programme, language: Language): TemplateValues {
  const words = wordsOf(language);
  const phrase = (key: Parameters<typeof measurePhrase>[0]): string =>
    measurePhrase(key, { language, words, names: () => undefined, programme });
  switch (doubt.code) {
    case 'measure-continued':
    case 'party-continued':
    case 'result-continued':
    case 'party-missing':
      return { measure: phrase(doubt.measure), text: excerpt(doubt.text) };
    case 'measures-in-row':
      return { measures: listPhrase(doubt.measures.map(phrase), words) };
    case 'measure-without-number':
      return { measure: phrase(doubt.measure) };
    case 'number-skipped':
      return { measure: phrase(doubt.measure), found: doubt.found, expected: doubt.expected };
    case 'result-of-above':
      return { measure: phrase(doubt.measure), above: phrase(doubt.above), text: excerpt(doubt.text) };
    case 'issue-number':
      return { text: excerpt(doubt.text), number: doubt.number };
    case 'text-not-taken':
    case 'paragraph-not-taken':
      return { text: excerpt(doubt.text, MOST) };
    case 'objects-not-taken':
      return { count: doubt.count };
    case 'part-missing':
      return { title: excerpt(doubt.title) };
    case 'year-unknown':
      return { year: doubt.year };
    case 'from-other-programme':
      return { programme: doubt.programme, due: language === 'th' ? thaiLongDate(doubt.due) : doubt.due };
    case 'headings-missing':
    case 'front-guessed':
      return {};
  }
}
