/**
 * A number as Excel's formula bar shows it: up to 15 significant digits. A cell in the format General shows as many of
 * them as fit its width, which would lose the digits of a telephone or identity number.
 */
export function plainNumber(value: number): string {
  // Most numbers are counts, which need no rounding.
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const rounded = Number(value.toPrecision(15));
  return String(Number.isFinite(rounded) ? rounded : value)
    .toUpperCase()
    .replace(/E([+-])(\d)$/, 'E$10$2');
}
