import type { DataProblem, DataRule, DataType } from './data-problem.ts';

/** The result of a reader for an unusable value; the reason is among the problems. */
export const UNUSABLE = Symbol('unusable');

/**
 * Reads one value of a data file and adds its problems. `raw` comes from JSON, undefined if the value is missing;
 * `path` is its location, such as `parts[0].title`.
 */
export type Read<T> = (raw: unknown, path: string, problems: DataProblem[]) => T | typeof UNUSABLE;

/** Checks a value of the right type: returns it, or adds a problem and returns {@link UNUSABLE}. */
export type Check<T, U = T> = (value: T, path: string, problems: DataProblem[]) => U | typeof UNUSABLE;

/** A text that is not blank. */
export const text: Read<string> = (raw, path, problems) => {
  if (typeof raw !== 'string') return wrongType(raw, 'text', path, problems);
  return raw.trim() === '' ? brokenRule('not-empty', raw, path, problems) : raw;
};

/** A positive integer that increases with each reading: one reader for each list. */
export function risingNumber(): Read<number> {
  let last = 0;
  return (raw, path, problems) => {
    if (typeof raw !== 'number') return wrongType(raw, 'number', path, problems);
    if (!Number.isSafeInteger(raw) || raw <= last) return brokenRule('in-order', String(raw), path, problems);
    return (last = raw);
  };
}

/** A number for which `holds` is true. */
export function numberBy(rule: DataRule, holds: (value: number) => boolean): Read<number> {
  return (raw, path, problems) => {
    if (typeof raw !== 'number') return wrongType(raw, 'number', path, problems);
    return holds(raw) ? raw : brokenRule(rule, String(raw), path, problems);
  };
}

/** A non-empty list of items read by `item`. */
export function list<T>(item: Read<T>): Read<readonly T[]> {
  const items = anyList(item);
  return (raw, path, problems) =>
    Array.isArray(raw) && raw.length === 0 ? brokenRule('not-empty', '[]', path, problems) : items(raw, path, problems);
}

/** A list of items read by `item`, which may be empty. */
export function anyList<T>(item: Read<T>): Read<readonly T[]> {
  return (raw, path, problems) => {
    if (!Array.isArray(raw)) return wrongType(raw, 'list', path, problems);
    const items = raw.map((entry: unknown, index) => item(entry, `${path}[${index}]`, problems));
    return items.every(isUsable) ? items : UNUSABLE;
  };
}

/** The result type of an object of readers. */
type Fields<S> = { readonly [K in keyof S]: S[K] extends Read<infer T> ? T : never };

/** An object with exactly these fields. All fields are read, so that one error does not hide the next. */
export function object<S extends Readonly<Record<string, Read<unknown>>>>(shape: S): Read<Fields<S>> {
  return (raw, path, problems) => {
    if (!isObject(raw)) return wrongType(raw, 'object', path, problems);
    const at = (field: string) => (path === '' ? field : `${path}.${field}`);
    for (const field of Object.keys(raw)) {
      if (!Object.hasOwn(shape, field)) problems.push({ code: 'data-unknown-field', path: at(field) });
    }
    const fields = Object.entries(shape).map(
      ([field, read]) => [field, read(fieldOf(raw, field), at(field), problems)] as const,
    );
    return fields.every(([, value]) => value !== UNUSABLE) ? (Object.fromEntries(fields) as Fields<S>) : UNUSABLE;
  };
}

/** An optional field with a default. */
export function optional<T, F>(read: Read<T>, fallback: F): Read<T | F> {
  return (raw, path, problems) => (raw === undefined ? fallback : read(raw, path, problems));
}

/** Reads a value, then checks or converts it. */
export function checked<T, U = T>(read: Read<T>, ...checks: readonly [...Check<T>[], Check<T, U>]): Read<U> {
  return (raw, path, problems) => {
    let value: unknown = read(raw, path, problems);
    for (const check of checks as readonly Check<unknown, unknown>[]) {
      if (value !== UNUSABLE) value = check(value, path, problems);
    }
    return value as U | typeof UNUSABLE;
  };
}

/** A check that `holds`. */
export function follows(rule: DataRule, holds: (value: string) => boolean): Check<string> {
  return (value, path, problems) => (holds(value) ? value : brokenRule(rule, value, path, problems));
}

/** A fiscal year of the Buddhist era, such as 2565. */
export const buddhistYear: Read<number> = numberBy(
  'buddhist-year',
  (year) => Number.isInteger(year) && year >= 2400 && year <= 2700,
);

/** An existing ISO date, unlike `2022-02-30`. */
export const isoDate: Read<string> = checked(text, follows('iso-date', isDate));

/** ASCII letters, digits and hyphens, for file names and workbook identities. */
export const identifier: Read<string> = checked(
  text,
  follows('identifier', (id) => /^[A-Za-z0-9-]{1,64}$/.test(id)),
);

/** Checks that no earlier text has the same key: one check for each kind of name. */
export function distinct(keyOf: (value: string) => string): Check<string> {
  const seen = new Map<string, string>();
  return (value, path, problems) => {
    const first = seen.get(keyOf(value));
    if (first === undefined) seen.set(keyOf(value), path);
    else problems.push({ code: 'data-duplicate', path, found: value, first });
    return first === undefined ? value : UNUSABLE;
  };
}

/** The field of a raw object; undefined if there is none. */
export function fieldOf(raw: unknown, field: string): unknown {
  return isObject(raw) && Object.hasOwn(raw, field) ? raw[field] : undefined;
}

/** Adds the problem of a broken rule. */
export function brokenRule(rule: DataRule, found: string, path: string, problems: DataProblem[]): typeof UNUSABLE {
  problems.push({ code: 'data-rule', path, rule, found });
  return UNUSABLE;
}

/** The fields of a raw object; undefined if it is not an object. */
export function fieldsOf(raw: unknown): readonly (readonly [string, unknown])[] | undefined {
  return isObject(raw) ? Object.entries(raw) : undefined;
}

/** Adds the problem of a missing value or another type. */
export function wrongType(raw: unknown, expected: DataType, path: string, problems: DataProblem[]): typeof UNUSABLE {
  if (raw === undefined) problems.push({ code: 'data-missing', path });
  else problems.push({ code: 'data-type', path, expected, found: excerpt(raw) });
  return UNUSABLE;
}

/** A value as in the file; long ones are truncated, and objects and lists are empty. */
function excerpt(raw: unknown): string {
  if (Array.isArray(raw)) return raw.length === 0 ? '[]' : '[…]';
  if (isObject(raw)) return '{…}';
  const spelt = typeof raw === 'string' ? JSON.stringify(raw) : String(raw);
  return spelt.length > 40 ? `${spelt.slice(0, 39)}…` : spelt;
}

function isDate(iso: string): boolean {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : undefined;
  return date !== undefined && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
}

/** An object without its fields that have no value. */
export function withoutUndefined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Defined<T>;
}

/** Fields that may be undefined are optional. */
type Defined<T> = { readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  readonly [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

function isUsable<T>(value: T | typeof UNUSABLE): value is T {
  return value !== UNUSABLE;
}

function isObject(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}
