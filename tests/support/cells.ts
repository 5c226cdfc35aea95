import { parseCellName, type CellPosition } from '../../src/domain/spreadsheet/address.ts';

/** The position of a cell that a test names as Excel does. */
export function cellAt(name: string): CellPosition {
  const position = parseCellName(name);
  if (position === undefined) throw new RangeError(`${name} is not the name of a cell`);
  return position;
}
