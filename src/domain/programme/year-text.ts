import { checksum } from '../text/checksum.ts';
import { issuesOf, measuresOf, type Programme } from './programme.ts';
import type { Agency } from './roster.ts';
import { parseYearData, rawYearData, type RawYearData, type YearData } from './year-data.ts';

/** Most characters of a year's data as a text: nine times those of 2565. */
export const MAX_YEAR_TEXT = 2 ** 18;

/**
 * Most of what takes time to read, in data that may come from a stranger: agencies and classes, measures with an agency each, and characters
 * of a text. Those of 2565 have a sixth of it or less.
 */
const MOST = { agencies: 500, classes: 100, assignments: 100_000, characters: 5_000 } as const;

/**
 * A year's data as a text that may go to everybody: without contacts, e-mail addresses, telephone numbers, who may change a folder,
 * and agencies of other years. The same data always give the same text.
 */
export function yearText(data: YearData): string {
  return JSON.stringify(sorted(rawYearData(publicYear(data))));
}

/**
 * A year's data without what concerns one agency and the office alone.
 * @internal
 */
export function publicYear({ programme, roster }: YearData): YearData {
  const { id, agencies, classes } = roster;
  return { programme, roster: { id, agencies: agencies.map(publicAgency), classes } };
}

/** The inverse of {@link yearText}; undefined for any other text. Never throws: the text may come from a stranger. */
export function parseYearText(text: string): YearData | undefined {
  if (text.length > MAX_YEAR_TEXT) return undefined;
  try {
    const raw = parseWithin(text);
    return isRaw(raw) ? parseYearData(raw).value : undefined;
  } catch {
    // No JSON, more than a year has, or nested so deep that the stack ends.
    return undefined;
  }
}

/** The value of a JSON text. @throws {SyntaxError} {@link RangeError} where it has more than a year has */
function parseWithin(text: string): unknown {
  let agencies = 0;
  let measures = 0;
  let classes = 0;
  const value: unknown = JSON.parse(text, (name, part: unknown) => {
    if (typeof part === 'string' && part.length > MOST.characters) throw new RangeError(name);
    const length = Array.isArray(part) ? part.length : 0;
    if (name === 'agencies') agencies = Math.max(agencies, length);
    if (name === 'classes') classes = Math.max(classes, length);
    if (name === 'measures') measures += length;
    return part;
  });
  const isWithin = agencies <= MOST.agencies && classes <= MOST.classes && measures * agencies <= MOST.assignments;
  if (!isWithin) throw new RangeError('agencies, classes or measures');
  return value;
}

const DIGESTS = new WeakMap<Programme['parts'], Pick<YearData, 'roster'> & { readonly digest: string }>();

/**
 * Tells data apart that make another form: a checksum of statuses, issues, measures, who is responsible and the agencies. Dates, rules
 * and what else a year has may change without another digest.
 */
export function yearDigest({ programme, roster }: YearData): string {
  const known = DIGESTS.get(programme.parts);
  if (known?.roster === roster) return known.digest;
  const digest = checksum(
    JSON.stringify([
      programme.statuses.map(({ id, label }) => [id, label]),
      issuesOf(programme).map(({ part, issue }) => [part.title, issue.number, issue.title, issue.sheetName]),
      measuresOf(programme).map(({ measure: { key, printed, text, responsible } }) => [
        key,
        printed,
        text,
        responsible.printed,
        responsible.agencies,
      ]),
      roster.agencies.map(({ code, name }) => [code, name]),
    ]),
  );
  DIGESTS.set(programme.parts, { roster, digest });
  return digest;
}

function publicAgency({ code, kind, name, aliases, due, from, until }: Agency): Agency {
  return {
    code,
    kind,
    name,
    aliases,
    ...(due === undefined ? {} : { due }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
}

/** The value with the fields of every object in the order of their names. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(fields.map(([name, field]) => [name, sorted(field)]));
}

function isRaw(raw: unknown): raw is RawYearData {
  return typeof raw === 'object' && raw !== null && 'programme' in raw && 'roster' in raw;
}
