import { editDistance } from '../domain/programme/edit-distance.ts';

/** The candidate that takes the fewest edits to become `text`; the first of several. Undefined where there are none. */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  const distances = candidates.map((candidate) => editDistance(text, candidate));
  return candidates[distances.indexOf(Math.min(...distances))];
}
