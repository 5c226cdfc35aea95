import { RULES } from '../../checks/rules/registry.ts';
import { officeProperties } from '../../form/identity.ts';
import { measuresOf } from '../../programme/programme.ts';
import { agenciesOfAllYears } from '../../programme/roster.ts';
import type { YearData } from '../../programme/year-data.ts';
import { thaiDigits } from '../../text/digits.ts';
import type { WorkbookPlan } from '../../spreadsheet/plan.ts';
import { formatYearToken } from '../tokens.ts';
import { keysOf, knownVersion } from '../version.ts';
import { agencyRows, classRows, issueRows, measureRows } from './data-rows.ts';
import { ruleRows } from './rule-rows.ts';
import { planTableSheet } from './table-sheet.ts';
import { planYearSheet } from './year-sheet.ts';

/** What else a workbook of a year is made from. */
export interface YearPlanOptions {
  readonly created: string;
  /** What each rule is about, by code. */
  readonly ruleTitles?: ReadonlyMap<string, string>;
}

/** Rows that are ready for more measures, agencies and so on. */
const SPARE_ROWS = 15;

/** A year's programme and roster as a workbook in which the office edits them. The same input gives the same plan. */
export function planYearWorkbook(data: YearData, { created, ruleTitles = new Map() }: YearPlanOptions): WorkbookPlan {
  const { programme, roster } = data;
  const agencies = agenciesOfAllYears(roster);
  const issues = [...new Set(measuresOf(programme).map(({ issue }) => thaiDigits(String(issue.number))))];
  const kinds = [...new Set(agencies.map(({ kind }) => kind))];
  const spare = SPARE_ROWS;
  return {
    sheets: [
      planYearSheet(programme, formatYearToken({ kind: 'data', ...knownVersion(programme) })),
      planTableSheet('issues', { rows: issueRows(programme), spare }),
      planTableSheet('measures', {
        rows: measureRows(data),
        spare,
        token: formatYearToken({ kind: 'keys', keys: keysOf(programme) }),
        lists: { issue: { values: issues, isAdvice: true } },
      }),
      planTableSheet('agencies', {
        rows: agencyRows(agencies),
        spare,
        lists: { kind: { values: kinds, isAdvice: true } },
      }),
      planTableSheet('classes', { rows: classRows(roster.classes), spare }),
      planTableSheet('rules', ruleRows(programme.rules ?? {}, RULES, ruleTitles)),
    ],
    properties: officeProperties(programme, 'programme'),
    title: `ชุดมาตรการและทะเบียนหน่วยงาน ${programme.title}`,
    author: programme.organisation,
    created,
  };
}

/** Name of the file of a year's workbook: `ชุดมาตรการ-bma-2565.xlsx`. */
export function yearFileName({ programme }: YearData): string {
  return `ชุดมาตรการ-${programme.id}.xlsx`;
}
