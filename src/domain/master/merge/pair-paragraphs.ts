import type { Source } from '../../submissions/consolidation.ts';
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
  for (const one of some) {
    const same = [...free].find(({ text }) => text === one.text);
    if (same) join(one, same);
  }
  const likely = some
    .filter((one) => !pairs.has(one) && canFollow(one))
    .flatMap((one) =>
      [...free].flatMap((other) => {
        const shared = overlap(one.sources, other.sources);
        return shared === 0 ? [] : [{ one, other, score: shared + likeness(one.text, other.text) }];
      }),
    );
  for (const { one, other } of likely.sort((a, b) => b.score - a.score)) {
    if (!pairs.has(one) && free.has(other)) join(one, other);
  }
  return pairs;
}

/** What portion of their agencies two lists of sources share, from 0 to 1. */
function overlap(one: readonly Source[], other: readonly Source[]): number {
  const agencies = new Set(one.map(({ agency }) => agency));
  const others = new Set(other.map(({ agency }) => agency));
  const shared = [...others].filter((agency) => agencies.has(agency)).length;
  return shared === 0 ? 0 : shared / (agencies.size + others.size - shared);
}
