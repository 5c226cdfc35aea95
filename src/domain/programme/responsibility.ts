import { compareKey } from '../text/compare.ts';
import { editDistance } from './edit-distance.ts';
import { indexOf, type Named } from './roster-index.ts';
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

/** Separators between names in a list; keys have no spaces and line breaks. */
const SEPARATORS = /(?:,|;|\/|และ)*/y;

/**
 * Resolves a responsible party to agencies in roster order: a name, an alias, a whole class, or a list of them
 * separated by commas, "และ", spaces or line breaks. Undefined if any of it is unknown; ignores spacing and kind of
 * digits.
 */
export function resolveParty(roster: Roster, party: string): readonly AgencyCode[] | undefined {
  const { byName, names } = indexOf(roster);
  const key = compareKey(party);
  const whole = byName.get(key);
  if (whole) return whole.agencies;
  const codes: AgencyCode[] = [];
  for (let at = 0; at < key.length;) {
    SEPARATORS.lastIndex = at;
    if (at > 0) SEPARATORS.exec(key);
    const found = names.longestAt(key, SEPARATORS.lastIndex);
    if (found === undefined) return undefined;
    at = SEPARATORS.lastIndex + found.length;
    codes.push(...found.value.agencies);
  }
  return codes.length === 0 ? undefined : inRosterOrder(roster, codes);
}

/**
 * The nearest name of the roster, to suggest if {@link resolveParty} finds none; undefined if it differs in more than a
 * quarter of its characters.
 */
export function nearestParty(roster: Roster, party: string): string | undefined {
  const key = compareKey(party);
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
 * Whether a text by these agencies names all of them, so that their names need not be put before it. A whole class
 * counts only if all of it wrote the text: "ทุกหน่วยงาน" in the answer of one agency does not name that agency.
 */
export function namesItself(roster: Roster, text: string, codes: Iterable<AgencyCode>): boolean {
  const left = new Set(codes);
  const writers = new Set(left);
  for (const { agencies, wholeClass } of namesIn(roster, text)) {
    if (!wholeClass || agencies.every((code) => writers.has(code))) agencies.forEach((code) => left.delete(code));
  }
  return left.size === 0;
}

/**
 * The names of agencies in a document: whole classes by label, largest first, then others by name, in roster order,
 * separated by spaces with "และ" before the last. {@link resolveParty} parses it.
 */
export function nameAgencies(roster: Roster, codes: Iterable<AgencyCode>): string {
  const { byCode, labelled } = indexOf(roster);
  const left = new Set(inRosterOrder(roster, codes));
  const names = new Map<AgencyCode, string>();
  for (const { agencies, name } of labelled) {
    const [first] = agencies;
    if (first === undefined || agencies.length < 2 || !agencies.every((code) => left.has(code))) continue;
    names.set(first, name);
    agencies.forEach((code) => left.delete(code));
  }
  for (const code of left) names.set(code, byCode.get(code)?.name ?? code);
  return joined(inRosterOrder(roster, names.keys()).map((code) => names.get(code) ?? code));
}

function joined(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(' ')} และ${last}`;
}

/** Bullets and list numbers at the start of a key. */
const BULLETS = /^(?:[-–—•●▪·*]|\d{1,3}[.)]+(?!\d))*/;

/**
 * What a text names: agencies by name or alias anywhere, the longest first, so that a name inside another does not
 * count; whole classes by their names; a class's self-reference only at the start of the text, after any bullet.
 */
function namesIn(roster: Roster, text: string): readonly Named[] {
  const { bySelfReference, names } = indexOf(roster);
  const key = compareKey(text);
  const found = names.allIn(key).map(({ value }) => value);
  const beginning = key.replace(BULLETS, '');
  const self = [...bySelfReference].filter(([words]) => beginning.startsWith(words)).map(([, named]) => named);
  return [...found, ...self];
}
