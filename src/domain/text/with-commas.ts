/** A whole number as it is read: `12,345`. Formatting by locale takes milliseconds to begin. */
export function withCommas(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}
