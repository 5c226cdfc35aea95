/** Points of a Thai digit of a label, and of what stands around its digits, as LibreOffice draws them. */
const DIGIT = 6.5;
const AROUND = 3;

/**
 * The pieces of a bar whose numbers have no room beside those of larger pieces: two numbers over each other read as another number.
 * @param numbers of the pieces, from the first of the bar to the last
 * @param width of the bar in points
 */
export function piecesWithoutLabel(numbers: readonly number[], width: number): ReadonlySet<number> {
  const total = numbers.reduce((sum, number) => sum + number, 0);
  let before = 0;
  const labels = numbers.map((number, index) => {
    const middle = total === 0 ? 0 : ((before + number / 2) / total) * width;
    before += number;
    return { index, number, middle, half: (String(number).length * DIGIT + AROUND) / 2 };
  });
  const kept: typeof labels = [];
  const without = new Set<number>();
  for (const label of labels.toSorted((one, other) => other.number - one.number)) {
    if (label.number === 0) continue;
    const isFree = kept.every(({ middle, half }) => Math.abs(middle - label.middle) >= half + label.half);
    if (isFree) kept.push(label);
    else without.add(label.index);
  }
  return without;
}
