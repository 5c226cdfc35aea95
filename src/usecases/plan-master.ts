import type { Finding } from '../domain/checks/finding.ts';
import { describeRule } from '../domain/messages/describe-finding.ts';
import { describeRemark } from '../domain/messages/describe-remark.ts';
import { describeDifference, messageContext } from '../domain/messages/message.ts';
import type { Consolidation } from '../domain/submissions/consolidation.ts';
import type { PackedYear } from '../domain/form/carried-year.ts';
import type { Decision, RecordedProblem } from '../domain/master/decisions.ts';
import type { FollowUp } from '../domain/master/follow-up.ts';
import type { MasterPicture } from '../domain/master/pictures.ts';
import {
  planMasterInSteps,
  planMasterWorkbook,
  type MasterOptions,
  type MergeFacts,
} from '../domain/master/plan/master-workbook.ts';
import type { WorkbookPlan } from '../domain/spreadsheet/plan.ts';
import { inSteps } from './in-steps.ts';

/** When a master was made, and the month it reports on. */
export interface MasterFacts {
  /** ISO 8601 instant in UTC. */
  readonly created: string;
  /** Month of the report, such as `เมษายน ๒๕๖๕`, if it differs from the programme's own. */
  readonly asOf?: string;
  /** What the rules found in the answers. */
  readonly findings?: readonly Finding[];
  /** What the office decided about problems, on the sheets of earlier masters. */
  readonly decisions?: readonly Decision[];
  /** What earlier masters said of files that were not read again. */
  readonly kept?: readonly RecordedProblem[];
  /** What people wrote on the sheet ติดตาม of earlier masters. */
  readonly followUp?: FollowUp;
  /** The edited master that the answers were merged with. */
  readonly merge?: MergeFacts;
  /** The pictures that agencies put on their sheets. */
  readonly pictures?: readonly MasterPicture[];
  /** The data of the year, which the master carries. */
  readonly year?: PackedYear;
}

/** Plans the master report of a consolidation, with its problems and findings in Thai. */
export function planMaster(consolidation: Consolidation, facts: MasterFacts): WorkbookPlan {
  return planMasterWorkbook(consolidation, optionsOf(consolidation, facts));
}

/** Does the same, and lets a page answer meanwhile. */
export function planMasterAside(consolidation: Consolidation, facts: MasterFacts): Promise<WorkbookPlan> {
  return inSteps(planMasterInSteps(consolidation, optionsOf(consolidation, facts)));
}

function optionsOf(consolidation: Consolidation, facts: MasterFacts): MasterOptions {
  const context = messageContext(consolidation, 'office');
  return {
    ...facts,
    describe: (remark) => describeRemark(remark, 'th', context),
    describeDifference: (difference) => describeDifference(difference, 'th'),
    describeRule: (code) => describeRule(code, 'th'),
  };
}
