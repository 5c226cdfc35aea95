import type { DigitProfile } from '../../text/digit-profile.ts';
import type { Edit } from '../../text/edits.ts';
import { editsOf, toThaiDigits, type DigitChange } from '../../text/thai-digits.ts';

/** The changes of a conversion to Thai digits for which `holds` is true. */
export function digitChanges(
  text: string,
  profile: DigitProfile,
  holds: (change: DigitChange) => boolean,
): readonly Edit[] {
  return editsOf(toThaiDigits(text, profile).changes.filter(holds));
}
