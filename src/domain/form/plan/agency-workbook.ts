import { issuesOfAgency, type AgencyIssue } from '../../programme/assignment.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Agency } from '../../programme/roster.ts';
import { thaiDigits } from '../../text/digits.ts';
import { planCoverSheet } from './cover-sheet.ts';
import { planIssueSheet } from './issue-sheet.ts';
import { agencyProperties } from '../identity.ts';
import type { WorkbookPlan } from '../../spreadsheet/plan.ts';

/** The workbook that an agency fills in: a cover and a sheet for each issue. The same input gives the same plan. */
export function planAgencyWorkbook(
  programme: Programme,
  agency: Agency,
  options: { readonly created: string },
): WorkbookPlan {
  return planWorkbookFor(programme, agency, issuesOfAgency(programme, agency.code), options);
}

/** The workbook of an agency that is asked for these issues. */
export function planWorkbookFor(
  programme: Programme,
  agency: Agency,
  issues: readonly AgencyIssue[],
  options: { readonly created: string },
): WorkbookPlan {
  const issueSheets = issues.map(({ issue, measures }) => planIssueSheet(programme, agency, issue, measures));
  return {
    sheets: [planCoverSheet(programme, agency, issues), ...issueSheets],
    properties: agencyProperties(programme, agency.code),
    title: `${programme.title} ${agency.name}`,
    author: programme.organisation,
    created: options.created,
  };
}

/** Name of an agency's file: `5019-สำนักงานเขตบางกอกน้อย-๒๕๖๕.xlsx`. The code comes first, so that folders sort by it. */
export function agencyFileName(programme: Programme, agency: Agency): string {
  return `${agency.code}-${safeFileName(agency.name)}-${thaiDigits(String(programme.year))}.xlsx`;
}

/** Name of the file in which workbooks of several agencies are packed: `สมุดงาน-ITA-๒๕๖๕.zip`. */
export function packedFileName(programme: Programme): string {
  return `สมุดงาน-ITA-${thaiDigits(String(programme.year))}.zip`;
}

/** A text without the characters that Windows, macOS or SharePoint refuse in a file's name. */
export function safeFileName(text: string): string {
  return text
    .replace(/["*:<>?/\\|#%~&{}\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
}
