/** How many characters must be put in, left out or changed to make one text of the other (Levenshtein). */
export function editDistance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const changed = (above[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1);
      current.push(Math.min(changed, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    above = current;
  }
  return above.at(-1) ?? 0;
}

/** A beginning of a text that is near to a name. */
export interface NearBeginning {
  /** Its length in UTF-16 units. */
  readonly length: number;
  readonly distance: number;
}

/**
 * The stretch of `text` from `at` on that differs least from `name`; of two alike the one nearer to its length. Undefined where
 * every stretch differs in more than `limit` characters. Takes time in proportion to the name and the limit.
 */
export function nearestBeginning(name: string, text: string, at: number, limit: number): NearBeginning | undefined {
  const width = 2 * limit + 1;
  // Column `offset` of row `row` is the distance of `row` characters of the name to `row + offset - limit` of the text.
  let above = Array.from({ length: width }, (_, offset) => (offset < limit ? Infinity : offset - limit));
  for (let row = 1; row <= name.length; row++) {
    const current: number[] = [];
    let least = Infinity;
    for (let offset = 0; offset < width; offset++) {
      const length = row + offset - limit;
      const same = length > 0 && name.charCodeAt(row - 1) === text.charCodeAt(at + length - 1);
      const changed = length > 0 ? (above[offset] ?? Infinity) + (same ? 0 : 1) : Infinity;
      const best = length < 0 ? Infinity : Math.min(changed, (above[offset + 1] ?? Infinity) + 1, (current[offset - 1] ?? Infinity) + 1);
      current.push(best);
      least = Math.min(least, best);
    }
    if (least > limit) return undefined;
    above = current;
  }
  const ends = above.map((distance, offset) => ({ distance, length: name.length + offset - limit }));
  const [nearest] = ends
    .filter(({ distance, length }) => distance <= limit && at + length <= text.length)
    .sort((a, b) => a.distance - b.distance || Math.abs(a.length - name.length) - Math.abs(b.length - name.length));
  return nearest;
}
