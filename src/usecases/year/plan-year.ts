import { RULES } from '../../domain/checks/rules/registry.ts';
import { describeRule } from '../../domain/messages/describe-finding.ts';
import type { YearData } from '../../domain/programme/year-data.ts';
import type { WorkbookPlan } from '../../domain/spreadsheet/plan.ts';
import { planYearWorkbook } from '../../domain/year-workbook/plan/year-workbook.ts';

/** A year's data as a workbook, which says in Thai what each rule is about. */
export function planYear(data: YearData, created: string): WorkbookPlan {
  const ruleTitles = new Map(RULES.map(({ code }) => [code, describeRule(code, 'th')]));
  return planYearWorkbook(data, { created, ruleTitles });
}
