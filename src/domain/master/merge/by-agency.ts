import type { AgencyCode } from '../../programme/roster.ts';
import type { Source } from '../../submissions/consolidation.ts';

interface OfAgencies {
  readonly sources: readonly Source[];
}

/** The agencies of which something is. */
export function agenciesOf({ sources }: OfAgencies): ReadonlySet<AgencyCode> {
  return new Set(sources.map(({ agency }) => agency));
}

/**
 * Finds items that have an agency in common with others, in their order. Of thousands of paragraphs only a few are of one agency:
 * to look at each pair would take hours.
 */
export class ByAgency<Item extends OfAgencies> {
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

  /** The items of one of the agencies or more, each once. */
  of(agencies: Iterable<AgencyCode>): readonly Item[] {
    const places = new Set<number>();
    for (const agency of agencies) for (const place of this.#places.get(agency) ?? []) places.add(place);
    return [...places].sort((one, other) => one - other).flatMap((place) => this.#items[place] ?? []);
  }
}

/** Tells whether either side of a pair is in another one too: only then it matters how well the two go together, which takes long to find. */
export function contested<One, Other>(
  pairs: readonly { readonly one: One; readonly other: Other }[],
): (pair: { readonly one: One; readonly other: Other }) => boolean {
  const [ones, others] = [countOf(pairs.map(({ one }) => one)), countOf(pairs.map(({ other }) => other))];
  return ({ one, other }) => (ones.get(one) ?? 0) > 1 || (others.get(other) ?? 0) > 1;
}

/** How many times each item is in a list. */
export function countOf<Item>(items: readonly Item[]): Map<Item, number> {
  const counts = new Map<Item, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
