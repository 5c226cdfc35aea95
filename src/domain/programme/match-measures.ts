import { compareKey } from '../text/compare.ts';
import { groupBy } from '../text/group-by.ts';
import { GramProfile, gramProfilesOf, jaccardSimilarity, significantCharacters } from '../text/similarity.ts';
import { bestPairs } from './best-pairs.ts';
import { issueOfMeasure, measuresOf, type Measure, type PlacedMeasure, type Programme } from './programme.ts';

/** A measure as far as it is compared. */
export interface Matchable {
  readonly measure: Pick<Measure, 'key' | 'text'> & { readonly responsible: { readonly printed: string } };
}

/** Two measures of two programmes that are one. */
export interface MatchedMeasures<Earlier extends Matchable = PlacedMeasure, Later extends Matchable = PlacedMeasure> {
  /** `same`: key and words; `moved`: the words under another key; `reworded`: other words, perhaps under another key too. */
  readonly kind: 'same' | 'moved' | 'reworded';
  readonly earlier: Earlier;
  readonly later: Later;
  /** How alike their words are, from 0 to 1. */
  readonly likeness: number;
  /** Other measures of the earlier programme that are at least as alike: a person has to look. */
  readonly rivals: readonly Earlier[];
  /** Whether somebody else is responsible, as printed. */
  readonly isOtherParty: boolean;
}

/** What became of a measure from one programme to the next. */
export type MeasureMatch<Earlier extends Matchable = PlacedMeasure, Later extends Matchable = PlacedMeasure> =
  | MatchedMeasures<Earlier, Later>
  | { readonly kind: 'added'; readonly later: Later }
  | { readonly kind: 'gone'; readonly earlier: Earlier };

/**
 * Measures under different keys that are less alike are two. Of the measures of 2565, different ones are alike to 0.38 at most, but for
 * three that are said twice.
 */
const LEAST_LIKENESS = 0.4;

/**
 * What became of the measures of a programme in a later one: those with the same words are one, first under the same key; of the others those pairs
 * that are most alike taken together, and at last those under the same key, however alike: a key is never given to another measure. The later
 * measures in printed order, then those that are gone. The same
 * programmes always give the same matches.
 */
export function matchMeasures(earlier: Programme, later: Programme): readonly MeasureMatch[] {
  return matchAll(measuresOf(earlier), measuresOf(later));
}

/** What became of some measures, as {@link matchMeasures} tells it of all of a programme. */
export function matchAll<Earlier extends Matchable, Later extends Matchable>(
  earlier: readonly Earlier[],
  later: readonly Later[],
): readonly MeasureMatch<Earlier, Later>[] {
  const matcher = new Matcher(earlier, later);
  matcher.matchWords((one, other) => one.measure.key === other.measure.key);
  matcher.matchWords((one, other) => issueOfMeasure(one.measure.key) === issueOfMeasure(other.measure.key));
  matcher.matchWords(() => true);
  matcher.matchLikeness();
  matcher.matchKeys();
  return matcher.matches();
}

/** A measure with what it is compared by. */
interface Compared<Placed extends Matchable = Matchable> {
  readonly placed: Placed;
  /** Its words, however they are spaced and whatever digits they have. */
  readonly words: string;
  readonly profile: GramProfile;
}

class Matcher<Earlier extends Matchable, Later extends Matchable> {
  readonly #earlier: readonly Compared<Earlier>[];
  readonly #later: readonly Compared<Later>[];
  readonly #ofWords: ReadonlyMap<string, readonly Compared<Earlier>[]>;
  readonly #partners = new Map<Compared<Later>, Compared<Earlier>>();
  readonly #taken = new Set<Compared<Earlier>>();

  constructor(earlier: readonly Earlier[], later: readonly Later[]) {
    const words = [...earlier, ...later].map(({ measure }) => compareKey(measure.text));
    const profiles = gramProfilesOf(words.map(significantCharacters));
    const compared = <Placed extends Matchable>(placed: Placed, index: number): Compared<Placed> => ({
      placed,
      words: words[index] ?? '',
      profile: profiles[index] ?? NO_PROFILE,
    });
    this.#earlier = earlier.map((placed, index) => compared(placed, index));
    this.#later = later.map((placed, index) => compared(placed, earlier.length + index));
    this.#ofWords = groupBy(this.#earlier, ({ words: key }) => key);
  }

