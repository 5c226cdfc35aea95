import { estimateHeight } from '../../text/layout.ts';
import { textRule } from './rule.ts';

/** A paragraph taller than a row of the printed report, which the report splits into several rows. */
export const paragraphTooTall = textRule({
  code: 'paragraph-too-tall',
  severity: 'may',
  facts: [],
  /** Width of the result column in points, and Excel's maximum row height. */
  parameters: { widthPoints: 574, fontSize: 16, maxHeightPoints: 409 },
  fields: ['result'],
  *find(text, { parameters: { widthPoints, fontSize, maxHeightPoints } }) {
    // No character is wider than two ems, so a short text always fits.
    if (text.length < (widthPoints / fontSize) * 2) return;
    if (estimateHeight(text, { widthPoints, fontSize }, maxHeightPoints) > maxHeightPoints) {
      yield { start: 0, end: text.length, facts: {} };
    }
  },
});
