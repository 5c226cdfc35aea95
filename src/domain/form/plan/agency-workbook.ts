import { issuesOfAgency } from '../../programme/assignment.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Agency } from '../../programme/roster.ts';
import { thaiDigits } from '../../text/digits.ts';
import { planCoverSheet } from './cover-sheet.ts';
import { issueSheetLayout, planIssueSheet } from './issue-sheet.ts';
import { pastLines, withPastColumn } from './past-column.ts';
import { planYearSheet, yearProperties, type PackedYear } from '../carried-year.ts';
import type { PastYear } from '../read/past-year.ts';
import { agencyProperties } from '../identity.ts';
import type { WorkbookPlan } from '../../spreadsheet/plan.ts';
import type { FormWording } from '../wordings/form-wording.ts';
import { CURRENT_FORM } from '../wordings/wordings.ts';

/**
 * Plans the workbook that an agency fills in: a cover and a sheet for each issue. The plan depends on nothing but the arguments.
 * @param options.created ISO 8601 instant
 * @param options.year the data of the year for the workbook to carry; without them only a program that has the year can read it
 * @param options.wording words of the form; by default those of its current version
 * @param options.past the agency's workbook of an earlier year, whose answers are shown next to this year's cells
 */
export function planAgencyWorkbook(
  programme: Programme,
  agency: Agency,
  options: {
    readonly created: string;
    readonly year?: PackedYear;
    readonly wording?: FormWording;
    readonly past?: PastYear | undefined;
  },
): WorkbookPlan {
  const { created, year, wording = CURRENT_FORM, past } = options;
  const issues = issuesOfAgency(programme, agency.code);
  const lines =
    past &&
    pastLines(
      past,
      issues.flatMap(({ measures }) => measures),
    );
  const issueSheets = issues.map((agencyIssue) => {
    const { measures } = agencyIssue;
    const sheet = planIssueSheet(programme, agency, agencyIssue, wording);
    const layout = issueSheetLayout(measures.length);
    return lines ? withPastColumn(sheet, layout, measures, { lines, year: past.year }) : sheet;
  });
  return {
    sheets: [
      planCoverSheet(programme, agency, issues, wording),
      ...issueSheets,
      ...(year ? [planYearSheet(year)] : []),
    ],
    properties: {
      ...agencyProperties(programme, agency.code, wording.version),
      ...(year ? yearProperties(year) : {}),
    },
    title: `${programme.title} ${agency.name}`,
    author: programme.organisation,
    created,
  };
}

/** Name of an agency's file: `5019-สำนักงานเขตบางกอกน้อย-๒๕๖๕.xlsx`. The code comes first so that files sort by it. */
export function agencyFileName(programme: Programme, agency: Agency): string {
  return `${agency.code}-${safeFileName(agency.name)}-${thaiDigits(String(programme.year))}.xlsx`;
}

/** Name of the archive with the workbooks of several agencies: `สมุดงาน-ITA-๒๕๖๕.zip`. */
export function packedFileName(programme: Programme): string {
  return `สมุดงาน-ITA-${thaiDigits(String(programme.year))}.zip`;
}

/**
 * A text without the characters that Windows, macOS or SharePoint refuse in a file's name.
 * @internal
 */
export function safeFileName(text: string): string {
  return text
    .replace(/["*:<>?/\\|#%~&{}\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
}
