import { coverageByFindings } from '../domain/checks/coverage-by-findings.ts';
import { tableOf } from '../domain/master/read/list-sheets.ts';
import { submissionsInTable } from '../domain/master/read/submissions-in-table.ts';
import type { YearData } from '../domain/programme/year-data.ts';
import type { WorkbookContent } from '../domain/spreadsheet/content.ts';
import { addResult, emptyConsolidation, finish } from '../domain/submissions/consolidate.ts';
import type { Consolidation } from '../domain/submissions/consolidation.ts';
import { checkAnswers } from './check-answers.ts';

/** The answers that a master was made of, as its table of all answers tells them. */
export async function answersOfMaster(
  { sheets }: Pick<WorkbookContent, 'sheets'>,
  { programme, roster }: YearData,
): Promise<Consolidation> {
  const table = tableOf(sheets) ?? { cells: [] };
  const answers = finish(addResult(emptyConsolidation(programme, roster), submissionsInTable(table, programme)));
  // As when the master was made: an answer that nobody can tell is not counted as done.
  const findings = await checkAnswers(answers);
  return { ...answers, agencies: coverageByFindings(programme, answers.agencies, findings, answers.problems) };
}
