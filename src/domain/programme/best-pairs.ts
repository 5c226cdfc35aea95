/**
 * The pairs of rows and columns whose weights have the greatest sum, each row and column in one pair at most; pairs without weight are left
 * out. Pairs are in the order of the rows; of several greatest sums always the same one is taken. The Hungarian method with potentials, in
 * O(rows² × columns) steps.
 * @param weightOf not negative
 */
export function bestPairs(
  rows: number,
  columns: number,
  weightOf: (row: number, column: number) => number,
): readonly (readonly [row: number, column: number])[] {
  if (rows > columns) {
    const turned = bestPairs(columns, rows, (column, row) => weightOf(row, column));
    return turned.map(([column, row]) => [row, column] as const).toSorted(([one], [other]) => one - other);
  }
  const owners = ownersOf(rows, columns, weightOf);
  return owners
    .flatMap((row, column) => (row !== undefined && weightOf(row, column) > 0 ? [[row, column] as const] : []))
    .toSorted(([one], [other]) => one - other);
}

/** The row that each column belongs to; there are no more rows than columns. */
function ownersOf(
  rows: number,
  columns: number,
  weightOf: (row: number, column: number) => number,
): readonly (number | undefined)[] {
  const potentialOfRow = new Float64Array(rows);
  const potentialOfColumn = new Float64Array(columns);
  const owners: (number | undefined)[] = new Array<number | undefined>(columns).fill(undefined);
  for (let added = 0; added < rows; added += 1) {
    const slack = new Float64Array(columns).fill(Infinity);
    /** The column before each one on the shortest path; -1 for those next to the added row. */
    const before = new Int32Array(columns).fill(-1);
    const isDone = new Uint8Array(columns);
    let row: number | undefined = added;
    let column = -1;
    while (row !== undefined) {
      let next = -1;
      for (let each = 0; each < columns; each += 1) {
        if (isDone[each]) continue;
        const cost = -weightOf(row, each) - (potentialOfRow[row] ?? 0) - (potentialOfColumn[each] ?? 0);
        if (cost < (slack[each] ?? 0)) {
          slack[each] = cost;
          before[each] = column;
        }
        if (next < 0 || (slack[each] ?? 0) < (slack[next] ?? 0)) next = each;
      }
      const least = slack[next] ?? 0;
      potentialOfRow[added] = (potentialOfRow[added] ?? 0) + least;
      for (let each = 0; each < columns; each += 1) {
        if (!isDone[each]) slack[each] = (slack[each] ?? 0) - least;
        else {
          const owner = owners[each] ?? 0;
          potentialOfRow[owner] = (potentialOfRow[owner] ?? 0) + least;
          potentialOfColumn[each] = (potentialOfColumn[each] ?? 0) - least;
        }
      }
      isDone[next] = 1;
      column = next;
      row = owners[next];
    }
    while (column >= 0) {
      const previous: number = before[column] ?? -1;
      owners[column] = previous < 0 ? added : owners[previous];
      column = previous;
    }
  }
  return owners;
}
