import { groupBy } from '../text/group-by.ts';
import type { SkipReason } from './skip-reason.ts';
import type { SkippedCell } from './changes.ts';
import { parseToken } from '../form/identity.ts';

/**
 * The cells that a conversion leaves and that a person would wonder about, by reason: nobody asked for those outside of the
 * selection, and nobody sees the form's own tokens.
 */
export function skippedByReason(left: readonly SkippedCell[]): ReadonlyMap<SkipReason, readonly SkippedCell[]> {
  const asked = left.filter(({ reason, text }) => reason !== 'outside-selection' && parseToken(text) === undefined);
  return groupBy(asked, ({ reason }) => reason);
}
