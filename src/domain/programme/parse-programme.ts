import { compareKey } from '../text/compare.ts';
import { sheetNameProblem } from '../spreadsheet/sheet-name.ts';
import type { DataProblem, Parsed } from './data-problem.ts';
import {
  parseMeasureKey,
  STATUS_IDS,
  type Group,
  type Issue,
  type Measure,
  type MeasureKey,
  type Misprint,
  type Part,
  type Programme,
  type ReportFront,
  type Responsible,
  type StatusId,
  type TransmissionLetter,
} from './programme.ts';
import {
  anyList,
  brokenRule,
  buddhistYear,
  checked,
  distinct,
  fieldOf,
  follows,
  identifier,
  isoDate,
  list,
  object,
  optional,
  risingNumber,
  text,
  UNUSABLE,
  withoutUndefined,
  type Check,
  type Read,
} from './read-raw.ts';
import { findAgency, inRosterOrder, nearestParty, resolveParty } from './responsibility.ts';
import { readRuleSettings } from './read-rule-settings.ts';
import { rosterOfYear, type AgencyCode, type Roster } from './roster.ts';

/**
 * Parses a programme from the value of a data file (see `parseJson`), or returns all its problems. The file has the
 * form of {@link Programme}, but a measure's `responsible` is the printed text, which the roster resolves to agencies.
 * If the text is ambiguous, `agencies` beside it may list codes or names. Only agencies that report in the programme's
 * year are meant. Never throws. An unknown party is a problem,
 * but the programme remains usable: nobody is responsible then.
 */
export function parseProgramme(raw: unknown, roster: Roster): Parsed<Programme> {
  const problems: DataProblem[] = [];
  const year = fieldOf(raw, 'year');
  const ofYear = typeof year === 'number' ? rosterOfYear(roster, year) : roster;
  const programme = readProgramme(ofYear)(raw, '', problems);
  const usable = programme !== UNUSABLE && problems.every(({ code }) => code === 'party-unknown');
  return usable ? { value: programme, problems } : { problems };
}

function readProgramme(roster: Roster): Read<Programme> {
  const read = object({
    id: identifier,
    version: identifier,
    year: buddhistYear,
    title: text,
    organisation: text,
    due: isoDate,
    roster: checked(
      identifier,
      follows('same-roster', (id) => id === roster.id),
    ),
    statuses: readStatuses(),
    report: readReport,
    parts: list(readPart(roster)),
    rules: optional(readRuleSettings, undefined),
    retired: optional(list(readRetired), undefined),
  });
  return checked(read, withoutUndefined);
}

const readLetter: Read<TransmissionLetter> = object({
  number: text,
  from: list(text),
  date: text,
  subject: text,
  to: text,
  enclosures: list(text),
  body: list(text),
  closing: text,
  signature: list(text),
  contact: list(text),
});

const readReport: Read<ReportFront> = checked(
  object({
    cover: list(text),
    heading: text,
    introduction: list(text),
    asOf: text,
    compiledBy: list(text),
    letter: optional(readLetter, undefined),
  }),
  withoutUndefined,
);

function readStatuses(): Read<Programme['statuses']> {
  const id = checked(
    text,
    follows('one-of-statuses', isStatus),
    distinct((value) => value),
    (value) => value as StatusId,
  );
  const label = checked(text, distinct(compareKey));
  return checked(list(object({ id, label })), (statuses, path, problems) => {
    const missing = STATUS_IDS.filter((status) => statuses.every((entry) => entry.id !== status));
    for (const status of missing) brokenRule('one-of-statuses', status, path, problems);
    return missing.length === 0 ? statuses : UNUSABLE;
  });
}

