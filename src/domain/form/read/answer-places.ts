import type { MeasureKey } from '../../programme/programme.ts';
import type { CellPlace } from '../../spreadsheet/address.ts';
import type { SheetContent, WorkbookContent } from '../../spreadsheet/content.ts';
import { findColumns, findTokens } from './sheet-reading.ts';

/**
 * Where the answer to each measure begins: in the first of its rows, in the column of the status, wherever these now stand.
 * Measures without a row of their own, and sheets without such a column, are left out.
 */
export function answerPlaces(content: WorkbookContent): ReadonlyMap<MeasureKey, CellPlace> {
  const places = new Map<MeasureKey, CellPlace>();
  for (const sheet of content.sheets) {
    for (const [measure, place] of placesOnSheet(sheet)) {
      if (!places.has(measure)) places.set(measure, place);
    }
  }
  return places;
}

function placesOnSheet(sheet: SheetContent): ReadonlyMap<MeasureKey, CellPlace> {
  const tokenSheet = findTokens(sheet);
  const [column] = [...findColumns(tokenSheet).columnOf].find(([, id]) => id === 'status') ?? [];
  const places = new Map<MeasureKey, CellPlace>();
  if (column === undefined) return places;
  for (const { cell, token } of tokenSheet.tokens) {
    if (token.kind !== 'row') continue;
    const row = Math.min(cell.row, places.get(token.measure)?.row ?? Infinity);
    places.set(token.measure, { sheet: sheet.name, row, column });
  }
  return places;
}
