import { inRosterOrder } from './responsibility.ts';
import { countedLabel, indexOf, type PartLabelled, type RosterIndex } from './roster-index.ts';
import type { AgencyCode, Roster } from './roster.ts';

/** Words that name some agencies, and the first of them. */
interface NamedPart {
  readonly first: AgencyCode;
  readonly words: string;
}

/** A set of agencies as it is named. */
export interface AgencyNaming {
  /**
   * The names as in a document, in roster order, separated by spaces with "และ" before the last: whole classes by label,
   * most of a class as `สำนักงานเขต ๓๙ แห่ง (ยกเว้น …)` where that is shorter, others by name.
   */
  readonly words: string;
  /** Whether any words name a class or most of one. */
  readonly isOfClass: boolean;
}

/** Names agencies. `resolveParty` understands the words. */
export function nameAgencies(roster: Roster, codes: Iterable<AgencyCode>): AgencyNaming {
  const index = indexOf(roster);
  const named = inRosterOrder(roster, codes);
  const names = joined(
    index,
    named.map((code) => nameOf(index, code)),
  );
  // Most answers are of one agency, which is named in no other way.
  const words = named.length < 2 ? names : joined(index, shortestParts(index, named));
  return { words, isOfClass: words !== names };
}

/** Fewer agencies than this are named rather than counted. */
const MANY = 4;

/**
 * Says how many agencies these are, for a text that names each of them further on: by class as {@link nameAgencies} does, a part
 * of one class as `สำนักงานเขต ๑๒ แห่ง`, a few by name; an empty text if no class holds them all.
 */
export function countAgencies(roster: Roster, codes: Iterable<AgencyCode>): string {
  const index = indexOf(roster);
  const named = inRosterOrder(roster, codes);
  const { words, isOfClass } = nameAgencies(roster, named);
  const holding = index.partLabelled
    .filter(
      ({ partLabel, agencies }) => partLabel.includes('{count}') && named.every((code) => agencies.includes(code)),
    )
    .at(-1);
  if (named.length < MANY || (isOfClass && !words.includes('(ยกเว้น'))) return words;
  if (holding !== undefined) return countedLabel(holding.partLabel, named.length);
  return isOfClass ? words : '';
}

/** The shortest of naming every agency or whole class, and naming most of a class without a few. */
function shortestParts(index: RosterIndex, codes: readonly AgencyCode[]): readonly NamedPart[] {
  let shortest = plainParts(index, codes);
  if (shortest.length < 3) return shortest;
  const named = new Set(codes);
  for (const agencyClass of index.partLabelled) {
    const part = mostOf(index, agencyClass, named);
    if (part === undefined) continue;
    const others = codes.filter((code) => !agencyClass.agencies.includes(code));
    const parts = [part, ...shortestParts(index, others)];
    if (joined(index, parts).length < joined(index, shortest).length) shortest = parts;
  }
  return shortest;
}

/** Most of a class, with those that are left out; undefined if all of it or less than half is among the agencies. */
function mostOf(
  index: RosterIndex,
  { partLabel, agencies }: PartLabelled,
  named: ReadonlySet<AgencyCode>,
): NamedPart | undefined {
  const [first, ...others] = agencies.filter((code) => named.has(code));
  const left = agencies.filter((code) => !named.has(code));
  if (first === undefined || left.length === 0 || left.length > others.length) return undefined;
  const label = countedLabel(partLabel, others.length + 1);
  return { first, words: `${label} (ยกเว้น ${joined(index, plainParts(index, left))})` };
}

/** Whole classes by label, largest first, then the other agencies by name. */
function plainParts(index: RosterIndex, codes: readonly AgencyCode[]): readonly NamedPart[] {
  const left = new Set(codes);
  const parts: NamedPart[] = [];
  for (const { agencies, name: words } of index.labelled) {
    const [first] = agencies;
    if (first === undefined || agencies.length < 2 || !agencies.every((code) => left.has(code))) continue;
    parts.push({ first, words });
    agencies.forEach((code) => left.delete(code));
  }
  return [...parts, ...Array.from(left, (code) => nameOf(index, code))];
}

function nameOf({ byCode }: RosterIndex, code: AgencyCode): NamedPart {
  return { first: code, words: byCode.get(code)?.name ?? code };
}

function joined({ ranks }: RosterIndex, parts: readonly NamedPart[]): string {
  const rankOf = ({ first }: NamedPart): number => ranks.get(first) ?? 0;
  const names = parts.toSorted((one, other) => rankOf(one) - rankOf(other)).map(({ words }) => words);
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(' ')} และ${last}`;
}
