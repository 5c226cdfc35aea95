import { collapse } from '../text/compare.ts';
import { graphemeSegments } from '../text/segments.ts';

/** Most graphemes of an excerpt, unless told otherwise. */
const EXCERPT = 120;

/** An excerpt of a text on one line, of at most so many graphemes. */
export function excerpt(text: string, most = EXCERPT): string {
  const line = collapse(text);
  if (line.length <= most) return line;
  let graphemes = 0;
  // The segments come one by one, so that nothing behind the excerpt is looked at.
  for (const { index } of graphemeSegments(line)) {
    if (graphemes === most) return `${line.slice(0, index)}…`;
    graphemes += 1;
  }
  return line;
}
