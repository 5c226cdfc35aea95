import { compareKey } from '../text/compare.ts';
import { thaiDigits } from '../text/digits.ts';
import { NameTrie } from './name-trie.ts';
import type { Agency, AgencyClass, AgencyCode, Roster } from './roster.ts';

/** A name, and the agencies that it means: one agency, or a whole class. */
export interface Named {
  /** The name as the roster spells it; of an alias, the agency's own name. */
  readonly name: string;
  /** In the order of the roster; never empty. */
  readonly agencies: readonly AgencyCode[];
  readonly wholeClass: boolean;
}

/** A roster made ready for looking up names. All keys are those of `compareKey`. */
export interface RosterIndex {
  readonly byCode: ReadonlyMap<AgencyCode, Agency>;
  /** Place of each agency in the roster, counted from 0. */
  readonly ranks: ReadonlyMap<AgencyCode, number>;
  /** Agencies by code, name and alias. */
  readonly byKey: ReadonlyMap<string, Agency>;
  /** Agencies and classes by every name they have. */
  readonly byName: ReadonlyMap<string, Named>;
  /** Whole classes by the words that mean them where a text begins. */
  readonly bySelfReference: ReadonlyMap<string, Named>;
  /** The classes that have a label, the largest first. The name is the label. */
  readonly labelled: readonly Named[];
  /** The same for finding them in texts. */
  readonly names: NameTrie<Named>;
}

const INDEXES = new WeakMap<Roster, RosterIndex>();

/** The index of a roster, made once. */
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
    names,
  };
}

function membersOf({ kinds }: AgencyClass, agencies: readonly Agency[]): readonly AgencyCode[] {
  return agencies.filter(({ kind }) => kinds === '*' || kinds.includes(kind)).map(({ code }) => code);
}

/** Words of a class with the number of its members, in Thai digits, in the place of `{count}`. */
function counted(words: string, members: readonly unknown[]): string {
  return words.replaceAll('{count}', thaiDigits(String(members.length)));
}

/** Adds under the name's key; what came first keeps its place. */
function addNew<T>(map: Map<string, T>, name: string, value: T): void {
  const key = compareKey(name);
  if (key !== '' && !map.has(key)) map.set(key, value);
}
