/**
 * A time as an ISO 8601 instant; undefined for one outside the calendar, as a damaged file system may give.
 * @param milliseconds since 1970 in UTC
 */
export function instantOf(milliseconds: number): string | undefined {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
