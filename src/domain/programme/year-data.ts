import type { Parsed } from './data-problem.ts';
import { parseProgramme } from './parse-programme.ts';
import { parseRoster } from './parse-roster.ts';
import type { Programme } from './programme.ts';
import { resolveParty } from './responsibility.ts';
import { agenciesOfAllYears, rosterOfYear, type Agency, type Roster } from './roster.ts';

/** A fiscal year's programme with its agencies. */
export interface YearData {
  readonly programme: Programme;
  /** The agencies that report in the programme's year; others are set aside in `ofAllYears`. */
  readonly roster: Roster;
}

/** The data files of a year as values of JSON. */
export interface RawYearData {
  readonly programme: unknown;
  readonly roster: unknown;
}

/**
 * Parses a year's data from the values of its two data files; paths of problems begin with `programme` or `roster`.
 * Never throws. An unknown party is a problem, but the data remain usable.
 */
export function parseYearData(raw: RawYearData): Parsed<YearData> {
  const roster = parseRoster(raw.roster);
  const programme = roster.value && parseProgramme(raw.programme, roster.value);
  const problems = [...within('roster', roster.problems), ...within('programme', programme?.problems ?? [])];
  if (!roster.value || !programme?.value) return { problems };
  return { value: yearData(programme.value, roster.value), problems };
}

/** A programme with the agencies of its year, of a roster of several years. */
export function yearData(programme: Programme, roster: Roster): YearData {
  return { programme, roster: rosterOfYear(roster, programme.year) };
}

/**
 * A year's data in the form of its data files, which {@link parseYearData} reads. Agencies that a printed party alone
 * does not identify are listed beside it, and all agencies are in one list.
 */
export function rawYearData({ programme, roster }: YearData): RawYearData {
  const { id, classes } = roster;
  return {
    programme: rawProgramme(programme, roster),
    roster: { id, agencies: agenciesOfAllYears(roster), classes },
  };
}

/** ISO date by which an agency submits its workbook. */
export function dueOf({ due }: Pick<Programme, 'due'>, agency: Pick<Agency, 'due'>): string {
  return agency.due ?? due;
}

function rawProgramme(programme: Programme, roster: Roster): unknown {
  const parts = programme.parts.map((part) => ({
    ...part,
    issues: part.issues.map((issue) => ({
      ...issue,
      groups: issue.groups.map((group) => ({
        ...group,
        measures: group.measures.map(({ responsible: { printed, agencies }, ...measure }) => {
          const told = (resolveParty(roster, printed) ?? []).join() === agencies.join();
          return { ...measure, responsible: printed, ...(told ? {} : { agencies }) };
        }),
      })),
    })),
  }));
  return { ...programme, parts };
}

function within(file: keyof RawYearData, problems: Parsed<unknown>['problems']): Parsed<unknown>['problems'] {
  return problems.map((problem) =>
    'path' in problem
      ? {
          ...problem,
          path: joined(file, problem.path),
          ...('first' in problem ? { first: joined(file, problem.first) } : {}),
        }
      : problem,
  );
}

function joined(file: string, path: string): string {
  return path === '' ? file : `${file}.${path}`;
}
