import { collapse } from '../text/compare.ts';
import { graphemeSegments } from '../text/segments.ts';

/** Most graphemes of an excerpt, unless told otherwise. */
const EXCERPT = 120;

/** An excerpt of a text on one line, of at most so many graphemes. */
export function excerpt(text: string, most = EXCERPT): string {
  const graphemes = Array.from(graphemeSegments(collapse(text)), ({ segment }) => segment);
  return graphemes.length > most ? `${graphemes.slice(0, most).join('')}…` : graphemes.join('');
}
