import type { Finding } from '../domain/checks/finding.ts';
import { validate } from '../domain/checks/validate.ts';
import type { Consolidation } from '../domain/submissions/consolidation.ts';

/**
 * Applies all rules to the answers that a consolidation uses, one agency at a time: a page stays responsive, and the work
 * can be stopped. Measures without an answer are left out: the completeness of the report counts them.
 * @throws the signal's reason as soon as it is aborted.
 */
export async function checkAnswers(
  { programme, roster, agencies, problems }: Consolidation,
  signal?: AbortSignal,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { submissions } of agencies) {
    if (submissions.length === 0) continue;
    const found = validate({ submissions, problems }, { programme, roster });
    findings.push(...found.filter(({ code }) => code !== 'answer-missing'));
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
  }
  return findings;
}
