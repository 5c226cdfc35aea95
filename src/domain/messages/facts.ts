import type { DataProblem } from '../programme/data-problem.ts';
import {
  measureByKey,
  parseMeasureKey,
  type Measure,
  type MeasureKey,
  type Programme,
} from '../programme/programme.ts';
import type { AgencyCode } from '../programme/roster.ts';
import type { HostFaultReason } from '../diagnostics/host-fault.ts';
import type { KeptAnswer, Problem, Section, WhyNoPicture } from '../diagnostics/problem.ts';
import { bangkokTime, thaiLongDate } from '../text/dates.ts';
import { foldDigits, thaiDigits } from '../text/digits.ts';
import { withCommas } from '../text/with-commas.ts';
import { excerpt } from './excerpt.ts';
import { formatDigits } from './format-values.ts';
import { fill, type FaultReason, type Language, type Words } from './words.ts';

/** Facts as texts, by the names that templates use. */
export type Facts = Readonly<Record<string, string>>;

/** Looks up agency names; an unknown code is shown itself. */
export type AgencyNames = (code: AgencyCode) => string | undefined;

/** The words of one language and the names of agencies and measures. */
export interface Wording {
  readonly language: Language;
  readonly words: Words;
  readonly names: AgencyNames;
  /** Has the texts of measures; without it a measure is told by its numbers alone. */
  readonly programme?: Programme | undefined;
}

/** The facts of a problem, without its location and text. */
export function factsOf(problem: Problem, wording: Wording): Facts {
  const { words, names } = wording;
  const agency = (code: AgencyCode): string => names(code) ?? code;
  switch (problem.code) {
    case 'file-empty':
    case 'file-not-workbook':
    case 'file-encrypted':
    case 'file-rights-managed':
    case 'file-old-format':
    case 'file-lock-skipped':
    case 'file-archive-skipped':
    case 'file-table-skipped':
    case 'file-partial-skipped':
    case 'file-document-skipped':
    case 'file-of-office-skipped':
    case 'master-not-checked':
    case 'not-agency-workbook':
    case 'text-outside-measure':
    case 'text-outside-columns':
    case 'token-not-answer':
    case 'text-in-unknown-sheet':
    case 'text-in-shape':
    case 'text-on-page':
    case 'text-of-other-programme':
    case 'text-of-unknown-agency':
    case 'error-value':
    case 'formula-not-computed':
    case 'text-struck-out':
    case 'formats-missing':
    case 'picture-gone':
      return {};
    case 'picture-superseded':
      return { usedFile: problem.usedFile };
    case 'file-other-format':
      return { format: words.otherFormats[problem.format] };
    case 'file-damaged':
    case 'place-unreadable':
      return { damage: words.damages[problem.damage] };
    case 'sheet-unreadable':
      return {
        holds: words.unread[problem.holds],
        damage: words.damages[problem.damage],
        ofIssue:
          problem.issue === undefined
            ? ''
            : fill(words.phrases.ofIssue, {
                issue: counted(problem.issue.number, wording),
                title: problem.issue.title,
              }),
      };
    case 'file-crashed-reader':
      return { cause: words.crashes[problem.cause] };
    case 'file-unreadable':
      return { detail: reasonOf(problem.detail, words) };
    case 'file-took-too-long':
      return { seconds: counted(problem.seconds, wording) };
    case 'file-too-large':
    case 'sheet-too-large':
      return { limit: fill(words.limits[problem.limit], { most: counted(problem.most, wording) }) };
    case 'programme-differs':
      return {
        found: programmePhrase(problem.found, wording),
        expected: programmePhrase(problem.expected, wording),
      };
    case 'version-differs':
    case 'form-version-unknown':
      return { found: problem.found, expected: problem.expected };
    case 'carried-year-differs':
      return { programme: programmePhrase(problem.programme, wording), version: problem.version };
    case 'carried-year-unusable':
      return { programme: programmePhrase(problem.programme, wording), why: words.carriedFaults[problem.why] };
    case 'agency-unknown':
      // A workbook without any name of an agency.
      return { found: problem.found === '' ? '?' : problem.found };
    case 'row-identity-conflict':
      return { found: measuresPhrase(problem.found, wording) };
    case 'comment-not-answer':
      return { byAuthor: problem.author === undefined ? '' : fill(words.phrases.byAuthor, { author: problem.author }) };
    case 'object-not-carried':
      return {
        object: words.objects[problem.kind],
        named: problem.name === '' ? '' : fill(words.phrases.named, { name: problem.name }),
      };
    case 'picture-not-carried':
      return {
        named: problem.name === '' ? '' : fill(words.phrases.named, { name: problem.name }),
        why: whyNoPicture(problem.why, wording),
      };
    case 'agency-differs':
      return { found: agency(problem.found), named: agency(problem.named) };
    case 'sheet-of-another-agency':
      return { found: agency(problem.found), expected: agency(problem.expected) };
    case 'sheet-missing':
      return { issue: counted(problem.issue, wording), title: problem.title };
    case 'sheet-twice':
      return { issue: counted(problem.issue, wording), others: quotedList(problem.others, words) };
    case 'submission-superseded':
      return {
        ...supersededFacts(problem, wording),
        differences: counted(problem.differences.length, wording),
        rest:
          problem.keptParts.length === 0
            ? words.phrases.moveOut
            : fill(words.phrases.stillUsed, { parts: sectionsPhrase(problem.keptParts, wording) }),
      };
    case 'submission-repeated':
      return supersededFacts(problem, wording);
    case 'text-not-responsible':
    case 'text-in-sorted-row':
    case 'status-unknown':
    case 'measure-text-edited':
    case 'measure-by-text':
      return { measure: measurePhrase(problem.measure, wording) };
    case 'issue-gone':
      return {
        ...goneIssueFacts(problem, wording),
        measures: counted(problem.measures, wording),
        answered: counted(new Set(problem.answers.map(({ measure }) => measure)).size, wording),
      };
    case 'issue-gone-unanswered':
      return goneIssueFacts(problem, wording);
    case 'measure-gone': {
      const likely = problem.likely && measurePhrase(problem.likely, wording);
      return {
        measure: goneMeasurePhrase(problem, wording),
        likely: likely === undefined ? '' : fill(words.phrases.likelyNow, { measure: likely }),
      };
    }
    case 'measure-gone-unanswered':
      return { measure: goneMeasurePhrase(problem, wording) };
    case 'status-twice':
      return { measure: measurePhrase(problem.measure, wording), usedText: problem.usedText };
    case 'value-not-text':
      return { kind: words.kinds[problem.kind] };
  }
}

