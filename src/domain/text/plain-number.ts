/**
 * Formats a number like Excel's formula bar, with up to 15 significant digits. A cell in General format shows only as many digits as fit
 * its width, which would lose digits of telephone or identity numbers.
 */
export function plainNumber(value: number): string {
  // Most numbers are integers, which need no rounding.
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const rounded = Number(value.toPrecision(15));
  return String(Number.isFinite(rounded) ? rounded : value)
    .toUpperCase()
    .replace(/E([+-])(\d)$/, 'E$10$2');
}
