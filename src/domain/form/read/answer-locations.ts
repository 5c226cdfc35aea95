import type { MeasureKey } from '../../programme/programme.ts';
import type { CellLocation } from '../../spreadsheet/address.ts';
import type { SheetContent, WorkbookContent } from '../../spreadsheet/content.ts';
import { findColumns, findTokens } from './sheet-reading.ts';

/**
 * The cell to go to for each measure: the status cell of its first row, wherever rows and columns were moved. Measures without a row of
 * their own and sheets without a status column are left out.
 */
export function answerLocations(content: WorkbookContent): ReadonlyMap<MeasureKey, CellLocation> {
  const locations = new Map<MeasureKey, CellLocation>();
  for (const sheet of content.sheets) {
    for (const [measure, location] of locationsOnSheet(sheet)) {
      if (!locations.has(measure)) locations.set(measure, location);
    }
  }
  return locations;
}

function locationsOnSheet(sheet: SheetContent): ReadonlyMap<MeasureKey, CellLocation> {
  const tokenSheet = findTokens(sheet);
  const [column] = [...findColumns(tokenSheet).columnOf].find(([, id]) => id === 'status') ?? [];
  const locations = new Map<MeasureKey, CellLocation>();
  if (column === undefined) return locations;
  for (const { cell, token } of tokenSheet.tokens) {
    if (token.kind !== 'row') continue;
    const row = Math.min(cell.row, locations.get(token.measure)?.row ?? Infinity);
    locations.set(token.measure, { sheet: sheet.name, row, column });
  }
  return locations;
}
