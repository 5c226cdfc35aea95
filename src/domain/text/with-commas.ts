/** A whole number with thousands separators: `12,345`. `Intl.NumberFormat` takes milliseconds on first use. */
export function withCommas(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}
