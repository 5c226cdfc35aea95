import { isNoAnswer } from '../../text/no-answer.ts';
import { entryRule } from './rule.ts';

/** A measure that is done and requires evidence, without any; a picture is one, dashes and dots are none. */
export const evidenceMissing = entryRule({
  code: 'evidence-missing',
  severity: 'should',
  facts: [],
  /** Keys of the measures that need evidence. */
  parameters: { measures: [] as readonly string[] },
  *find({ measure, status, texts, hasPicture }, _, { parameters: { measures } }) {
    if (hasPicture || status?.id !== 'done' || !measures.includes(measure)) return;
    const evidence = texts.filter(({ source }) => source.field === 'evidence');
    if (!evidence.every(({ text }) => isNoAnswer(text))) return;
    const [at] = evidence;
    if (at === undefined) yield { measure, sheet: status.sheet, cell: status.cell, field: 'evidence', facts: {} };
    else yield { at, facts: {} };
  },
});
