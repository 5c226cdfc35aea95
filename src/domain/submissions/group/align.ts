/** Two ranges that stand for each other: tokens `a` to `aEnd` of one list, `b` to `bEnd` of the other. */
export interface Hunk {
  readonly a: number;
  readonly aEnd: number;
  readonly b: number;
  readonly bEnd: number;
}

/**
 * The ranges in which two lists of keys differ, in order, by a shortest edit script (Myers 1986); undefined if more than
 * `most` keys would have to be deleted and inserted. What lies between the ranges is equal.
 */
export function differingRanges(
  one: readonly number[],
  other: readonly number[],
  most: number,
): readonly Hunk[] | undefined {
  const trace: Int32Array[] = [];
  const limit = Math.min(most, one.length + other.length);
  const reached = new Int32Array(2 * limit + 3);
  const middle = limit + 1;
  for (let edits = 0; edits <= limit; edits += 1) {
    trace.push(reached.slice(middle - edits - 1, middle + edits + 2));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let a = isDown(reached, middle, diagonal, edits)
        ? (reached[middle + diagonal + 1] ?? 0)
        : (reached[middle + diagonal - 1] ?? 0) + 1;
      while (a < one.length && a - diagonal < other.length && one[a] === other[a - diagonal]) a += 1;
      reached[middle + diagonal] = a;
      if (a >= one.length && a - diagonal >= other.length) return hunksOf(trace, one.length, other.length);
    }
  }
  return undefined;
}

/** Whether the furthest path to a diagonal comes from the one above, by an insertion. */
function isDown(reached: Int32Array, middle: number, diagonal: number, edits: number): boolean {
  const [left = 0, right = 0] = [reached[middle + diagonal - 1], reached[middle + diagonal + 1]];
  return diagonal === -edits || (diagonal !== edits && left < right);
}

function hunksOf(trace: readonly Int32Array[], a: number, b: number): readonly Hunk[] {
  const hunks: { a: number; b: number; aEnd: number; bEnd: number }[] = [];
  let [x, y] = [a, b];
  for (let edits = trace.length - 1; edits > 0; edits -= 1) {
    const reached = trace[edits] ?? new Int32Array();
    const middle = edits + 1;
    const diagonal = x - y;
    const from = isDown(reached, middle, diagonal, edits) ? diagonal + 1 : diagonal - 1;
    x = reached[middle + from] ?? 0;
    y = x - from;
    const aEnd = from > diagonal ? x : x + 1;
    const bEnd = from > diagonal ? y + 1 : y;
    const last = hunks.at(-1);
    if (last?.a === aEnd && last.b === bEnd) {
      last.a = x;
      last.b = y;
    } else {
      hunks.push({ a: x, b: y, aEnd, bEnd });
    }
  }
  return hunks.reverse();
}
