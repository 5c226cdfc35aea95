import { moveYears } from '../text/move-years.ts';
import type { DataProblem } from './data-problem.ts';
import type { Agency } from './roster.ts';
import { parseYearData, rawYearData, type YearData } from './year-data.ts';

/** The data of another fiscal year, as far as they follow from this year's, and what a person has to look at. */
export interface MovedYear {
  readonly data: YearData;
  /** What differs from this year's data, in the order of the data files. */
  readonly changes: readonly MovedValue[];
  readonly doubts: readonly YearDoubt[];
  /** Parties that nobody is any more. */
  readonly problems: readonly DataProblem[];
}

/** A value that was changed. `path` is its location, such as `programme.report.cover[5]`. */
export interface MovedValue {
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

/** What was left, and a person may have to change. */
export type YearDoubt =
  /** A text of a part, an issue or a measure that tells the year; moved it would read as `suggestion`. */
  | { readonly code: 'year-in-measure'; readonly path: string; readonly text: string; readonly suggestion: string }
  /** Years in a text around the tables that may mean something that does not move. */
  | { readonly code: 'year-left'; readonly path: string; readonly text: string; readonly years: readonly string[] }
  /** A last day that is a Saturday or a Sunday. */
  | { readonly code: 'due-on-weekend'; readonly path: string; readonly date: string }
  /** The same of an agency's own last day. */
  | { readonly code: 'own-due-on-weekend'; readonly path: string; readonly date: string; readonly name: string }
  | { readonly code: 'agency-joins' | 'agency-leaves'; readonly agency: Agency };

/**
 * Next year's data from this year's: the same measures and the same roster, of which those agencies report that do in that year. Id, year, last
 * days and the texts around the tables move by one year; measures are left as they are, for they are decided anew every year.
 */
export function nextYear(data: YearData): MovedYear {
  return inYear(data, data.programme.year + 1);
}

/** The data of another fiscal year from this year's, as {@link nextYear} makes them. */
export function inYear(data: YearData, year: number): MovedYear {
  const mover = new Mover(data.programme.year, year);
  const raw = rawYearData(data);
  const moved = { programme: mover.programme(raw.programme), roster: mover.roster(raw.roster) };
  const { value, problems } = parseYearData(moved);
  if (!value) throw new Error(`the data of the other year are broken: ${JSON.stringify(problems)}`);
  return { data: value, changes: mover.changes, doubts: [...mover.doubts, ...agencyDoubts(data, value)], problems };
}

type RawObject = Readonly<Record<string, unknown>>;

/** Moves the values of the data files to another year, and remembers what it changed and what it left. */
class Mover {
  readonly changes: MovedValue[] = [];
  readonly doubts: YearDoubt[] = [];

  readonly #year: number;
  readonly #next: number;

  constructor(year: number, next: number) {
    this.#year = year;
    this.#next = next;
  }

  programme(raw: unknown): unknown {
    const programme = raw as RawObject;
    const at = (field: string): string => `programme.${field}`;
    return {
      ...programme,
      id: this.#id(String(programme.id), at('id')),
      version: this.#changed(String(programme.version), '1', at('version')),
      year: Number(this.#changed(String(this.#year), String(this.#next), at('year'))),
      title: this.#moved(programme.title, at('title')),
      due: this.#due(String(programme.due), at('due')),
      roster: this.#rosterId(String(programme.roster), at('roster')),
      report: this.#moved(programme.report, at('report')),
      parts: this.#left(programme.parts, at('parts')),
    };
  }

  roster(raw: unknown): unknown {
    const roster = raw as RawObject & { readonly agencies: readonly RawObject[] };
    return {
      ...roster,
      id: this.#rosterId(String(roster.id), 'roster.id'),
      agencies: roster.agencies.map((agency, index) =>
        typeof agency.due === 'string'
          ? { ...agency, due: this.#due(agency.due, `roster.agencies[${index}].due`, String(agency.name)) }
          : agency,
      ),
    };
  }

  #changed(from: string, to: string, path: string): string {
    if (from !== to) this.changes.push({ path, from, to });
    return to;
  }

  /** An id that names its year; one that does not is told apart by the year at its end. */
  #id(id: string, path: string): string {
    const moved = this.#yearOfId(id);
    const isToldApart = moved !== id || this.#next === this.#year;
    return this.#changed(id, isToldApart ? moved : `${id.slice(0, MOST_OF_ID)}-${this.#next}`, path);
  }

  /** A roster that does not name a year is one for several. */
  #rosterId(id: string, path: string): string {
    return this.#changed(id, this.#yearOfId(id), path);
  }

  #yearOfId(id: string): string {
    return id.replace(/\d+/g, (digits) => (digits === String(this.#year) ? String(this.#next) : digits));
  }

  /** A last day; `name` is that of the agency whose own it is. */
  #due(due: string, path: string, name?: string): string {
    const date = this.#changed(due, yearsLater(due, this.#next - this.#year), path);
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    if (weekday === 0 || weekday === 6) {
      const own = name === undefined ? undefined : ({ code: 'own-due-on-weekend', path, date, name } as const);
      this.doubts.push(own ?? { code: 'due-on-weekend', path, date });
    }
    return date;
  }

  /** Moves the years of every text in a value. */
  #moved(value: unknown, path: string): unknown {
    return eachText(value, path, (text, at) => {
      const { text: moved, left } = moveYears(text, this.#year, this.#next - this.#year);
      if (left.length > 0) this.doubts.push({ code: 'year-left', path: at, text: moved, years: left });
      return this.#changed(text, moved, at);
    });
  }

  /** Tells the texts in a value that have a year, and leaves them. */
  #left(value: unknown, path: string): unknown {
    return eachText(value, path, (text, at) => {
      const { text: suggestion, left } = moveYears(text, this.#year, this.#next - this.#year);
      if (suggestion !== text) this.doubts.push({ code: 'year-in-measure', path: at, text, suggestion });
      else if (left.length > 0) this.doubts.push({ code: 'year-left', path: at, text, years: left });
      return text;
    });
  }
}

/** An id has at most 64 characters, and gets a hyphen and a year. */
const MOST_OF_ID = 59;

/** A value of JSON with every text in it replaced, in the order of the data. */
function eachText(value: unknown, path: string, replace: (text: string, path: string) => string): unknown {
  if (typeof value === 'string') return replace(value, path);
  if (Array.isArray(value)) return value.map((item: unknown, index) => eachText(item, `${path}[${index}]`, replace));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, item]) => [field, eachText(item, `${path}.${field}`, replace)]),
  );
}

/** The same day of a later year; 28 February instead of a 29th. */
function yearsLater(date: string, by: number): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const moved = `${String(Number(year) + by).padStart(4, '0')}-${month}-`;
  return moved + (month === '02' && day === '29' && by !== 0 ? '28' : day);
}

function agencyDoubts({ roster }: YearData, next: YearData): readonly YearDoubt[] {
  const before = new Set(roster.agencies.map(({ code }) => code));
  const after = new Set(next.roster.agencies.map(({ code }) => code));
  return [
    ...next.roster.agencies
      .filter(({ code }) => !before.has(code))
      .map((agency): YearDoubt => ({ code: 'agency-joins', agency })),
    ...roster.agencies
      .filter(({ code }) => !after.has(code))
      .map((agency): YearDoubt => ({ code: 'agency-leaves', agency })),
  ];
}
