import { compareKey } from '../text/compare.ts';
import { editDistance } from './edit-distance.ts';
import { indexOf, type Named, type RosterIndex } from './roster-index.ts';
import type { Agency, AgencyCode, Roster } from './roster.ts';

/** The agencies by their codes, in the order of the roster. */
export function agencyByCode(roster: Roster): ReadonlyMap<AgencyCode, Agency> {
  return indexOf(roster).byCode;
}

/** Finds an agency by code, name or alias, ignoring spacing and kind of digits. */
export function findAgency(roster: Roster, nameOrCode: string): Agency | undefined {
  return indexOf(roster).byKey.get(compareKey(nameOrCode));
}

/** Sorts agencies in roster order, without duplicates. */
export function inRosterOrder(roster: Roster, codes: Iterable<AgencyCode>): readonly AgencyCode[] {
  const { ranks } = indexOf(roster);
  const known = [...new Set(codes)].flatMap((code) => {
    const rank = ranks.get(code);
    return rank === undefined ? [] : [{ code, rank }];
  });
  return known.sort((one, other) => one.rank - other.rank).map(({ code }) => code);
}

/**
 * Resolves a responsible party to agencies in roster order: a name, an alias, a whole class, most of a class with those
 * that are left out, or a list of them separated by commas, "และ", spaces or line breaks. Undefined if any of it is
 * unknown; ignores spacing and kind of digits.
 */
export function resolveParty(roster: Roster, party: string): readonly AgencyCode[] | undefined {
  const key = compareKey(party);
  const whole = indexOf(roster).byName.get(key);
  if (whole) return whole.agencies;
  const list = listAt({ index: indexOf(roster), key, known: new Map() }, 0);
  return list?.end === key.length && list.codes.length > 0 ? inRosterOrder(roster, list.codes) : undefined;
}

/** Agencies that a key names, and where the names end. */
interface NamedUntil {
  readonly codes: readonly AgencyCode[];
  readonly end: number;
}

/** A key that is being read. */
interface Reading {
  readonly index: RosterIndex;
  readonly key: string;
  /** The lists that were read, by where they begin: several classes may have one label. */
  readonly known: Map<number, NamedUntil | undefined>;
}

/** Separators between names in a list; keys have no spaces and line breaks. */
const SEPARATORS = /(?:,|;|\/|และ)*/y;

/** The list of names at a position, up to a closing parenthesis or the end; undefined if any of it is unknown. */
function listAt(reading: Reading, start: number): NamedUntil | undefined {
  const { known } = reading;
  if (!known.has(start)) known.set(start, readList(reading, start));
  return known.get(start);
}

function readList(reading: Reading, start: number): NamedUntil | undefined {
  const { index, key } = reading;
  const named = new Set<readonly AgencyCode[]>();
  let at = start;
  while (at < key.length && key[at] !== ')') {
    SEPARATORS.lastIndex = at;
    if (at > start) SEPARATORS.exec(key);
    const next = SEPARATORS.lastIndex;
    const found = partAt(reading, next) ?? nameAt(index, key, next);
    if (found === undefined) return undefined;
    named.add(found.codes);
    at = found.end;
  }
  return { codes: [...named].flat(), end: at };
}

function nameAt({ names }: RosterIndex, key: string, at: number): NamedUntil | undefined {
  const found = names.longestAt(key, at);
  return found && { codes: found.value.agencies, end: at + found.length };
}

/** Most of a class at a position, as `nameAgencies` writes it: the number must be right, where the label has one. */
function partAt(reading: Reading, at: number): NamedUntil | undefined {
  const { index, key } = reading;
  for (const { opening, agencies } of index.partLabelled) {
    opening.lastIndex = at;
    const opened = opening.exec(key);
    const left = opened && listAt(reading, opening.lastIndex);
    if (!left || key[left.end] !== ')') continue;
    const leftOut = new Set(left.codes);
    const codes = agencies.filter((code) => !leftOut.has(code));
    const count = opened.groups?.count;
    if (count === undefined || Number(count) === codes.length) return { codes, end: left.end + 1 };
  }
  return undefined;
}

/** Characters of a text that may be a misspelt name; comparing takes as long as both are together. */
const LONGEST_NAME = 100;

/**
 * The nearest name of the roster, to suggest if {@link resolveParty} finds none; undefined if it differs in more than a
 * quarter of its characters.
 */
export function nearestParty(roster: Roster, party: string): string | undefined {
  const key = compareKey(party);
  if (key.length > LONGEST_NAME) return undefined;
  let nearest: { readonly name: string; readonly distance: number } | undefined;
  for (const [candidate, { name }] of indexOf(roster).byName) {
    const near = Math.ceil(candidate.length / 4);
    if (Math.abs(candidate.length - key.length) > near) continue;
    const distance = editDistance(key, candidate);
    if (distance <= near && distance < (nearest?.distance ?? Infinity)) nearest = { name, distance };
  }
  return nearest?.name;
}

/**
 * Whether a text by these agencies names all of them, so that their names need not be put before it: by name or alias anywhere, the
 * longest first, so that a name inside another does not count; by the name of a whole class; by a class's self-reference at the start of
 * the text, after any bullet. A whole class counts only if all of it wrote the text: "ทุกหน่วยงาน" in the answer of one agency does not
 * name that agency.
 */
export function namesItself(roster: Roster, text: string, codes: Iterable<AgencyCode>): boolean {
  const { bySelfReference, names } = indexOf(roster);
  const writers = new Set(codes);
  const left = new Set(writers);
  const isByAll = ({ agencies }: Named): boolean => agencies.every((code) => writers.has(code));
  for (const { value } of names.allIn(isPlain(text) ? text : compareKey(text))) {
    if (!value.wholeClass || isByAll(value)) value.agencies.forEach((code) => left.delete(code));
  }
  const ofAll = [...bySelfReference].filter(([, named]) => isByAll(named));
  if (left.size > 0 && ofAll.length > 0) {
    const beginning = compareKey(text).replace(BULLETS, '');
    for (const [words, { agencies }] of ofAll) {
      if (beginning.startsWith(words)) agencies.forEach((code) => left.delete(code));
    }
  }
  return left.size === 0;
}

/** Whether a text differs from its key in nothing but white space and digits, so that names are found in it as in the key. */
function isPlain(text: string): boolean {
  return !/[\u00ad\u200b-\u200f\u2060]|\u0e4d|เ\s*เ/.test(text);
}

/** Bullets and list numbers at the start of a key. */
const BULLETS = /^(?:[-–—•●▪·*]|\d{1,3}[.)]+(?!\d))*/;
