import { describeProblem, tellingOf } from '../domain/messages/message.ts';
import type { Consolidation } from '../domain/submissions/consolidation.ts';
import { planMasterWorkbook } from '../domain/master/plan/master-workbook.ts';
import type { WorkbookPlan } from '../domain/spreadsheet/plan.ts';

/** When a master was made, and the month it reports on. */
export interface MasterFacts {
  /** ISO 8601 instant in UTC. */
  readonly created: string;
  /** Month of the report, such as `เมษายน ๒๕๖๕`, if it differs from the programme's own. */
  readonly asOf?: string;
}

/** Plans the master report of a consolidation, with its problems in Thai. */
export function planMaster(consolidation: Consolidation, facts: MasterFacts): WorkbookPlan {
  const telling = tellingOf(consolidation, 'office');
  return planMasterWorkbook(consolidation, {
    ...facts,
    describe: (problem) => describeProblem(problem, 'th', telling),
  });
}
