import { compareKey } from '../text/compare.ts';
import { thaiDigits } from '../text/digits.ts';
import { NameTrie } from './name-trie.ts';
import type { Agency, AgencyClass, AgencyCode, Roster } from './roster.ts';

/** A name and its agencies: one agency, or a whole class. */
export interface Named {
  /** The name as in the roster; for an alias the agency's own name. */
  readonly name: string;
  /** In the order of the roster; never empty. */
  readonly agencies: readonly AgencyCode[];
  readonly wholeClass: boolean;
}

/** A class and the label for most of its agencies. */
export interface PartLabelled {
  /** With `{count}` for their number. */
  readonly partLabel: string;
  /** Finds the label, with another number or none, and the beginning of the list of those that are left out. */
  readonly opening: RegExp;
  readonly agencies: readonly AgencyCode[];
}

/** A roster indexed for looking up names, by the keys of `compareKey`. */
export interface RosterIndex {
  readonly byCode: ReadonlyMap<AgencyCode, Agency>;
  /** Zero-based position of each agency in the roster. */
  readonly ranks: ReadonlyMap<AgencyCode, number>;
  /** Agencies by code, name and alias. */
  readonly byKey: ReadonlyMap<string, Agency>;
  /** Agencies and classes by each of their names. */
  readonly byName: ReadonlyMap<string, Named>;
  /** Whole classes by their self-references at the start of a text. */
  readonly bySelfReference: ReadonlyMap<string, Named>;
  /** The classes with a label, largest first; the name is the label. */
  readonly labelled: readonly Named[];
  /** The classes with a label for most of them. */
  readonly partLabelled: readonly PartLabelled[];
  /** The same names for finding them in texts. */
  readonly names: NameTrie<Named>;
}

const INDEXES = new WeakMap<Roster, RosterIndex>();

/** The cached index of a roster. */
export function indexOf(roster: Roster): RosterIndex {
  const known = INDEXES.get(roster);
  if (known) return known;
  const index = makeIndex(roster);
  INDEXES.set(roster, index);
  return index;
}

function makeIndex({ agencies, classes }: Roster): RosterIndex {
  const byKey = new Map<string, Agency>();
  const byName = new Map<string, Named>();
  const bySelfReference = new Map<string, Named>();
  const labelled: Named[] = [];
  const partLabelled: PartLabelled[] = [];
  for (const agency of agencies) {
    const named = { name: agency.name, agencies: [agency.code], wholeClass: false };
    addNew(byKey, agency.code, agency);
    for (const name of [agency.name, ...agency.aliases]) {
      addNew(byKey, name, agency);
      addNew(byName, name, named);
    }
  }
  for (const agencyClass of classes) {
    const members = membersOf(agencyClass, agencies);
    if (members.length === 0) continue;
    const named = (words: string): Named => ({ name: counted(words, members), agencies: members, wholeClass: true });
    const label = agencyClass.label === undefined ? [] : [named(agencyClass.label)];
    labelled.push(...label);
    const { partLabel } = agencyClass;
    if (partLabel !== undefined) partLabelled.push({ partLabel, opening: openingOf(partLabel), agencies: members });
    for (const entry of [...label, ...agencyClass.names.map(named)]) addNew(byName, entry.name, entry);
    for (const entry of (agencyClass.selfReference ?? []).map(named)) addNew(bySelfReference, entry.name, entry);
  }
  const names = new NameTrie<Named>();
  for (const [key, named] of byName) names.add(key, named);
  return {
    byCode: new Map(agencies.map((agency) => [agency.code, agency])),
    ranks: new Map(agencies.map(({ code }, rank) => [code, rank])),
    byKey,
    byName,
    bySelfReference,
    labelled: labelled.sort((one, other) => other.agencies.length - one.agencies.length),
    partLabelled,
    names,
  };
}

function membersOf({ kinds }: AgencyClass, agencies: readonly Agency[]): readonly AgencyCode[] {
  return agencies.filter(({ kind }) => kinds === '*' || kinds.includes(kind)).map(({ code }) => code);
}

/** In a key; the number is the group `count`. */
function openingOf(partLabel: string): RegExp {
  const [before = '', ...after] = partLabel
    .split('{count}')
    .map((words) => compareKey(words).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const label = after.length === 0 ? before : `${before}(?<count>\\d{1,5})${after.join('\\d{1,5}')}`;
  return new RegExp(`${label}\\(ยกเว้น`, 'y');
}

/** A class's text with the number of its members in Thai digits for `{count}`. */
function counted(words: string, members: readonly unknown[]): string {
  return countedLabel(words, members.length);
}

/** A label with a number in Thai digits for `{count}`. */
export function countedLabel(label: string, count: number): string {
  return label.replaceAll('{count}', thaiDigits(String(count)));
}

/** Adds a value by the name's key, unless there is one. */
function addNew<T>(map: Map<string, T>, name: string, value: T): void {
  const key = compareKey(name);
  if (key !== '' && !map.has(key)) map.set(key, value);
}
