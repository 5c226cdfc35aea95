import { replacements } from '../../text/edits.ts';
import { repairRule, TYPED } from './rule.ts';

/** The letters and marks that old Thai fonts for Windows have as lower or shifted glyphs from U+F700 on. */
const GLYPHS = 'ฐิีึื่้๊๋์่้๊๋์ญัํ็่้๊๋์ฺุู';

/** Private use characters of old fonts; other fonts show boxes. */
export const privateGlyphs = repairRule({
  code: 'private-glyphs',
  severity: 'should',
  parameters: {},
  fields: TYPED,
  skipsOrdinarySpelling: true,
  context: 8,
  repair: (text) =>
    replacements(text, /[\uf700-\uf71a]+/g, (found) =>
      Array.from(found, (glyph) => GLYPHS.charAt(glyph.charCodeAt(0) - 0xf700)).join(''),
    ),
});
