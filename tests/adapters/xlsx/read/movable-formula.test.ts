import { read } from '@e965/xlsx';
import { cellIndexOf } from '../../../../src/domain/spreadsheet/cell-reference.ts';
import { MovableFormula } from '../../../../src/adapters/xlsx/read/movable-formula.ts';
import { sheetWorkbook } from '../../../support/package-builder.ts';

function moved(formula: string, from: string, to: string): string {
  return new MovableFormula(formula, cellIndexOf(from)).at(cellIndexOf(to));
}

describe('a formula that moves', () => {
  it.each([
    ['A1+$A1+A$1+$A$1', 'C3+$A3+C$1+$A$1'],
    ['SUM(A1:B2)', 'SUM(C3:D4)'],
    ['SUM(A:B)+SUM($A:B)', 'SUM(C:D)+SUM($A:D)'],
    ['SUM(1:2)+SUM($1:2)', 'SUM(3:4)+SUM($1:4)'],
    ['"A1"&A1&"say ""A1"""', '"A1"&C3&"say ""A1"""'],
    ["'A1 it''s A1'!A1", "'A1 it''s A1'!C3"],
    ['ข้อ1!A1&ปีA1', 'ข้อ1!C3&ปีA1'],
    ['LOG10(A1)+A1_rate+rate_A1', 'LOG10(C3)+A1_rate+rate_A1'],
    ['Table1[A1]+[1]Sheet1!A1', 'Table1[A1]+[1]Sheet1!C3'],
    ['AB1!A1+T2!B2', 'AB1!C3+T2!D4'],
    ['XFD1048576', 'B2'],
    ['a1', 'C3'],
    ['1.5+A1', '1.5+C3'],
    ['IF(A1>10,"๑",B1)', 'IF(C3>10,"๑",D3)'],
  ])('%s', (formula, expected) => {
    expect(moved(formula, 'A1', 'C3')).toBe(expected);
    expect(moved(expected, 'C3', 'A1').toUpperCase()).toBe(formula.toUpperCase());
  });

  it('reads as with SheetJS, which moves what looks like a reference within a text too', () => {
    const formula = 'IF(A1&lt;&gt;"A",SUM($B$1:C2)*A$1,LOG10($A1))';
    const cells = `<row r="1"><c r="D1"><f t="shared" ref="D1:E2" si="0">${formula}</f><v>1</v></c><c r="E1"><f t="shared" si="0"/><v>1</v></c></row><row r="2"><c r="D2"><f t="shared" si="0"/><v>1</v></c></row>`;
    const sheet = read(sheetWorkbook(cells)).Sheets.S!;
    const text = (sheet.D1 as { f: string }).f;
    for (const to of ['E1', 'D2']) expect(moved(text, 'D1', to)).toBe((sheet[to] as { f: string }).f);
  });
});
