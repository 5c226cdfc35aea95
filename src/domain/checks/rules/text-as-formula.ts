import { submissionRule } from './rule.ts';

/** The shown value and the formula of a cell, in the text of the reader's problem. */
const NAME_ERROR = /^#NAME\? \(=(.+)\)$/s;

/** A sentence that Excel parsed as a formula because it begins with - or +: the cell shows #NAME?, the formula has the words. */
export const textAsFormula = submissionRule({
  code: 'text-as-formula',
  severity: 'must',
  facts: [],
  parameters: {},
  *find({ problems }) {
    for (const problem of problems) {
      if (problem.code !== 'error-value' || problem.sheet === undefined || problem.cell === undefined) continue;
      const text = sentenceOf(problem.text);
      if (text !== undefined) yield { sheet: problem.sheet, cell: problem.cell, facts: {}, whole: text };
    }
  },
});

/** The sentence in such a formula: it has Thai words, but no quotation marks or references to other sheets. */
function sentenceOf(problem: string): string | undefined {
  const [, formula = ''] = NAME_ERROR.exec(problem) ?? [];
  return /[ก-ฮ]{2}/.test(formula) && !/["'!]|_xl/.test(formula) ? formula : undefined;
}
