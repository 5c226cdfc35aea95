import { editDistance } from '../domain/programme/edit-distance.ts';

/** Returns the candidate with the smallest edit distance to `text`, the first of several; undefined if there are none. */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  const distances = candidates.map((candidate) => editDistance(text, candidate));
  return candidates[distances.indexOf(Math.min(...distances))];
}
