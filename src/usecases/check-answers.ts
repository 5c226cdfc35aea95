import type { Finding } from '../domain/checks/finding.ts';
import { validateInSteps } from '../domain/checks/validate.ts';
import type { Consolidation } from '../domain/submissions/consolidation.ts';
import type { Steps } from '../domain/text/steps.ts';
import { inSteps } from './in-steps.ts';

/**
 * Applies all rules to the answers that a consolidation uses, in short steps: a page stays responsive, and the work can be stopped.
 * Measures without an answer are left out: the completeness of the report counts them.
 * @throws the signal's reason as soon as it is aborted.
 */
export function checkAnswers(consolidation: Consolidation, signal?: AbortSignal): Promise<readonly Finding[]> {
  return inSteps(findingsOf(consolidation), signal);
}

function* findingsOf({ programme, roster, agencies, problems }: Consolidation): Steps<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { submissions } of agencies) {
    if (submissions.length === 0) continue;
    const found = yield* validateInSteps({ submissions, problems }, { programme, roster });
    for (const finding of found) if (finding.code !== 'answer-missing') findings.push(finding);
  }
  return findings;
}
