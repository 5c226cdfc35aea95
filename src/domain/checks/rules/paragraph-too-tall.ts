import { estimateHeight } from '../../text/layout.ts';
import { textRule } from './rule.ts';

/** A paragraph that no row of the printed report can hold: the report divides it over several rows. */
export const paragraphTooTall = textRule({
  code: 'paragraph-too-tall',
  severity: 'may',
  facts: [],
  /** The column of results in the report, in points, and the height that Excel gives a row at most. */
  parameters: { widthPoints: 731, fontSize: 16, maxHeightPoints: 409 },
  fields: ['result'],
  *find(text, { parameters: { widthPoints, fontSize, maxHeightPoints } }) {
    // No character is wider than two ems, so a short text fits whatever it says.
    if (text.length < (widthPoints / fontSize) * 2) return;
    if (estimateHeight(text, { widthPoints, fontSize }) > maxHeightPoints) {
      yield { start: 0, end: text.length, facts: {} };
    }
  },
});
