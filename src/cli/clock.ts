import type { Clock } from '../usecases/ports/clock.ts';
import { UsageError } from './usage-error.ts';

/** The last second of the year 9999, the latest that an ISO date with a four-digit year can express. */
const LAST_SECOND = 253_402_300_799;

/**
 * The current time, or the fixed second in `SOURCE_DATE_EPOCH` (https://reproducible-builds.org/specs/source-date-epoch/).
 * An invalid value throws a {@link UsageError} when the time is read.
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
