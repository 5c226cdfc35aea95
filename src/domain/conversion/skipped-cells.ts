import { groupBy } from '../text/group-by.ts';
import type { SkipReason } from './skip-reason.ts';
import type { SkippedCell } from './changes.ts';
import { parseToken } from '../form/identity.ts';

/**
 * The skipped cells to show to a person, by reason: without those outside the
 * selection and the hidden tokens of the form.
 */
export function skippedByReason(skipped: readonly SkippedCell[]): ReadonlyMap<SkipReason, readonly SkippedCell[]> {
  const shown = skipped.filter(({ reason, text }) => reason !== 'outside-selection' && parseToken(text) === undefined);
  return groupBy(shown, ({ reason }) => reason);
}
