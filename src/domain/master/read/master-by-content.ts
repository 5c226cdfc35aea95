import { parseToken, type Token } from '../../form/identity.ts';
import { issuesOf, type Programme } from '../../programme/programme.ts';
import type { SheetContent } from '../../spreadsheet/content.ts';
import type { Source } from '../../submissions/consolidation.ts';
import { foldDigits } from '../../text/digits.ts';
import type { MasterReport } from '../report.ts';
import { tableOf } from './list-sheets.ts';
import { readMasterReport } from './master-report.ts';
import { reportSheets } from './report-sheets.ts';
import { submissionsInTable } from './submissions-in-table.ts';
import { tableRecords } from './table-records.ts';

/**
 * Whether sheets are those of a master of the programme, where neither the workbook's properties nor the name of the table say so. People
 * put extracts of the table, and copies of other sheets, into workbooks of their own and send them around; so all of this has to be there:
 * a sheet of the office for every issue, and one table, also the office's, that is of the year and tells every row of a form which the
 * report names. No sheet may be an agency's.
 */
export function isMasterByContent(sheets: readonly SheetContent[], programme: Programme): boolean {
  const tokens = new Map(sheets.map((sheet) => [sheet, tokensOf(sheet)]));
  const isOffices = (sheet: SheetContent): boolean => tokens.get(sheet)?.some(({ kind }) => kind === 'office') === true;
  const table = tableOf(sheets);
  if (table === undefined || !isOffices(table)) return false;
  if ([...tokens.values()].flat().some((token) => 'workbook' in token)) return false;
  const issues = reportSheets(sheets, programme).filter(
    ({ sheet, columnOf }) => isOffices(sheet) && columnOf.has('measure'),
  );
  if (issues.length < issuesOf(programme).length) return false;
  const records = tableRecords(table.cells);
  const isOfYear = records.every((record) => foldDigits(record('year')).trim() === String(programme.year));
  const report = readMasterReport({ sheets }, programme);
  const isGenerated = report.measures.some(({ paragraphs }) => paragraphs.some(({ sources }) => sources.length > 0));
  return isGenerated && isOfYear && namesOnly(report, rowsIn(table, programme));
}

function tokensOf({ cells }: SheetContent): readonly Token[] {
  return cells.flatMap(({ text }) => parseToken(text) ?? []);
}

/** A row of an agency's form. */
type FormRow = Pick<Source, 'agency' | 'sheet' | 'cell'>;

/** The rows of forms that the table of all answers tells of. */
function rowsIn(table: SheetContent, programme: Programme): readonly FormRow[] {
  return submissionsInTable(table, programme).submissions.flatMap(({ agency, entries }) =>
    entries.flatMap(({ status, paragraphs, dates, evidence, notes }) =>
      [status ?? [], paragraphs, dates, evidence, notes].flat().map(({ sheet, cell }) => ({ agency, sheet, cell })),
    ),
  );
}

/** Whether a report names no row of an agency's form but these. */
export function namesOnly({ measures }: Pick<MasterReport, 'measures'>, rows: readonly FormRow[]): boolean {
  const keyOf = ({ agency, sheet, cell }: FormRow): string => `${agency} ${cell.row} ${sheet}`;
  const told = new Set(rows.map(keyOf));
  return measures.every(({ paragraphs }) =>
    paragraphs.every(({ sources }) => sources.every((source) => told.has(keyOf(source)))),
  );
}
