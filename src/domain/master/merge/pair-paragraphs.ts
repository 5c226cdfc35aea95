import type { AgencyCode } from '../../programme/roster.ts';
import type { Source } from '../../submissions/consolidation.ts';
import { nextByKey } from '../../text/next-by-key.ts';
import { wordsIn } from '../../text/segments.ts';
import { agenciesOf, ByAgency, contested } from './by-agency.ts';
import { diceSimilarity } from './merge-words.ts';

/** A paragraph as it is printed, and where it comes from. */
export interface Sourced {
  readonly text: string;
  readonly sources: readonly Source[];
  /** Whether it stands for several answers that say the same in other words. */
  readonly isGroup?: true;
}

/**
 * Pairs the paragraphs of two versions of a measure: first those with the same text, in their order, then those with an agency in
 * common, the most similar first. A paragraph without a pair is in one version only.
 * @param canPairByAgency whether a paragraph may be paired by its agencies
 */
export function pairParagraphs<One extends Sourced, Other extends Sourced>(
  some: readonly One[],
  others: readonly Other[],
  canPairByAgency: (one: One) => boolean = () => true,
): ReadonlyMap<One, Other> {
  const pairs = new Map<One, Other>();
  const free = new Set(others);
  const join = (one: One, other: Other): void => {
    pairs.set(one, other);
    free.delete(other);
  };
  const nextWithText = nextByKey(others, ({ text }) => text);
  for (const one of some) {
    const same = nextWithText(one.text);
    if (same) join(one, same);
  }
  const unpaired = some.filter((one) => !pairs.has(one) && canPairByAgency(one));
  const candidates = candidatePairs(unpaired, [...free]);
  for (const { one, other } of candidates.sort((a, b) => b.score - a.score)) {
    if (!pairs.has(one) && free.has(other)) join(one, other);
  }
  return pairs;
}

interface ScoredPair<One, Other> {
  readonly one: One;
  readonly other: Other;
  readonly score: number;
}

/** All pairs with an agency in common, scored by the similarity of their agencies and of their words. */
function candidatePairs<One extends Sourced, Other extends Sourced>(
  some: readonly One[],
  others: readonly Other[],
): ScoredPair<One, Other>[] {
  const byAgency = new ByAgency(others);
  const pairs = some.flatMap((one) => byAgency.of(agenciesOf(one)).map((other) => ({ one, other })));
  const isContested = contested(pairs);
  const features = new Map<Sourced, Features>();
  const featuresOf = (each: Sourced): Features => {
    const known = features.get(each) ?? { agencies: agenciesOf(each), words: wordsIn(each.text) };
    features.set(each, known);
    return known;
  };
  return pairs.map((pair) => {
    if (!isContested(pair)) return { ...pair, score: 0 };
    const [mine, its] = [featuresOf(pair.one), featuresOf(pair.other)];
    return { ...pair, score: jaccardSimilarity(mine.agencies, its.agencies) + diceSimilarity(mine.words, its.words) };
  });
}

/** What paragraphs are compared by, computed once per paragraph, because segmenting words is slow. */
interface Features {
  readonly agencies: ReadonlySet<AgencyCode>;
  readonly words: readonly string[];
}

/** The Jaccard similarity of two sets of agencies, from 0 to 1. */
function jaccardSimilarity(one: ReadonlySet<AgencyCode>, other: ReadonlySet<AgencyCode>): number {
  const shared = [...other].filter((agency) => one.has(agency)).length;
  return shared / (one.size + other.size - shared);
}
