import { chasesOf } from '../../chasing/chase.ts';
import type { Finding } from '../../checks/finding.ts';
import type { RuleCode } from '../../checks/rules/registry.ts';
import { remarksOfReport } from '../../checks/remark.ts';
import { issuesOf, type Programme, type ReportFront } from '../../programme/programme.ts';
import type { Consolidation } from '../../submissions/consolidation.ts';
import { thaiDigits } from '../../text/digits.ts';
import { planYearSheet, yearProperties, type PackedYear } from '../../form/carried-year.ts';
import { masterProperties } from '../../form/identity.ts';
import { dashboardOf } from '../dashboard.ts';
import { planMasterCover } from './cover-sheet.ts';
import { planMasterDashboard } from './dashboard-sheet.ts';
import type { Decision, RecordedProblem } from '../decisions.ts';
import { NO_FOLLOW_UP, type FollowUp } from '../follow-up.ts';
import { measureLocations, planMasterIssue } from './issue-sheet.ts';
import { printedReport, type PrintedParagraph, type PrintedParagraphs } from './report-paragraphs.ts';
import { planMasterGroups } from './groups-sheet.ts';
import { planMasterCompleteness } from './completeness-sheet.ts';
import { planMasterFollowUp } from './follow-up-sheet.ts';
import { planMasterNotes } from './notes-sheet.ts';
import { planMasterProblems, type DescribeProblems } from './problems-sheet.ts';
import { planMasterStatus } from './status-sheet.ts';
import { planMasterUnfinished } from './unfinished-sheet.ts';
import { planMasterTable } from './answers-table.ts';
import type { MasterPicture } from '../pictures.ts';
import { inPrintedOrder, picturesOfAnswers, planMasterPictures } from './pictures-sheet.ts';
import { planMasterReview } from './review-sheet.ts';
import type { MergedReport } from '../merge/merge-report.ts';
import { GROUPED_WORD, STATE_WORDS, type ParagraphState } from '../merge/states.ts';
import type { SheetContent } from '../../spreadsheet/content.ts';
import type { WorkbookPlan } from '../../spreadsheet/plan.ts';
import { runSteps, type Steps } from '../../text/steps.ts';

/** Options of the master. */
export interface MasterOptions extends DescribeProblems {
  /** ISO 8601 instant. */
  readonly created: string;
  /** Month of the report, such as `เมษายน ๒๕๖๕`; the programme's by default. */
  readonly asOf?: string;
  /** Describes what a rule finds, in a few words. */
  readonly describeRule: (code: RuleCode) => string;
  /** The findings in the answers; by default none. */
  readonly findings?: readonly Finding[];
  /** The office's decisions about problems in earlier masters; by default none. */
  readonly decisions?: readonly Decision[];
  /** What earlier masters said of files that were not read again; by default nothing. */
  readonly kept?: readonly RecordedProblem[];
  /** What people wrote on the sheet ติดตาม of earlier masters; by default nothing. */
  readonly followUp?: FollowUp;
  /** The edited master that the answers were merged with. */
  readonly merge?: MergeFacts;
  /** The pictures that agencies put on their sheets; by default none. */
  readonly pictures?: readonly MasterPicture[];
  /** The data of the year for the master to carry; by default none. */
  readonly year?: PackedYear;
}

/** A merge, with what else the next master takes from the edited one. */
export interface MergeFacts {
  readonly merged: MergedReport;
  /** The texts around the table; by default the programme's. */
  readonly front?: ReportFront;
  readonly earlierReview?: SheetContent;
}

/** File name of the master, which sorts before those of the agencies: `0000-รายงานรวม-๒๕๖๕.xlsx`. */
export function masterFileName(programme: Programme): string {
  return `0000-รายงานรวม-${thaiDigits(String(programme.year))}.xlsx`;
}

/**
 * Plans the master: a cover, the printed sheets of the report, charts of its progress, the completeness of answers, the status of the
 * measures and the unfinished ones, who owes what, the notes, the problems, and one flat table of all entries. Every text of an agency is
 * in a text cell; none becomes a formula or link.
 */
export function planMasterWorkbook(consolidation: Consolidation, options: MasterOptions): WorkbookPlan {
  return runSteps(planMasterInSteps(consolidation, options));
}

/** The same as {@link planMasterWorkbook} in many short steps. */
export function* planMasterInSteps(consolidation: Consolidation, options: MasterOptions): Steps<WorkbookPlan> {
  const { programme, roster, problems } = consolidation;
  const { findings = [], decisions = [], merge, year } = options;
  const front = merge?.front ?? programme.report;
  const { asOf = front.asOf } = options;
  const report = printedReport(consolidation, merge && printedOf(merge.merged));
  const issues = issuesOf(programme).map((placed) => planMasterIssue(report, placed));
  const locations = yield* measureLocations(report);
  const pictures = inPrintedOrder(consolidation, options.pictures ?? []);
  const evidence = planMasterPictures(consolidation, pictures, locations);
  // Each of these goes through all answers or findings, so it is a step of its own.
  yield;
  const dashboard = dashboardOf(consolidation, findings, options.created);
  yield;
  const chases = chasesOf(consolidation, { asOf: options.created, now: options.created });
  yield;
  const remarks = remarksOfReport(problems, findings, roster);
  yield;
  return {
    sheets: [
      planMasterCover(consolidation, findings, { ...front, asOf }, evidence),
      ...issues,
      ...planMasterGroups(merge?.merged.answers ?? consolidation, locations),
      ...(merge ? [planMasterReview(programme, merge.merged, merge.earlierReview)] : []),
      planMasterDashboard(consolidation, dashboard, { asOf, describeRule: options.describeRule }),
      planMasterCompleteness(consolidation),
      planMasterStatus(consolidation),
      planMasterUnfinished(consolidation, locations),
      planMasterFollowUp({
        chases,
        followUp: options.followUp ?? NO_FOLLOW_UP,
        asOf: options.created,
      }),
      planMasterNotes(consolidation),
      ...evidence,
      planMasterProblems({ ...options, remarks, roster, decisions, locations }),
      planMasterTable(consolidation, evidence[0] && picturesOfAnswers(pictures, evidence[0])),
      ...(year ? [planYearSheet(year)] : []),
    ],
    properties: {
      ...masterProperties(programme, consolidation.isGrouped),
      ...(year ? yearProperties(year) : {}),
    },
    title: programme.title,
    author: programme.organisation,
    created: options.created,
  };
}

function printedOf({ measures, carried }: MergedReport): PrintedParagraphs {
  return new Map(
    Array.from(measures, ([measure, paragraphs]) => [
      measure,
      paragraphs.map(({ text, sources, state, from, isGroup }) => ({
        text,
        sources,
        ...wordOf(state, isGroup),
        ...(from === undefined ? {} : { annotations: carried.get(from) ?? [] }),
      })),
    ]),
  );
}

function wordOf(state: ParagraphState | undefined, isGroup?: true): Pick<PrintedParagraph, 'state'> {
  if (state !== undefined) return { state: STATE_WORDS[state] };
  return isGroup ? { state: GROUPED_WORD } : {};
}
