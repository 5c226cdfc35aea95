import type { Clock } from '../usecases/ports/clock.ts';
import { UsageError } from './usage-error.ts';

/** The last second that an ISO date of four digits can spell: the end of the year 9999. */
const LAST_SECOND = 253_402_300_799;

/**
 * The time of day, or the fixed second that `SOURCE_DATE_EPOCH` gives (https://reproducible-builds.org/specs/source-date-epoch/).
 * A value that is no number of seconds is a {@link UsageError} when the time is asked for.
 */
export function createClock(epoch: string | undefined): Clock {
  return {
    now() {
      if (epoch === undefined || epoch === '') return new Date().toISOString();
      const seconds = Number(epoch);
      if (!/^\d+$/.test(epoch) || seconds > LAST_SECOND) throw new UsageError('bad-clock', { found: epoch });
      return new Date(seconds * 1000).toISOString();
    },
  };
}