function readPart(roster: Roster): Read<Part> {
  const number = risingNumber();
  const sheetName = checked(
    text,
    follows('sheet-name', (name) => sheetNameProblem(name) === undefined),
    // Excel ignores case in sheet names.
    distinct((name) => name.toLowerCase()),
  );
  const key = distinct((value) => value);
  const issue: Read<Issue> = (raw, path, problems) => {
    const groups = list(readGroup(roster, key, fieldOf(raw, 'number')));
    const indicator = object({ id: identifier, title: text });
    return object({ number, title: text, sheetName, indicator, groups })(raw, path, problems);
  };
  return object({
    id: checked(
      identifier,
      distinct((id) => id),
    ),
    title: text,
    issues: list(issue),
  });
}

function readGroup(roster: Roster, newKey: Check<string>, issue: unknown): Read<Group> {
  const number = risingNumber();
  return (raw, path, problems) => {
    const key = checked(text, newKey, startsWithNumbersOf(issue, fieldOf(raw, 'number')));
    return object({ number, measures: list(readMeasure(roster, key)) })(raw, path, problems);
  };
}

/**
 * Checks that a key begins with the numbers of its issue and group. Ordinals need not rise: a measure that is moved within its
 * group keeps its key, and its answers.
 */
function startsWithNumbersOf(issue: unknown, group: unknown): Check<string, MeasureKey> {
  return (value, path, problems) => {
    const key = parseMeasureKey(value);
    const [ofIssue, ofGroup] = value.split('.').map(Number);
    return key === undefined || ofIssue !== issue || ofGroup !== group
      ? brokenRule('in-order', value, path, problems)
      : key;
  };
}

const readRetired: Read<MeasureKey> = checked(
  text,
  (value, path, problems) => parseMeasureKey(value) ?? brokenRule('measure-key', value, path, problems),
);

function readMeasure(roster: Roster, key: Read<MeasureKey>): Read<Measure> {
  const party = readParty(roster);
  const found: Read<Responsible> = checked(text, (printed, path, problems) => {
    const agencies = party(printed, path, problems);
    return agencies === UNUSABLE ? UNUSABLE : { printed, agencies };
  });
  const given: Read<Responsible> = checked(text, (printed) => ({ printed, agencies: [] }));
  return (raw, path, problems) => {
    const measure = object({
      key,
      printed: optional(text, undefined),
      text,
      responsible: fieldOf(raw, 'agencies') === undefined ? found : given,
      agencies: optional(list(party), undefined),
      misprints: optional(anyList(readMisprint), []),
      asks: optional(text, undefined),
      hint: optional(text, undefined),
    })(raw, path, problems);
    if (measure === UNUSABLE) return UNUSABLE;
    const { agencies, responsible, ...rest } = measure;
    return {
      ...withoutUndefined(rest),
      responsible: agencies ? { ...responsible, agencies: inRosterOrder(roster, agencies.flat()) } : responsible,
    };
  };
}

/** Problems of a file for which names are suggested: after so many the roster is the wrong one, and a search for each takes long. */
const SUGGESTIONS = 50;

/** Reads agencies by names, a code, or a class. An unknown party is a problem and no agency. */
function readParty(roster: Roster): Read<readonly AgencyCode[]> {
  return checked(text, (found, path, problems) => {
    const agency = findAgency(roster, found);
    const agencies = agency ? [agency.code] : resolveParty(roster, found);
    if (agencies) return agencies;
    const suggestion = problems.length < SUGGESTIONS ? nearestParty(roster, found) : undefined;
    problems.push({ code: 'party-unknown', path, found, ...(suggestion === undefined ? {} : { suggestion }) });
    return [];
  });
}

const readMisprint: Read<Misprint> = checked(
  object({ field: checked(text, knownField), printed: text, likely: text, note: optional(text, undefined) }),
  withoutUndefined,
);

function knownField(field: string, path: string, problems: DataProblem[]): Misprint['field'] | typeof UNUSABLE {
  if (field === 'text' || field === 'responsible') return field;
  problems.push({ code: 'data-unknown-field', path });
  return UNUSABLE;
}

function isStatus(id: string): boolean {
  return (STATUS_IDS as readonly string[]).includes(id);
}