/** Why a picture is not passed on; read after "because". */
export function whyNoPicture(why: WhyNoPicture, wording: Wording): string {
  return fill(wording.words.pictures[why.reason], pictureFacts(why, wording));
}

function pictureFacts(why: WhyNoPicture, wording: Wording): Facts {
  if ('format' in why) return { format: wording.words.pictureFormats[why.format] };
  return 'most' in why ? { most: counted(why.most, wording) } : {};
}

/** The field in which a file differs from another, with its measure. */
export function differencePhrase({ field, measure }: KeptAnswer, wording: Wording): string {
  const { fields, phrases } = wording.words;
  return fields[field] + (measure ? fill(phrases.ofMeasure, { measure: measurePhrase(measure, wording) }) : '');
}

/** The facts of a problem in a data file. */
export function dataFactsOf(problem: DataProblem, { words }: Wording): Facts {
  switch (problem.code) {
    case 'data-syntax':
    case 'data-missing':
    case 'data-unknown-field':
      return {};
    case 'data-type':
      return { expected: words.types[problem.expected], found: problem.found };
    case 'data-rule':
      return { found: problem.found, rule: words.rules[problem.rule] };
    case 'data-duplicate':
      return { found: problem.found, first: problem.first };
    case 'party-unknown':
      return {
        found: problem.found,
        suggestion: problem.suggestion ? fill(words.phrases.suggestion, { name: problem.suggestion }) : '',
      };
  }
}

