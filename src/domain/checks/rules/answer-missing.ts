import { issuesOfAgency } from '../../programme/assignment.ts';
import { submissionRule } from './rule.ts';

/** A measure that the agency is responsible for, without an answer, in an issue whose sheet is in the file. */
export const answerMissing = submissionRule({
  code: 'answer-missing',
  severity: 'must',
  facts: [],
  parameters: {},
  *find({ agency, issues, entries, problems }, { programme }) {
    const answered = new Set(entries.map(({ measure }) => measure));
    for (const problem of problems) {
      if ('measure' in problem) answered.add(problem.measure);
    }
    for (const { issue, measures } of issuesOfAgency(programme, agency)) {
      if (!issues.includes(issue.number)) continue;
      for (const { key: measure } of measures) {
        if (!answered.has(measure)) yield { measure, sheet: issue.sheetName, facts: {} };
      }
    }
  },
});
