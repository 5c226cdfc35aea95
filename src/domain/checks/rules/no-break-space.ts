import { replacements } from '../../text/edits.ts';
import { repairRule, TYPED } from './rule.ts';

/** No-break spaces (U+00A0 and the like), often pasted from web pages and Word: they prevent line breaks in a cell. */
export const noBreakSpace = repairRule({
  code: 'no-break-space',
  severity: 'may',
  parameters: {},
  fields: TYPED,
  skipsOrdinarySpelling: true,
  context: 8,
  repair: (text) => replacements(text, /[\u00a0\u2007\u202f]+/g, (found) => ' '.repeat(found.length)),
});