/** The reason and detail of a host's fault; see {@link HostFaultReason}. */
export interface HostFaultFacts {
  readonly reason: HostFaultReason;
  readonly detail: string;
}

/** The facts of a fault of a workbook's host. */
export function hostFactsOf({ reason, detail }: HostFaultFacts, { phrases }: Words): Facts {
  switch (reason) {
    case 'cell-in-edit':
    case 'protected':
    case 'read-only':
    case 'too-large':
    case 'timed-out':
    case 'session-lost':
    case 'no-cells-selected':
    case 'window-refused':
    case 'not-supported':
    case 'undo-not-supported':
    case 'rows-held':
      return {};
    case 'no-values':
    case 'sheet-gone':
      return { sheet: detail === '' ? phrases.someSheet : fill(phrases.inSheet, { sheet: detail }) };
    case 'text-changed':
      return { cell: detail === '' ? phrases.someCell : fill(phrases.inCell, { cell: detail }) };
    case 'failed':
      return { detail };
  }
}

/** The reason of a system error in words, from its code such as `ENOENT`. */
export function reasonOf(code: string, words: Words): string {
  return fill(words.faults.reasons[REASONS[code] ?? 'other'], { code });
}

const REASONS: Readonly<Record<string, FaultReason>> = {
  ENOENT: 'missing',
  EACCES: 'denied',
  EPERM: 'denied',
  EBUSY: 'busy',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EROFS: 'read-only',
  EISDIR: 'folder',
  ENOTDIR: 'not-folder',
  EEXIST: 'not-folder',
  ENAMETOOLONG: 'name-too-long',
  ENOTSUP: 'not-droppable',
};

function counted(number: number, { language }: Wording): string {
  return formatDigits(withCommas(number), language);
}

/** Most graphemes of a measure's text in a sentence. */
const MEASURE_EXCERPT = 40;

/**
 * A measure as its sheet shows it: by issue, printed number and the beginning of its text. Groups, whose numbering restarts, are on
 * no sheet; the text tells their measures apart.
 */
export function measurePhrase(key: MeasureKey, { language, words: { phrases }, programme }: Wording): string {
  const measure = programme && measureByKey(programme).get(key);
  if (measure !== undefined) return phraseOf(measure, language, phrases);
  const [issue = '', , ordinal = ''] = formatDigits(key, language).split('.');
  return fill(phrases.measure, { issue, ordinal });
}

/** Phrases of measures by language: each of thousands of remarks names its measure. */
const PHRASES = new WeakMap<Measure, Map<Language, string>>();

function phraseOf(measure: Measure, language: Language, phrases: Words['phrases']): string {
  const known = PHRASES.get(measure) ?? new Map<Language, string>();
  PHRASES.set(measure, known);
  const phrase = known.get(language) ?? phraseInFull(measure, language, phrases);
  known.set(language, phrase);
  return phrase;
}

function phraseInFull(measure: Measure, language: Language, phrases: Words['phrases']): string {
  const [issue = ''] = formatDigits(measure.key, language).split('.');
  const text = excerpt(measure.text, MEASURE_EXCERPT);
  const number = formatDigits(foldDigits(measure.printed ?? ''), language).replace(/\.$/, '');
  return number === ''
    ? fill(phrases.measureUnnumbered, { issue, text })
    : fill(phrases.measureInFull, { issue, ordinal: number, text });
}

function goneIssueFacts(
  { issue, title }: Extract<Problem, { readonly code: 'issue-gone' | 'issue-gone-unanswered' }>,
  wording: Wording,
): Facts {
  const titled = title === '' ? '' : fill(wording.words.phrases.named, { name: title });
  return { issue: counted(issue, wording), titled };
}

/** A measure that the programme does not have, by its issue and its words on the sheet. */
function goneMeasurePhrase(
  { measure, text }: Extract<Problem, { readonly code: 'measure-gone' | 'measure-gone-unanswered' }>,
  wording: Wording,
): string {
  const [issue = ''] = formatDigits(measure, wording.language).split('.');
  return text === ''
    ? measurePhrase(measure, wording)
    : fill(wording.words.phrases.measureUnnumbered, { issue, text: excerpt(text, MEASURE_EXCERPT) });
}

