import { replacements } from '../../text/edits.ts';
import { repairRule, TYPED } from './rule.ts';

/**
 * Nikhahit and sara aa typed for sara am; a tone mark precedes it. NFC does not compose them, and NFKC decomposes sara
 * am.
 */
export const thaiSplitAm = repairRule({
  code: 'thai-split-am',
  severity: 'should',
  parameters: {},
  fields: TYPED,
  skipsOrdinarySpelling: true,
  context: 8,
  repair: (text) => replacements(text, /[่-๋]?ํ[่-๋]?า/g, (found) => `${found.replace(/[ํา]/g, '')}ำ`),
});
