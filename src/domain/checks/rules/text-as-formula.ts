import { submissionRule } from './rule.ts';

/** What a cell shows, and the formula that Excel took for one, as the reader's problem keeps them. */
const NAME_ERROR = /^#NAME\? \(=(.+)\)$/s;

/** A sentence that Excel took for a formula because it begins with - or +: the cell shows #NAME?, the words are in the formula. */
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

/** The sentence in a formula that is none: it has Thai words, and neither quotation marks nor references to other sheets. */
function sentenceOf(problem: string): string | undefined {
  const [, formula = ''] = NAME_ERROR.exec(problem) ?? [];
  return /[ก-ฮ]{2}/.test(formula) && !/["'!]|_xl/.test(formula) ? formula : undefined;
}
