import { identityOfProperties, parseToken } from '../domain/form/identity.ts';
import { isMasterByContent } from '../domain/master/read/master-by-content.ts';
import { tableRecords } from '../domain/master/read/table-records.ts';
import { TABLE_SHEET } from '../domain/master/sheet-names.ts';
import { TABLE_HEADINGS } from '../domain/master/table-headings.ts';
import type { Programme } from '../domain/programme/programme.ts';
import type { SheetContent, WorkbookContent } from '../domain/spreadsheet/content.ts';
import { foldDigits } from '../domain/text/digits.ts';

/** Whether a workbook is a master of any programme, by its properties or, where another program lost them, by its table of all answers. */
export function isMaster({ properties, sheets }: WorkbookContent): boolean {
  return (
    identityOfProperties(properties).master !== undefined ||
    sheets.some(({ name, cells }) => name === TABLE_SHEET && tableRecords(cells).length > 0)
  );
}

/**
 * Whether a workbook is a master of the programme, by its properties or, where another program lost them, by the year of its answers. Where
 * people renamed their table, too, all that makes a master has to be there. An agency's workbook is none, whatever was put into it.
 */
export function isMasterOf({ properties, sheets }: WorkbookContent, programme: Programme): boolean {
  const { master } = identityOfProperties(properties);
  if (master !== undefined) return master === programme.id;
  const table = sheets.find(({ name, cells }) => name === TABLE_SHEET && hasHeading(cells));
  if (table === undefined) return isMasterByContent(sheets, programme);
  const isOfYear = tableRecords(table.cells).every(
    (record) => foldDigits(record('year')).trim() === String(programme.year),
  );
  return isOfYear && !sheets.some(hasAgencysCover);
}

function hasHeading(cells: SheetContent['cells']): boolean {
  return cells.some(({ text }) => text === TABLE_HEADINGS.agency);
}

function hasAgencysCover({ cells }: SheetContent): boolean {
  return cells.some(({ text }) => parseToken(text)?.kind === 'cover');
}
