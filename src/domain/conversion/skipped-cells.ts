import { groupBy } from '../text/group-by.ts';
import type { SkipReason } from './skip-reason.ts';
import type { SkippedCell } from './changes.ts';

/** The skipped cells by reason, as shown to a person: without those outside the selection. */
export function skippedByReason(skipped: readonly SkippedCell[]): ReadonlyMap<SkipReason, readonly SkippedCell[]> {
  return groupBy(
    skipped.filter(({ reason }) => reason !== 'outside-selection'),
    ({ reason }) => reason,
  );
}
