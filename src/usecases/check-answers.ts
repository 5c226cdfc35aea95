import type { Finding } from '../domain/checks/finding.ts';
import { findingKeeper } from '../domain/checks/stored-finding.ts';
import { createChecker } from '../domain/checks/validate.ts';
import type { Consolidation } from '../domain/submissions/consolidation.ts';
import type { TextStore } from '../domain/submissions/entry-store.ts';
import type { Steps } from '../domain/text/steps.ts';
import { groupBy } from '../domain/text/group-by.ts';
import { inSteps } from './in-steps.ts';

/**
 * Applies all rules to the answers that a consolidation uses, in short steps: a page stays responsive, and the work can be stopped.
 * Measures without an answer are left out: the completeness of the report counts them.
 * @param store where what describes the findings is kept; by default in memory
 * @throws the signal's reason as soon as it is aborted.
 */
export function checkAnswers(
  consolidation: Consolidation,
  signal?: AbortSignal,
  store?: TextStore,
): Promise<readonly Finding[]> {
  return inSteps(findingsOf(consolidation, store), signal);
}

/** UTF-16 code units of the texts to remember where memory is short: what is written again and again, a hundred agencies write, too. */
const FEW = 4_000_000;

function* findingsOf(
  { programme, roster, agencies, problems }: Consolidation,
  store: TextStore | undefined,
): Steps<readonly Finding[]> {
  const check = createChecker({ programme, roster, ...(store ? { remembered: FEW } : {}) });
  // Every agency is checked with the problems that concern it, not with those of thousands of others.
  const byAgency = groupBy(problems, ({ agency }) => agency);
  const ofNone = byAgency.get(undefined) ?? [];
  const findings: Finding[] = [];
  const keep = findingKeeper(store);
  for (const { agency, submissions } of agencies) {
    if (submissions.length === 0) continue;
    const own = byAgency.get(agency) ?? [];
    const found = yield* check({ submissions, problems: [...ofNone, ...own] });
    for (const finding of found) if (finding.code !== 'answer-missing') findings.push(keep(finding));
  }
  return findings;
}
