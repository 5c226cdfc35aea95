import { textOf, type ProblemCode } from '../domain/diagnostics/problem.ts';
import type { ReadResult } from '../domain/submissions/submission.ts';
import { isUnreadable } from './unreadable.ts';

/** Problems that carry only what the form itself shows. */
const UNANSWERED: ReadonlySet<ProblemCode> = new Set(['issue-gone-unanswered', 'measure-gone-unanswered']);

/** Whether a file has answers, or cannot be read to find out. */
export function isAnswered({ submissions, problems }: ReadResult): boolean {
  return (
    submissions.some(({ entries, contact }) => entries.length > 0 || Object.keys(contact).length > 0) ||
    problems.some((problem) => isUnreadable(problem) || (!UNANSWERED.has(problem.code) && textOf(problem) !== ''))
  );
}