  /** Matches the measures left with the same words that stand to each other as they should, in printed order. */
  matchWords(belong: (earlier: Earlier, later: Later) => boolean): void {
    for (const later of this.#laterLeft()) {
      const found = this.#ofWords
        .get(later.words)
        ?.find((earlier) => !this.#taken.has(earlier) && belong(earlier.placed, later.placed));
      if (found) this.#match(found, later);
    }
  }

  /** Matches the measures left by how alike they are. */
  matchLikeness(): void {
    const [earlier, later] = [this.#earlier.filter((each) => !this.#taken.has(each)), this.#laterLeft()];
    const weights = earlier.map((one) => Float64Array.from(later, (other) => weightOf(one, other)));
    const pairs = bestPairs(earlier.length, later.length, (row, column) => weights[row]?.[column] ?? 0);
    for (const [row, column] of pairs) {
      const [one, other] = [earlier[row], later[column]];
      if (one && other) this.#match(one, other);
    }
  }

  /** Matches the measures left under the same key. */
  matchKeys(): void {
    const left = new Map(
      this.#earlier.filter((each) => !this.#taken.has(each)).map((each) => [each.placed.measure.key, each]),
    );
    for (const later of this.#laterLeft()) {
      const found = left.get(later.placed.measure.key);
      if (found) this.#match(found, later);
    }
  }

  matches(): readonly MeasureMatch<Earlier, Later>[] {
    const matched = this.#later.map((later): MeasureMatch<Earlier, Later> => {
      const earlier = this.#partners.get(later);
      return earlier ? this.#matched(earlier, later) : { kind: 'added', later: later.placed };
    });
    const gone = this.#earlier.filter((each) => !this.#taken.has(each));
    return [...matched, ...gone.map(({ placed }): MeasureMatch<Earlier, Later> => ({ kind: 'gone', earlier: placed }))];
  }

  #laterLeft(): readonly Compared<Later>[] {
    return this.#later.filter((each) => !this.#partners.has(each));
  }

  #match(earlier: Compared<Earlier>, later: Compared<Later>): void {
    this.#partners.set(later, earlier);
    this.#taken.add(earlier);
  }

  #matched(earlier: Compared<Earlier>, later: Compared<Later>): MatchedMeasures<Earlier, Later> {
    const [one, other] = [earlier.placed.measure, later.placed.measure];
    const isSame = earlier.words === later.words;
    const kind = !isSame ? 'reworded' : one.key === other.key ? 'same' : 'moved';
    const alike = likenessOf(earlier, later, 0);
    const rivals =
      kind === 'same' || alike < LEAST_LIKENESS
        ? []
        : this.#earlier.filter((each) => each !== earlier && likenessOf(each, later) >= alike);
    return {
      kind,
      earlier: earlier.placed,
      later: later.placed,
      likeness: alike,
      rivals: rivals.map(({ placed }) => placed),
      isOtherParty: compareKey(one.responsible.printed) !== compareKey(other.responsible.printed),
    };
  }
}

const NO_PROFILE = new GramProfile('', 0);

function likenessOf(one: Compared, other: Compared, least = LEAST_LIKENESS): number {
  return one.words === other.words ? 1 : jaccardSimilarity(one.profile, other.profile, least);
}

/**
 * What a pair counts in the sum: the square, so that two doubtful pairs do not take the place of one that is nearly sure. Of equals
 * the place decides.
 */
function weightOf(one: Compared, other: Compared): number {
  const alike = likenessOf(one, other);
  if (alike === 0) return 0;
  const [key, otherKey] = [one.placed.measure.key, other.placed.measure.key];
  const near = key === otherKey ? 2 : issueOfMeasure(key) === issueOfMeasure(otherKey) ? 1 : 0;
  return alike ** 2 + near * 1e-6;
}
