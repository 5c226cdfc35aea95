import { COLUMNS, ROWS } from '../../../src/domain/spreadsheet/limits.ts';
import fc from 'fast-check';
import { cellIndexOf, cellRange } from '../../../src/domain/spreadsheet/cell-reference.ts';
import { cellName } from '../../../src/domain/spreadsheet/address.ts';

describe('a reference', () => {
  it('is the inverse of a name', () => {
    fc.assert(
      fc.property(fc.nat(ROWS - 1), fc.nat(COLUMNS - 1), (row, column) => {
        expect(cellIndexOf(cellName({ row, column }))).toBe(row * COLUMNS + column);
      }),
    );
  });

  it.each([
    '',
    'A',
    '1',
    'A0',
    'a1',
    '$A$1',
    'A1048577',
    'XFE1',
    'AAAAAAAAAAAA1',
    'A99999999999999999999',
    'A1B',
    'A-1',
    'ก1',
    'A1 ',
  ])('is none: %j', (text) => {
    expect(cellIndexOf(text)).toBeLessThan(0);
    expect(cellRange(text)).toBeUndefined();
  });

  it('to a range has its corners in order', () => {
    const range = { top: 0, left: 1, bottom: 9, right: 2 };
    for (const text of ['B1:C10', 'C10:B1', 'C1:B10']) expect(cellRange(text)).toEqual(range);
    expect(cellRange('B3')).toEqual({ top: 2, left: 1, bottom: 2, right: 1 });
    expect(cellRange('A1:B2:C3')).toBeUndefined();
    expect(cellRange('A1:')).toBeUndefined();
  });
});
