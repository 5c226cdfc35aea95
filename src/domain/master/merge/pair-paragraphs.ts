import type { AgencyCode } from '../../programme/roster.ts';
import type { Source } from '../../submissions/consolidation.ts';
import { handedOut } from '../../text/handed-out.ts';
import { wordsIn } from '../../text/segments.ts';
import { agenciesOf, ByAgency, contested } from './by-agency.ts';
import { likeness } from './merge-words.ts';

/** A paragraph as it is printed, and where it comes from. */
export interface Sourced {
  readonly text: string;
  readonly sources: readonly Source[];
  /** Whether it stands for several answers that say the same in other words. */
  readonly isGroup?: true;
}

/**
 * Pairs the paragraphs of a measure with those of another state of it: first those with the same text, in their order, then
 * those with an agency in common, the likest first. What is in no pair is on one side only.
 * @param canFollow whether a paragraph may be paired by its agencies
 */
export function pairParagraphs<One extends Sourced, Other extends Sourced>(
  some: readonly One[],
  others: readonly Other[],
  canFollow: (one: One) => boolean = () => true,
): ReadonlyMap<One, Other> {
  const pairs = new Map<One, Other>();
  const free = new Set(others);
  const join = (one: One, other: Other): void => {
    pairs.set(one, other);
    free.delete(other);
  };
  const sameText = handedOut(others, ({ text }) => text);
  for (const one of some) {
    const same = sameText(one.text);
    if (same) join(one, same);
  }
  const left = some.filter((one) => !pairs.has(one) && canFollow(one));
  const likely = likelyPairs(left, [...free]);
  for (const { one, other } of likely.sort((a, b) => b.score - a.score)) {
    if (!pairs.has(one) && free.has(other)) join(one, other);
  }
  return pairs;
}

interface ScoredPair<One, Other> {
  readonly one: One;
  readonly other: Other;
  readonly score: number;
}

/** The pairs with an agency in common, and how well they go together: by their agencies, then by their words. */
function likelyPairs<One extends Sourced, Other extends Sourced>(
  some: readonly One[],
  others: readonly Other[],
): ScoredPair<One, Other>[] {
  const byAgency = new ByAgency(others);
  const pairs = some.flatMap((one) => byAgency.of(agenciesOf(one)).map((other) => ({ one, other })));
  const isContested = contested(pairs);
  const told = new Map<Sourced, Told>();
  const toldOf = (each: Sourced): Told => {
    const known = told.get(each) ?? { agencies: agenciesOf(each), words: wordsIn(each.text) };
    told.set(each, known);
    return known;
  };
  return pairs.map((pair) => {
    if (!isContested(pair)) return { ...pair, score: 0 };
    const [mine, its] = [toldOf(pair.one), toldOf(pair.other)];
    return { ...pair, score: overlap(mine.agencies, its.agencies) + likeness(mine.words, its.words) };
  });
}

/** What a paragraph is compared by, made once: to find words takes long. */
interface Told {
  readonly agencies: ReadonlySet<AgencyCode>;
  readonly words: readonly string[];
}

/** What portion of their agencies two paragraphs share, from 0 to 1. */
function overlap(one: ReadonlySet<AgencyCode>, other: ReadonlySet<AgencyCode>): number {
  const shared = [...other].filter((agency) => one.has(agency)).length;
  return shared / (one.size + other.size - shared);
}
