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
  /** Finds possible starts of names in texts. */
  readonly heads: RegExp;
  /** Matches as much of a text as a name may take. */
  readonly ahead: RegExp;
  /** Every name and alias with the name it means; `isRight` unless it is a misspelling. */
  readonly known: NameTrie<{ readonly name: string; readonly isRight: boolean }>;
}

const NAMES = new WeakMap<Roster, Names>();

/** Characters that a key lacks, and others. */
const UNSEEN = String.raw`[\s\u00ad\u200b-\u200f\u2060\ufeff]`;
const SEEN = UNSEEN.replace('[', '[^');
const IS_UNSEEN = new RegExp(UNSEEN);
const EACH_UNSEEN = new RegExp(`${UNSEEN}+`, 'g');

/**
 * Finds misspelt agency names in a text: aliases that differ from the name in at most a quarter of it, and texts that
 * are no name but nearly one. Spaces in a name are ignored.
 */
export function misspeltAgenciesIn(roster: Roster, text: string): readonly MisspeltAgency[] {
  const { heads, ahead, known } = namesOf(roster);
  const folded = foldDigits(text);
  const found: MisspeltAgency[] = [];
  let done = 0;
  for (const { index } of folded.matchAll(heads)) {
    if (index < done) continue;
    ahead.lastIndex = index;
    const [written = ''] = ahead.exec(folded) ?? [];
    const key = written.replace(EACH_UNSEEN, '');
    const exact = known.longestAt(key, 0);
    const match = exact ?? known.nearestAt(key, 0, HEAD);
    if (match === undefined) continue;
    done = index + lengthIn(written, match.length);
    if (exact?.value.isRight !== true) found.push({ start: index, end: done, name: match.value.name });
  }
  return found;
}

/** The length in a text of so many characters of its key. */
function lengthIn(text: string, count: number): number {
  let end = 0;
  for (let left = count; left > 0 && end < text.length; end += 1) if (!IS_UNSEEN.test(text.charAt(end))) left -= 1;
  return end;
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
  const heads = new Set(spellings.map((key) => key.slice(0, HEAD)));
  const longest = Math.max(0, ...spellings.map(({ length }) => length)) + MOST_SLIPS;
  return {
    heads: new RegExp(heads.size === 0 ? '(?!)' : Array.from(heads, spaced).join('|'), 'g'),
    ahead: new RegExp(`(?:${UNSEEN}*${SEEN}){1,${longest}}`, 'y'),
    known,
  };
}

/** Pattern source of a key in a text. */
function spaced(key: string): string {
  return Array.from(key, (character) => character.replace(/[\\^$.*+?()[\]{}|]/, String.raw`\$&`)).join(`${UNSEEN}*`);
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
