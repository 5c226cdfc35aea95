import { bangkokTime } from '../text/dates.ts';

/**
 * How an answer relates to its due date, in calendar days of Bangkok. A complete answer is `early` if it was saved that many days before
 * the due date (0 on the day itself), `late` if it was saved after it, and `unknown` if its file does not tell when it was saved. An
 * incomplete answer is `open` if that many days are left, and `overdue` if the due date has passed.
 */
export type Timing =
  { readonly kind: 'early' | 'late' | 'open' | 'overdue'; readonly days: number } | { readonly kind: 'unknown' };

/** What the timing of an answer depends on. */
export interface TimedAnswer {
  readonly isComplete: boolean;
  /** ISO 8601 instant. */
  readonly savedAt?: string;
}

const DAY = 86_400_000;

/**
 * How an answer relates to its due date.
 * @param due last day in Bangkok, such as `2022-04-29`
 * @param now ISO 8601 instant, or a day in Bangkok
 */
export function timingOf({ isComplete, savedAt = '' }: TimedAnswer, due: string, now: string): Timing {
  if (!isComplete) {
    const days = daysBetween(due, dayOf(now) ?? due);
    return days > 0 ? { kind: 'overdue', days } : { kind: 'open', days: 0 - days };
  }
  const saved = dayOf(savedAt);
  if (saved === undefined) return { kind: 'unknown' };
  const days = daysBetween(due, saved);
  return days > 0 ? { kind: 'late', days } : { kind: 'early', days: 0 - days };
}

/** The day in Bangkok of an instant, or a day as it is; undefined for neither. */
export function dayOf(time: string): string | undefined {
  return /^\d{4}-\d\d-\d\d$/.test(time) ? time : bangkokTime(time)?.slice(0, 10);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}
