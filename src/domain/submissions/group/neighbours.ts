import { groupBy } from '../../text/group-by.ts';
import { gramProfilesOf, jaccardSimilarity, type GramProfile } from '../../text/similarity.ts';
import { decisiveWords } from './likeness.ts';

/** A statement that is like another, by index, and how much. */
export interface Neighbour {
  readonly index: number;
  readonly likeness: number;
}

/** The least likeness of a statement and the centre of its group; with less, statements of other things are compared in vain. */
const LEAST_LIKENESS = 0.5;

/** The fewest 3-grams of a text that is put together with others: of less, the facts are most of what is said. */
const LEAST_GRAMS = 15;

/**
 * For each statement those that are alike, most alike first.
 * @param masked what is compared of the statements
 */
export function neighboursOf(masked: readonly string[]): readonly (readonly Neighbour[])[] {
  const neighbours = masked.map((): Neighbour[] => []);
  const textOf = (index: number): string => masked[index] ?? '';
  for (const comparable of groupBy(masked.keys(), (index) => decisiveWords(textOf(index))).values()) {
    // Long statements seldom have the decisive words of another, and a profile takes longer than to find that out.
    if (comparable.length < 2) continue;
    const profiles = gramProfilesOf(comparable.map(textOf));
    for (const [one, other, found] of likenesses(profiles)) {
      const [first, second] = [comparable[one] ?? 0, comparable[other] ?? 0];
      neighbours[first]?.push({ index: second, likeness: found });
      neighbours[second]?.push({ index: first, likeness: found });
    }
  }
  return neighbours.map((list) => list.sort((one, other) => other.likeness - one.likeness || one.index - other.index));
}

/** The pairs of profiles that are alike, by index, and how much. */
function* likenesses(profiles: readonly GramProfile[]): Generator<readonly [number, number, number]> {
  const isLong = ({ grams }: GramProfile): boolean => grams.length >= LEAST_GRAMS;
  for (const [one, profile] of profiles.entries()) {
    for (let other = one + 1; other < profiles.length; other += 1) {
      const candidate = profiles[other];
      const found = candidate === undefined ? 0 : jaccardSimilarity(profile, candidate, LEAST_LIKENESS);
      if (candidate !== undefined && found > 0 && isLong(profile) && isLong(candidate)) yield [one, other, found];
    }
  }
}
