import { planAgencyWorkbook } from '../../src/domain/form/plan/agency-workbook.ts';
import { readAgencyWorkbook } from '../../src/domain/form/read/read-agency-workbook.ts';
import type { FormWording } from '../../src/domain/form/wordings/form-wording.ts';
import type { WorkbookContent } from '../../src/domain/spreadsheet/content.ts';
import type { ReadResult } from '../../src/domain/submissions/submission.ts';
import { Grid } from './grid.ts';
import type { Book } from './mistreat.ts';
import { contentOfPlan } from './plan-content.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER, smallAgency } from './small-programme.ts';

/** Columns of an issue's sheet as generated. */
export const COLUMN = { KEY: 0, ORDINAL: 1, MEASURE: 2, STATUS: 4, RESULT: 5, DATE: 6, EVIDENCE: 7, NOTE: 8 } as const;

/** First rows of the measures of the first issue as generated, each with two rows, and the row after them. */
export const ROW = { FIRST: 5, SECOND: 7, THIRD: 9, END: 11 } as const;

/** The workbook of an agency as generated, with a cover and the sheets of three issues. */
export function smallWorkbook(agency: string, programme = SMALL_PROGRAMME, wording?: FormWording): WorkbookContent {
  const created = '2027-04-01T00:00:00Z';
  return contentOfPlan(planAgencyWorkbook(programme, smallAgency(agency), { created, ...(wording && { wording }) }));
}

/** What is read of a workbook of agency 02 after `change` to the sheet of its first issue, or to the whole of it. */
export function reading(
  change: (sheet: Grid, book: Book) => void,
  { agency = '02', programme = SMALL_PROGRAMME, content = smallWorkbook(agency), roster = SMALL_ROSTER } = {},
): ReadResult {
  const book: Book = {
    grids: content.sheets.map((sheet) => new Grid(sheet)),
    properties: new Map(content.properties),
  };
  change(book.grids[1]!, book);
  return readAgencyWorkbook(
    { ...content, sheets: book.grids.map((grid) => grid.toContent()), properties: book.properties },
    { file: 'a.xlsx', programme, roster },
  );
}
