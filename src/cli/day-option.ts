import { foldDigits } from '../domain/text/digits.ts';
import { valueOf, type OptionName, type Options } from './args.ts';
import { UsageError } from './usage-error.ts';

/**
 * The day that an option gives, as an ISO date; in either era, and in Thai digits.
 * @throws {UsageError} for a value that is no date
 */
export function dayOption(options: Options, name: OptionName): string | undefined {
  const found = valueOf(options, name);
  if (found === undefined) return undefined;
  const day = inCommonEra(foldDigits(found));
  const date = new Date(`${day}T00:00:00Z`);
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
  if (!isDate) throw new UsageError('bad-value', { option: `--${name}`, found, allowed: 'YYYY-MM-DD' });
  return day;
}

/** A day whose year is of the Buddhist era, as officers write it, with that of the common era; any other text as it is. */
function inCommonEra(day: string): string {
  return day.replace(/^2[4-9]\d\d(?=-)/, (year) => String(Number(year) - 543));
}
