import { checksum } from '../text/checksum.ts';
import { compareKey } from '../text/compare.ts';

/**
 * The checksum that identifies a text of last year's answers as written by the program and not by a person. It does not depend on the
 * kind of digits.
 */
export function pastChecksum(text: string): string {
  return checksum(compareKey(text));
}
