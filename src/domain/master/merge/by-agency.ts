import type { AgencyCode } from '../../programme/roster.ts';
import type { Source } from '../../submissions/consolidation.ts';

interface Sourced {
  readonly sources: readonly Source[];
}

/** The agencies of the sources of an item. */
export function agenciesOf({ sources }: Sourced): ReadonlySet<AgencyCode> {
  return new Set(sources.map(({ agency }) => agency));
}

/**
 * An index of items by agency, to find pairs with an agency in common. Comparing every pair of thousands of paragraphs would take hours,
 * but only a few of them are of one agency.
 */
export class ByAgency<Item extends Sourced> {
  readonly #items: readonly Item[];
  readonly #places = new Map<AgencyCode, number[]>();

  constructor(items: readonly Item[]) {
    this.#items = items;
    for (const [place, item] of items.entries()) {
      for (const agency of agenciesOf(item)) {
        const places = this.#places.get(agency);
        if (places) places.push(place);
        else this.#places.set(agency, [place]);
      }
    }
  }

  /** The items of any of these agencies, each once, in list order. */
  of(agencies: Iterable<AgencyCode>): readonly Item[] {
    const places = new Set<number>();
    for (const agency of agencies) for (const place of this.#places.get(agency) ?? []) places.add(place);
    return [...places].sort((one, other) => one - other).flatMap((place) => this.#items[place] ?? []);
  }
}

/**
 * A test of whether either side of a pair occurs in another pair as well. Only such a pair needs a score, which is slow to compute.
 * @param pairs all candidate pairs
 */
export function contested<One, Other>(
  pairs: readonly { readonly one: One; readonly other: Other }[],
): (pair: { readonly one: One; readonly other: Other }) => boolean {
  const [ones, others] = [countOf(pairs.map(({ one }) => one)), countOf(pairs.map(({ other }) => other))];
  return ({ one, other }) => (ones.get(one) ?? 0) > 1 || (others.get(other) ?? 0) > 1;
}

/** How many times each item occurs in a list. */
export function countOf<Item>(items: readonly Item[]): Map<Item, number> {
  const counts = new Map<Item, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
