import { checksum } from '../text/checksum.ts';
import { compareKey } from '../text/compare.ts';

/** What tells a text that the program wrote beside an answer from one that a person typed there, however its digits are. */
export function pastSum(text: string): string {
  return checksum(compareKey(text));
}
