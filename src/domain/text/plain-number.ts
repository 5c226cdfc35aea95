/**
 * Formats a number as Excel's formula bar does, with up to 15 significant digits. In General format a cell shows only
 * as many as fit its width, which would lose digits of telephone or identity numbers.
 */
export function plainNumber(value: number): string {
  // Most numbers are integers, which need no rounding.
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const rounded = Number(value.toPrecision(15));
  return String(Number.isFinite(rounded) ? rounded : value)
    .toUpperCase()
    .replace(/E([+-])(\d)$/, 'E$10$2');
}