/** Measures by a list of their keys; what is no key stays as it is. */
function measuresPhrase(keys: string, wording: Wording): string {
  const phrases = keys.split(', ').map((key) => {
    const measure = parseMeasureKey(key);
    return measure === undefined ? key : measurePhrase(measure, wording);
  });
  return listPhrase(phrases, wording.words);
}

/** A programme by its year, which ends its id, such as `bma-2565`; by the id itself where that ends otherwise. */
export function programmePhrase(
  id: string,
  { language, words: { phrases } }: Pick<Wording, 'language' | 'words'>,
): string {
  const [, year] = /(?:^|\D)(2[45]\d\d)$/.exec(id) ?? [];
  return year === undefined
    ? fill(phrases.ofProgramme, { id })
    : fill(phrases.ofYear, { year: formatDigits(year, language) });
}

/** Items of a sentence, the last with “and”: `ก, ข และค`. In Thai a blank keeps it off what is no Thai word: `๑ และ ๒`. */
export function listPhrase(items: readonly string[], { phrases }: Words): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  const and = /[ก-๙]$/.test(phrases.listAnd) && !/^[ก-ฮเ-ไ]/.test(last) ? `${phrases.listAnd} ` : phrases.listAnd;
  return `${items.slice(0, -1).join(phrases.listComma)}${and}${last}`;
}

function quotedList(names: readonly string[], words: Words): string {
  return listPhrase(
    names.map((name) => `“${name}”`),
    words,
  );
}

/** Which parts of a file are not used, and which file is used instead. */
function supersededFacts(
  problem: Extract<Problem, { readonly code: 'submission-superseded' | 'submission-repeated' }>,
  wording: Wording,
): Facts {
  return {
    usedFile: problem.usedFile,
    usedSavedAt: problem.written
      ? timePhrase('writtenAt', problem.written.usedAt, wording)
      : timePhrase('savedAt', problem.usedSavedAt, wording),
    savedAt: problem.written
      ? timePhrase('writtenAt', problem.written.at, wording)
      : timePhrase('savedAt', problem.savedAt, wording),
    origin: problem.isOrigin ? wording.words.phrases.isOrigin : '',
    parts: sectionsPhrase(problem.parts, wording),
  };
}

/** Parts of a workbook, issues in order and three or more of them as a range: `ประเด็นที่ ๑-๗`. */
function sectionsPhrase(sections: readonly Section[], { language, words }: Wording): string {
  const issues = sections.filter((section) => section !== 'contact').toSorted((one, other) => one - other);
  const runs: number[][] = [];
  for (const issue of issues) {
    const run = runs.at(-1);
    if (run?.at(-1) === issue - 1) run.push(issue);
    else runs.push([issue]);
  }
  const ranges = runs.flatMap((run) => (run.length > 2 ? [`${run[0]}-${run.at(-1)}`] : run.map(String)));
  const numbers = listPhrase(
    ranges.map((range) => formatDigits(range, language)),
    words,
  );
  return listPhrase(
    [
      ...(numbers === '' ? [] : [fill(words.phrases.issuesNumbered, { issues: numbers })]),
      ...(sections.includes('contact') ? [words.phrases.contactPerson] : []),
    ],
    words,
  );
}

function timePhrase(
  phrase: 'savedAt' | 'writtenAt',
  instant: string | undefined,
  { language, words }: Wording,
): string {
  const local = instant === undefined ? undefined : bangkokTime(instant);
  if (local === undefined) return '';
  const [date = '', clock = ''] = local.split('T');
  const time =
    language === 'th'
      ? `${thaiLongDate(date)} ${thaiDigits(clock.slice(0, 5).replace(':', '.'))} น.`
      : `${date} ${clock.slice(0, 5)}`;
  return fill(words.phrases[phrase], { time });
}
