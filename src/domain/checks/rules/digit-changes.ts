import type { DigitProfile } from '../../text/digit-profile.ts';
import type { Edit } from '../../text/edits.ts';
import { editsOf, toThaiDigits, type DigitChange } from '../../text/thai-digits.ts';

let last:
  { readonly text: string; readonly profile: DigitProfile; readonly changes: readonly DigitChange[] } | undefined;

/** The changes of a conversion to Thai digits for which `holds` is true. Three rules ask for one text in turn: it is converted once. */
export function digitChanges(
  text: string,
  profile: DigitProfile,
  holds: (change: DigitChange) => boolean,
): readonly Edit[] {
  if (last?.text !== text || last.profile !== profile) {
    last = { text, profile, changes: toThaiDigits(text, profile).changes };
  }
  return editsOf(last.changes.filter(holds));
}
