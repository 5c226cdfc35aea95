import { entryRule } from './rule.ts';

/** A measure that is done and requires evidence, without any. */
export const evidenceMissing = entryRule({
  code: 'evidence-missing',
  severity: 'should',
  facts: [],
  /** Keys of the measures that need evidence. */
  parameters: { measures: [] as readonly string[] },
  *find({ measure, status, texts }, _, { parameters: { measures } }) {
    if (status?.id !== 'done' || !measures.includes(measure)) return;
    if (texts.some(({ source }) => source.field === 'evidence')) return;
    yield { measure, sheet: status.sheet, cell: status.cell, field: 'evidence', facts: {} };
  },
});
