import { isYearSheet } from '../../form/carried-year.ts';
import { parseToken } from '../../form/identity.ts';
import { issuesOf, measuresOf, type Programme } from '../../programme/programme.ts';
import type { SheetContent, WorkbookContent } from '../../spreadsheet/content.ts';
import type { MasterReport } from '../report.ts';
import { DASHBOARD_SHEET, FOLLOW_UP_SHEET, possibleSheetNames } from '../sheet-names.ts';
import { coverOf } from './front-matter.ts';
import { isFollowUp } from './follow-up-in-sheet.ts';
import { reviewSheetOf } from './list-sheets.ts';
import { readReportSheet } from './report-rows.ts';
import { reportSheets } from './report-sheets.ts';

/**
 * Reads the issue sheets of a master of any layout. Rows and columns may have been moved, sorted, inserted and deleted, and
 * sheets renamed; every text on the sheets is a paragraph, an annotation, or a text of the program itself.
 */
export function readMasterReport({ sheets }: Pick<WorkbookContent, 'sheets'>, programme: Programme): MasterReport {
  const found = reportSheets(sheets, programme);
  const read = found.map((sheet) => readReportSheet(sheet, programme));
  const paragraphs = new Map(read.flatMap((each) => [...each.paragraphs]));
  const known = new Set(possibleSheetNames(programme));
  const whole = [coverOf(sheets), reviewSheetOf(sheets)].flatMap((sheet) => sheet ?? []);
  const ofReport = new Set([...found.map(({ sheet }) => sheet), ...whole]);
  return {
    measures: measuresOf(programme).map(({ measure: { key } }) => ({
      measure: key,
      paragraphs: paragraphs.get(key) ?? [],
    })),
    hasParts: read.some(({ hasParts }) => hasParts),
    hasStates: found.some(({ columnOf }) => columnOf.has('state')),
    annotations: read.flatMap(({ annotations }) => annotations),
    ownSheets: sheets
      .filter((sheet) => !ofReport.has(sheet) && !isOfProgram(sheet, known) && !isYearSheet(sheet))
      .map(({ name }) => name),
    problems: issuesOf(programme)
      .filter(({ issue }) => !found.some((sheet) => sheet.issue === issue))
      .map(({ issue }) => ({ code: 'sheet-missing', sheet: issue.sheetName })),
  };
}

/**
 * Whether the program wrote the sheet. An office may have made a sheet of the same name before masters had one. A sheet ติดตาม under another
 * name counts, because all of it is read; a renamed or copied problems sheet does not, because only its decisions are.
 */
function isOfProgram(sheet: SheetContent, known: ReadonlySet<string>): boolean {
  if (sheet.name === DASHBOARD_SHEET) return hasToken(sheet);
  return (known.has(sheet.name) && sheet.name !== FOLLOW_UP_SHEET) || isFollowUp(sheet);
}

function hasToken({ cells }: SheetContent): boolean {
  return cells.some(({ text }) => parseToken(text)?.kind === 'office');
}
