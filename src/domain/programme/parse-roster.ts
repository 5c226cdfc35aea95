import { compareKey } from '../text/compare.ts';
import type { DataProblem, Parsed } from './data-problem.ts';
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
  text,
  UNUSABLE,
  withoutUndefined,
  type Check,
  type Read,
} from './read-raw.ts';
import type { Agency, AgencyClass, AgencyCode, Roster } from './roster.ts';

/**
 * Parses a roster from the value of a data file (see `parseJson`), or returns all its problems. Never throws. There is
 * a value only if there are no problems.
 */
export function parseRoster(raw: unknown): Parsed<Roster> {
  const problems: DataProblem[] = [];
  const roster = readRoster(raw)(raw, '', problems);
  return roster === UNUSABLE || problems.length > 0 ? { problems } : { value: roster, problems };
}

function readRoster(raw: unknown): Read<Roster> {
  const name = checked(text, meansOne());
  const agency = readAgency(name);
  return object({
    id: identifier,
    agencies: list(agency),
    classes: anyList(readClass(name, kindsOf(raw))),
  });
}

function readAgency(name: Read<string>): Read<Agency> {
  const code = checked(
    text,
    follows('agency-code', (value) => /^\d{2,8}$/.test(value)),
    distinct((value) => value),
    (value) => value as AgencyCode,
  );
  const recipient = checked(
    text,
    follows('recipient', (value) => /^[^\s@]+@[^\s@]+$|^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value)),
  );
  const email = checked(
    text,
    follows('email', (value) => /^[^\s@]+@[^\s@]+$/.test(value)),
  );
  const fields = object({
    code,
    kind: identifier,
    name,
    aliases: optional(anyList(name), []),
    sharedWith: optional(list(recipient), undefined),
    contact: optional(text, undefined),
    email: optional(email, undefined),
    phone: optional(text, undefined),
    due: optional(isoDate, undefined),
    from: optional(buddhistYear, undefined),
    until: optional(buddhistYear, undefined),
  });
  return checked(fields, yearsInOrder, withoutUndefined);
}

function readClass(name: Read<string>, kinds: ReadonlySet<unknown>): Read<AgencyClass> {
  const kind = checked(
    text,
    follows('agency-kind', (value) => kinds.has(value)),
  );
  const someKinds = list(kind);
  const fields = object({
    id: checked(
      identifier,
      distinct((id) => id),
    ),
    kinds: (value, path, problems) => (value === '*' ? value : someKinds(value, path, problems)),
    label: optional(text, undefined),
    partLabel: optional(text, undefined),
    names: list(name),
    selfReference: optional(anyList(text), undefined),
  } satisfies Record<string, Read<unknown>>);
  return checked(fields, withoutUndefined);
}

/** Checks that an agency's last year is not before its first. */
function yearsInOrder<T extends { readonly from: number | undefined; readonly until: number | undefined }>(
  agency: T,
  path: string,
  problems: DataProblem[],
): T | typeof UNUSABLE {
  const { from, until } = agency;
  return from !== undefined && until !== undefined && until < from
    ? brokenRule('last-year-after-first', String(until), `${path}.until`, problems)
    : agency;
}

/** The kinds of the agencies, as far as they can be read. */
function kindsOf(raw: unknown): ReadonlySet<unknown> {
  const agencies = fieldOf(raw, 'agencies');
  return new Set(Array.isArray(agencies) ? agencies.map((agency: unknown) => fieldOf(agency, 'kind')) : []);
}

/**
 * Checks that a name means only one agency or class, ignoring spacing and kind of digits. Within one agency several
 * spacings of a name may be listed, each once.
 */
function meansOne(): Check<string> {
  const seen = new Map<string, { readonly path: string; readonly spellings: Set<string> }>();
  return (value, path, problems) => {
    const first = seen.get(compareKey(value));
    if (first && (ownerOf(first.path) !== ownerOf(path) || first.spellings.has(value))) {
      problems.push({ code: 'data-duplicate', path, found: value, first: first.path });
      return UNUSABLE;
    }
    if (compareKey(value) === '') return brokenRule('not-empty', value, path, problems);
    if (first) first.spellings.add(value);
    else seen.set(compareKey(value), { path, spellings: new Set([value]) });
    return value;
  };
}

/** `agencies[3]` of `agencies[3].aliases[0]`. */
function ownerOf(path: string): string {
  return path.split('.')[0] ?? path;
}
