import { replacements } from '../../text/edits.ts';
import { repairRule, TYPED } from './rule.ts';

/** Spaces that keep a line from breaking, as they come from web pages and Word: in a cell they push words over its edge. */
export const noBreakSpace = repairRule({
  code: 'no-break-space',
  severity: 'may',
  parameters: {},
  fields: TYPED,
  context: 8,
  repair: (text) => replacements(text, /[\u00a0\u2007\u202f]+/g, (found) => ' '.repeat(found.length)),
});
