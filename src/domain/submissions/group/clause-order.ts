import type { Clause, Token } from './tokens.ts';

/** The least share of words that two clauses have in common to stand for each other. */
const ALIKE = 0.6;

/**
 * The tokens of a text with its clauses in the order of another text's; a clause that stands for none of the other's follows
 * the clause that it followed. Undefined if that changes nothing.
 */
export function inOrderOf(order: readonly Clause[], clauses: readonly Clause[]): readonly Token[] | undefined {
  const taken = new Set<number>();
  let last = -1;
  const ranked = clauses.map((clause, index) => {
    let [best, most] = [-1, 0];
    order.forEach((candidate, at) => {
      const found = taken.has(at) ? 0 : alikeness(clause, candidate);
      if (found >= ALIKE && found > most) [best, most] = [at, found];
    });
    if (best >= 0) taken.add(best);
    last = best >= 0 ? best : last;
    return { clause, rank: last, index };
  });
  const sorted = ranked.toSorted((one, other) => one.rank - other.rank || one.index - other.index);
  if (sorted.every((clause, index) => clause === ranked[index])) return undefined;
  return sorted.flatMap(({ clause }) => clause);
}

/** Twice the common words by all words, from 0 to 1. */
function alikeness(one: Clause, other: Clause): number {
  const left = new Map<number, number>();
  for (const { id } of one) left.set(id, (left.get(id) ?? 0) + 1);
  let shared = 0;
  for (const { id } of other) {
    const count = left.get(id) ?? 0;
    if (count === 0) continue;
    left.set(id, count - 1);
    shared += 1;
  }
  return (2 * shared) / (one.length + other.length);
}
