import { cellName } from '../spreadsheet/address.ts';
import type { DataProblem } from '../programme/data-problem.ts';
import type { YearData } from '../programme/year-data.ts';
import type { MeasureKey, Programme } from '../programme/programme.ts';
import type { Roster } from '../programme/roster.ts';
import type { LibraryFaultReason } from '../diagnostics/library-fault.ts';
import type { KeptAnswer, Problem, ProblemLocation, WhyNoPicture } from '../diagnostics/problem.ts';
import { en } from './en/words.ts';
import {
  dataFactsOf,
  differencePhrase,
  factsOf,
  hostFactsOf,
  measurePhrase,
  reasonOf,
  whyNoPicture,
  type AgencyNames,
  type HostFaultFacts,
  type Wording,
} from './facts.ts';
import { functionsEn } from './en/functions.ts';
import { functionsTh } from './th/functions.ts';
import type { FunctionsWords } from './functions-words.ts';
import { paneEn } from './en/pane.ts';
import { paneTh } from './th/pane.ts';
import type { PaneWords } from './pane-words.ts';
import { sharingEn } from './en/sharing.ts';
import { sharingTh } from './th/sharing.ts';
import type { SharingWords } from './sharing-words.ts';
import { th } from './th/words.ts';
import { fill, type Language, type Template, type Words } from './words.ts';

/** A problem in words. */
export interface Message {
  /** File, sheet and cell, or the location in a data file; empty if unknown. */
  readonly where: string;
  /** What is the matter. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
}

const WORDS: Readonly<Record<Language, Words>> = { th, en };

/** The words of a language. */
export function wordsOf(language: Language): Words {
  return WORDS[language];
}

const FUNCTIONS_WORDS: Readonly<Record<Language, FunctionsWords>> = { th: functionsTh, en: functionsEn };

/** The custom functions' words of a language. */
export function functionsWordsOf(language: Language): FunctionsWords {
  return FUNCTIONS_WORDS[language];
}

const PANE_WORDS: Readonly<Record<Language, PaneWords>> = { th: paneTh, en: paneEn };

/** The pane's words of a language. */
export function paneWordsOf(language: Language): PaneWords {
  return PANE_WORDS[language];
}

const SHARING_WORDS: Readonly<Record<Language, SharingWords>> = { th: sharingTh, en: sharingEn };

/** A language's words for the shared folder. */
export function sharingWordsOf(language: Language): SharingWords {
  return SHARING_WORDS[language];
}

/** Names for the codes of a roster's agencies. */
export function agencyNames(roster: Roster): AgencyNames {
  const names = new Map(roster.agencies.map(({ code, name }) => [code, name]));
  return (code) => names.get(code);
}

/** To whom a problem is told, and with which names. */
export interface MessageContext {
  /** Names of agencies; one that it does not know is shown by its code. */
  readonly names?: AgencyNames;
  /** Has the texts of measures; without it a measure is told by its numbers alone. */
  readonly programme?: Programme;
  /** Who has to act: an agency in its own file, or by default the office that compiles the files of agencies. */
  readonly reader?: 'agency' | 'office';
}

/** What a programme and its roster let a message name, for a reader. */
export function messageContext(
  { programme, roster }: YearData,
  reader: NonNullable<MessageContext['reader']>,
): MessageContext {
  return { names: agencyNames(roster), programme, reader };
}

/** Describes a problem: what is the matter, and what its reader has to do. */
export function describeProblem(
  problem: Problem,
  language: Language,
  { names = () => undefined, programme, reader = 'office' }: MessageContext = {},
): Message {
  const words = WORDS[language];
  const wording: Wording = { language, words, names, programme };
  const { message, remedy } = words.problems[problem.code];
  const own = reader === 'agency' ? words.remediesOfAgency[problem.code] : undefined;
  const said = filled({ message, remedy: own ?? remedy }, factsOf(problem, wording));
  return { where: locationPhrase(problem, words), ...said };
}

/** The field, with its measure, in which a superseded file differs or of which an answer is kept. */
export function describeDifference(difference: KeptAnswer, language: Language): string {
  return differencePhrase(difference, { language, words: WORDS[language], names: () => undefined });
}

/** A measure by its place on the sheet and its text, as messages name it. */
export function describeMeasure(measure: MeasureKey, language: Language, { programme }: MessageContext): string {
  return measurePhrase(measure, { language, words: WORDS[language], names: () => undefined, programme });
}

/** Describes a problem of a data file; `file` is its name, if any. */
export function describeDataProblem(problem: DataProblem, language: Language, file?: string): Message {
  const wording: Wording = { language, words: WORDS[language], names: () => undefined };
  const template = wording.words.data[problem.code];
  const where = [
    locationPhrase(file === undefined ? {} : { file }, wording.words),
    dataLocation(problem, wording.words),
  ];
  return { where: where.filter(Boolean).join(' '), ...filled(template, dataFactsOf(problem, wording)) };
}

/** Describes a failure to read or write; `code` is the system's, such as `ENOENT`. */
export function describeFault(
  fault: { readonly action: 'read' | 'write'; readonly path: string; readonly code: string },
  language: Language,
): Message {
  const words = WORDS[language];
  const facts = { path: fault.path, reason: reasonOf(fault.code, words) };
  return { where: '', ...filled(words.faults[fault.action], facts) };
}

/** Why a picture is not taken; read after "because". */
export function describeWhyNoPicture(why: WhyNoPicture, language: Language): string {
  return whyNoPicture(why, { language, words: WORDS[language], names: () => undefined });
}

/** Describes a fault of the workbook's host; the message itself names the sheet or cell. */
export function describeHostFault(fault: HostFaultFacts, language: Language): Message {
  const words = WORDS[language];
  return { where: '', ...filled(words.hostFaults[fault.reason], hostFactsOf(fault, words)) };
}

/** Describes a fault of the shared folder; the message itself names the file or folder. */
export function describeLibraryFault(
  { reason, item, detail }: { readonly reason: LibraryFaultReason; readonly item: string; readonly detail: string },
  language: Language,
): Message {
  return { where: '', ...filled(SHARING_WORDS[language].faults[reason], { item, detail }) };
}

function filled(template: Template, facts: Readonly<Record<string, string>>): Template {
  return { message: fill(template.message, facts), remedy: fill(template.remedy, facts) };
}

/** File, sheet and cell in words; empty if unknown. */
export function locationPhrase({ file, sheet, cell }: ProblemLocation, { phrases }: Words): string {
  const parts = [
    file === undefined ? '' : fill(phrases.inFile, { file }),
    sheet === undefined ? '' : fill(phrases.inSheet, { sheet }),
    cell === undefined ? '' : fill(phrases.inCell, { cell: cellName(cell) }),
  ];
  return parts.filter(Boolean).join(' ');
}

function dataLocation(problem: DataProblem, { phrases }: Words): string {
  if (problem.code === 'data-syntax') {
    return fill(phrases.atLine, { line: String(problem.line), column: String(problem.column) });
  }
  return problem.path === '' ? '' : fill(phrases.atPath, { path: problem.path });
}
