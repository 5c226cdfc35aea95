import type { Programme, StatusId } from '../programme/programme.ts';
import { compareKey } from '../text/compare.ts';

/** The status that a text spells, spacing and kind of digits aside, or undefined. */
export function findStatus({ statuses }: Programme, text: string): StatusId | undefined {
  return statuses.find(({ label }) => compareKey(label) === compareKey(text))?.id;
}
