import { compareKey } from '../text/compare.ts';
import { foldDigits } from '../text/digits.ts';
import type { Span } from '../text/edits.ts';
import { editDistance } from './edit-distance.ts';
import { NameTrie } from './name-trie.ts';
import type { Roster } from './roster.ts';

/** A range of a text that is a misspelt agency name. */
export interface MisspeltAgency extends Span {
  /** The probable name, as in the roster. */
  readonly name: string;
}

/** Characters at the start of a name that must match. */
const HEAD = 4;

/** One misspelling for so many characters is allowed, counted from where the name differs from all others. */
const CHARACTERS_PER_SLIP = 6;
const MOST_SLIPS = 2;

/** What people write before the name of a district, of its office or its director. `เขต` alone begins other words too. */
const OTHER_HEADS: readonly (readonly [head: string, others: readonly string[]])[] = [
  ['สำนักงานเขต', ['ผู้อำนวยการเขต', 'ผอ.เขต', 'สนข.']],
];

/** A roster's names indexed for approximate lookup, by the keys of `compareKey`. */
interface Names {
  /** Finds possible starts of names. */
  readonly heads: RegExp;
  /** Every name and alias with the name it means; `isRight` unless it is a misspelling. */
  readonly known: NameTrie<{ readonly name: string; readonly isRight: boolean }>;
}

const NAMES = new WeakMap<Roster, Names>();

/**
 * Finds misspelt agency names in a text: aliases that differ from the name in at most a quarter of it, and texts that
 * are no name but nearly one. Spaces in a name are ignored.
 */
export function misspeltAgenciesIn(roster: Roster, text: string): readonly MisspeltAgency[] {
  const { heads, known } = namesOf(roster);
  const key = foldDigits(text).replace(UNSEEN, '');
  const found: MisspeltAgency[] = [];
  let locationOf: ((at: number) => number) | undefined;
  let done = 0;
  for (const { index } of key.matchAll(heads)) {
    if (index < done) continue;
    const exact = known.longestAt(key, index);
    const match = exact ?? known.nearestAt(key, index, HEAD);
    if (match === undefined) continue;
    done = index + match.length;
    if (exact?.value.isRight) continue;
    locationOf ??= locationsIn(text);
    found.push({ start: locationOf(index), end: locationOf(done - 1) + 1, name: match.value.name });
  }
  return found;
}

/** What the comparison key of a text lacks. */
const UNSEEN = /[\s\u00ad\u200b-\u200f\u2060\ufeff]+/g;

/** Tells where characters of a text's key stand in the text; they are asked for from start to end. */
function locationsIn(text: string): (at: number) => number {
  const unseen = text.matchAll(UNSEEN);
  let next = unseen.next();
  let passed = 0;
  return (at) => {
    while (next.done !== true && next.value.index <= at + passed) {
      passed += next.value[0].length;
      next = unseen.next();
    }
    return at + passed;
  };
}

function namesOf(roster: Roster): Names {
  const known = NAMES.get(roster);
  if (known) return known;
  const names = makeNames(roster);
  NAMES.set(roster, names);
  return names;
}

function makeNames({ agencies }: Roster): Names {
  const known: Names['known'] = new NameTrie();
  const official = agencies.map(({ name }) => ({ key: compareKey(name), name }));
  const aliases = agencies.flatMap(({ name, aliases }) => aliases.map((alias) => ({ key: compareKey(alias), name })));
  const keys = [...official, ...aliases].map(({ key }) => key).filter((key) => key !== '');
  for (const { key, name } of official) {
    const slips = slipsOf(key, keys);
    for (const spelling of [key, ...withOtherHeads(key)]) known.add(spelling, { name, isRight: true }, slips);
  }
  for (const { key, name } of aliases) known.add(key, { name, isRight: !isSlip(key, compareKey(name)) }, 0);
  const spellings = keys.flatMap((key) => [key, ...withOtherHeads(key)]);
  const heads = new Set(spellings.map((key) => key.slice(0, HEAD).replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)));
  return { heads: new RegExp(heads.size === 0 ? '(?!)' : [...heads].join('|'), 'g'), known };
}

function withOtherHeads(key: string): readonly string[] {
  return OTHER_HEADS.flatMap(([head, others]) =>
    key.startsWith(head) ? others.map((other) => other + key.slice(head.length)) : [],
  );
}

/** Whether an alias is a misspelt name, not a short form or the name with its department. */
function isSlip(alias: string, name: string): boolean {
  return !alias.startsWith(name) && !name.startsWith(alias) && editDistance(alias, name) <= name.length / 4;
}

/** How many characters of a name may differ; 0 for a name that is little more than the start of another. */
function slipsOf(key: string, keys: readonly string[]): number {
  const shared = Math.max(0, ...keys.filter((other) => other !== key).map((other) => sharedLength(key, other)));
  const own = key.length - shared;
  return own < 1 ? 0 : Math.min(MOST_SLIPS, Math.max(1, Math.floor(own / CHARACTERS_PER_SLIP)));
}

function sharedLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}
