import { identityOfProperties } from '../domain/form/identity.ts';
import { tableRecords } from '../domain/master/read/table-records.ts';
import { TABLE_SHEET } from '../domain/master/sheet-names.ts';
import type { Programme } from '../domain/programme/programme.ts';
import type { WorkbookContent } from '../domain/spreadsheet/content.ts';
import { foldDigits } from '../domain/text/digits.ts';

/** Whether a workbook is a master of any programme, by its properties or, where another program lost them, by its table of all answers. */
export function isMaster({ properties, sheets }: WorkbookContent): boolean {
  return (
    identityOfProperties(properties).master !== undefined ||
    sheets.some(({ name, cells }) => name === TABLE_SHEET && tableRecords(cells).length > 0)
  );
}

/** Whether a workbook is a master of the programme, by its properties or, where another program lost them, by the year of its answers. */
export function isMasterOf({ properties, sheets }: WorkbookContent, { id, year }: Programme): boolean {
  const { master } = identityOfProperties(properties);
  if (master !== undefined) return master === id;
  const table = sheets.find(({ name }) => name === TABLE_SHEET);
  return (
    table !== undefined &&
    tableRecords(table.cells).every((record) => foldDigits(record('year')).trim() === String(year))
  );
}
