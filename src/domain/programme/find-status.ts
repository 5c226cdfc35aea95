import type { Programme, StatusId } from './programme.ts';
import { compareKey } from '../text/compare.ts';
import { labelKey } from '../text/label-key.ts';

/** The status that a text spells, spacing and kind of digits aside, or undefined. */
export function findStatus({ statuses }: Programme, text: string): StatusId | undefined {
  const exact = statuses.find(({ label }) => label === text);
  if (exact) return exact.id;
  const key = compareKey(text.replace(/[.\s]+$/, ''));
  return statuses.find(({ label }) => labelKey(label) === key)?.id;
}
