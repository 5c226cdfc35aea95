import { groupBy } from '../text/group-by.ts';
import type { SkipReason } from './skip-reason.ts';
import type { SkippedCell } from './changes.ts';
import { parseToken } from '../form/identity.ts';

/**
 * The skipped cells to show to a person, by reason: without those outside the
 * selection and the hidden tokens of the form.
 */
export function skippedByReason(left: readonly SkippedCell[]): ReadonlyMap<SkipReason, readonly SkippedCell[]> {
  const asked = left.filter(({ reason, text }) => reason !== 'outside-selection' && parseToken(text) === undefined);
  return groupBy(asked, ({ reason }) => reason);
}
