import { compareKey } from '../text/compare.ts';
import { groupBy } from '../text/group-by.ts';
import { gramProfilesOf, likeness, toldCharacters, type GramProfile } from '../text/likeness.ts';
import { bestPairs } from './best-pairs.ts';
import { measuresOf, type PlacedMeasure, type Programme } from './programme.ts';

/** Two measures of two programmes that are one. */
export interface MatchedMeasures {
  /** `same`: key and words; `moved`: the words under another key; `reworded`: other words, perhaps under another key too. */
  readonly kind: 'same' | 'moved' | 'reworded';
  readonly earlier: PlacedMeasure;
  readonly later: PlacedMeasure;
  /** How alike their words are, from 0 to 1. */
  readonly likeness: number;
  /** Other measures of the earlier programme that are at least as alike: a person has to look. */
  readonly rivals: readonly PlacedMeasure[];
  /** Whether somebody else is responsible, as printed. */
  readonly isOtherParty: boolean;
}

/** What became of a measure from one programme to the next. */
export type MeasureMatch =
  | MatchedMeasures
  | { readonly kind: 'added'; readonly later: PlacedMeasure }
  | { readonly kind: 'gone'; readonly earlier: PlacedMeasure };

/**
 * Measures that are less alike are two. Of the measures of 2565, different ones are alike to 0.38 at most, but for
 * three that are said twice.
 */
const LEAST_LIKENESS = 0.4;

/**
 * What became of the measures of a programme in a later one: those with the same words are one, first under the same key; of the others those pairs
 * that are most alike taken together. The later measures in printed order, then those that are gone. The same
 * programmes always give the same matches.
 */
export function matchMeasures(earlier: Programme, later: Programme): readonly MeasureMatch[] {
  const matcher = new Matcher(measuresOf(earlier), measuresOf(later));
  matcher.matchWords((one, other) => one.measure.key === other.measure.key);
  matcher.matchWords((one, other) => one.issue.number === other.issue.number);
  matcher.matchWords(() => true);
  matcher.matchLikeness();
  return matcher.matches();
}

/** A measure with what it is compared by. */
interface Compared {
  readonly placed: PlacedMeasure;
  /** Its words, however they are spaced and whatever digits they have. */
  readonly words: string;
  readonly profile: GramProfile;
}

class Matcher {
  readonly #earlier: readonly Compared[];
  readonly #later: readonly Compared[];
  readonly #ofWords: ReadonlyMap<string, readonly Compared[]>;
  readonly #partners = new Map<Compared, Compared>();
  readonly #taken = new Set<Compared>();

  constructor(earlier: readonly PlacedMeasure[], later: readonly PlacedMeasure[]) {
    const all = [...earlier, ...later];
    const words = all.map(({ measure }) => compareKey(measure.text));
    const profiles = gramProfilesOf(words.map(toldCharacters));
    const compared = all.map((placed, index): Compared => ({
      placed,
      words: words[index] ?? '',
      profile: profiles[index] ?? NO_PROFILE,
    }));
    this.#earlier = compared.slice(0, earlier.length);
    this.#later = compared.slice(earlier.length);
    this.#ofWords = groupBy(this.#earlier, ({ words: key }) => key);
  }

  /** Matches the measures left with the same words that stand to each other as they should, in printed order. */
  matchWords(belong: (earlier: PlacedMeasure, later: PlacedMeasure) => boolean): void {
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

  matches(): readonly MeasureMatch[] {
    const matched = this.#later.map((later): MeasureMatch => {
      const earlier = this.#partners.get(later);
      return earlier ? this.#matched(earlier, later) : { kind: 'added', later: later.placed };
    });
    const gone = this.#earlier.filter((each) => !this.#taken.has(each));
    return [...matched, ...gone.map(({ placed }): MeasureMatch => ({ kind: 'gone', earlier: placed }))];
  }

  #laterLeft(): readonly Compared[] {
    return this.#later.filter((each) => !this.#partners.has(each));
  }

  #match(earlier: Compared, later: Compared): void {
    this.#partners.set(later, earlier);
    this.#taken.add(earlier);
  }

  #matched(earlier: Compared, later: Compared): MatchedMeasures {
    const [one, other] = [earlier.placed.measure, later.placed.measure];
    const isSame = earlier.words === later.words;
    const kind = !isSame ? 'reworded' : one.key === other.key ? 'same' : 'moved';
    const alike = likenessOf(earlier, later);
    const rivals =
      kind === 'same' ? [] : this.#earlier.filter((each) => each !== earlier && likenessOf(each, later) >= alike);
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

const NO_PROFILE: GramProfile = { grams: new Int32Array(), parities: new Int32Array() };

function likenessOf(one: Compared, other: Compared): number {
  return one.words === other.words ? 1 : likeness(one.profile, other.profile, LEAST_LIKENESS);
}

/**
 * What a pair counts in the sum: the square, so that two doubtful pairs do not take the place of one that is nearly sure. Of equals
 * the place decides.
 */
function weightOf(one: Compared, other: Compared): number {
  const alike = likenessOf(one, other);
  if (alike === 0) return 0;
  const [place, otherPlace] = [one.placed, other.placed];
  const near =
    place.measure.key === otherPlace.measure.key ? 2 : place.issue.number === otherPlace.issue.number ? 1 : 0;
  return alike ** 2 + near * 1e-6;
}
