import type { DigitProfile } from '../../text/digit-profile.ts';
import type { Edit } from '../../text/edits.ts';
import { editsOf, toThaiDigits, type DigitChange } from '../../text/thai-digits.ts';

/** The changes of a conversion to Thai digits for which `isWanted` is true, as edits. */
export function digitChanges(
  text: string,
  profile: DigitProfile,
  isWanted: (change: DigitChange) => boolean,
): readonly Edit[] {
  return editsOf(toThaiDigits(text, profile).changes.filter(isWanted));
}
