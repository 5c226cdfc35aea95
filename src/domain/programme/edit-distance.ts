/** The Levenshtein distance of two texts. */
export function editDistance(one: string, other: string): number {
  let above = Uint32Array.from({ length: other.length + 1 }, (_, column) => column);
  let current = new Uint32Array(above.length);
  for (let row = 1; row <= one.length; row++) {
    const character = one.charCodeAt(row - 1);
    let left = row;
    let diagonal = row - 1;
    current[0] = row;
    for (let column = 1; column <= other.length; column++) {
      const up = above[column] ?? 0;
      const changed = character === other.charCodeAt(column - 1) ? diagonal : diagonal + 1;
      const added = (up < left ? up : left) + 1;
      left = changed < added ? changed : added;
      current[column] = left;
      diagonal = up;
    }
    [above, current] = [current, above];
  }
  return above.at(-1) ?? 0;
}
