import { ANSWERS, before, withPart } from './changed-parts.ts';
import type { HostileFile } from './hostile-file.ts';

const WHOLE = 'A1:XFD1048576';

/** Sheets with cells, rows and ranges that no honest sheet has, and some that only look so. */
export function hostileSheets(good: Uint8Array): readonly HostileFile[] {
  const data = (piece: () => string) => () => withPart(good, ANSWERS, before('</sheetData>', piece()));
  const after = (piece: () => string) => () =>
    withPart(good, ANSWERS, (xml) => xml.replace('</sheetData>', `</sheetData>${piece()}`));
  const changed = (change: (xml: string) => string) => () => withPart(good, ANSWERS, change);
  return [
    [
      'a dimension of the whole sheet',
      'read',
      changed((xml) => xml.replace(/<dimension ref="[^"]*"/, `<dimension ref="${WHOLE}"`)),
    ],
    [
      'a dimension that is none',
      'read',
      changed((xml) => xml.replace(/<dimension ref="[^"]*"/, '<dimension ref="__proto__"')),
    ],
    [
      'columns without end',
      'read',
      changed((xml) => xml.replace('</cols>', '<col min="1" max="4294967295" width="9"/></cols>')),
    ],
    ['a cell at the far end', 'read', data(() => '<row r="1048576"><c r="XFD1048576" t="str"><v>ผล</v></c></row>')],
    ['a row beyond the last', 'read', data(() => '<row r="1048577"/>')],
    ['a row of a huge number', 'read', data(() => '<row r="99999999999999999999"/>')],
    ['a row before the first', 'read', data(() => '<row r="-1"/>')],
    ['a row that is no number', 'read', data(() => '<row r="constructor"/>')],
    ['a column beyond the last', 'read', data(() => '<row r="999"><c r="XFE999"/></row>')],
    ['a cell in another row', 'read', data(() => '<row r="999"><c r="A1"/></row>')],
    ['a cell without a row', 'read', data(() => '<row r="999"><c r="A"/></row>')],
    ['a cell of a very long name', 'read', data(() => `<row r="999"><c r="${'A'.repeat(1e6)}1"/></row>`)],
    ['a cell twice', 'read', data(() => '<row r="1"><c r="A1" t="str"><v>ก</v></c></row>')],
    ['more rows than there are', 'read', data(() => '<row/>'.repeat(1_048_577))],
    ['20,000 styled blank rows', 'read', data(() => blankRows(20_000, 20))],
    ['100,000 styled blank rows', 'read', data(() => blankRows(100_000, 10))],
    ['300,000 cells', 'sheet-too-large: cells', data(() => numberedRows(30_000, 10))],
    ['50,000 dates', 'sheet-too-large: cells', data(() => numberedRows(5_000, 10))],
    ['30,000 dates', 'read', data(() => numberedRows(3_000, 10))],
    ['30,000 texts', 'read', data(() => textRows(3_000, 10))],
    ['a merged range over everything, 1,000 times', 'read', after(() => ranges('mergeCells', 'mergeCell', 1_000))],
    ['merged ranges beyond number', 'file-too-large: ranges', after(() => ranges('mergeCells', 'mergeCell', 105_000))],
    ['as many merged ranges as are allowed', 'read', after(() => ranges('mergeCells', 'mergeCell', 90_000))],
    ['a merged range that is none', 'read', after(() => '<mergeCells><mergeCell ref="A1:B"/></mergeCells>')],
    ['links over links', 'file-too-large: ranges', after(() => ranges('hyperlinks', 'hyperlink', 90_000))],
    ['validations over everything', 'read', after(() => ranges('dataValidations', 'dataValidation', 10_000))],
    [
      'conditional formats over everything',
      'read',
      after(() =>
        `<conditionalFormatting sqref="${WHOLE}"><cfRule type="expression" priority="1"><formula>1</formula></cfRule></conditionalFormatting>`.repeat(
          10_000,
        ),
      ),
    ],
    [
      'a shared formula for everything',
      'file-too-large: formulas',
      data(() => sharedFormula('A1+'.repeat(2_700) + '1', 20_000)),
    ],
    [
      'shared formulas that refer to each other',
      'read',
      data(
        () =>
          '<row r="999"><c r="A999"><f t="shared" si="0" ref="A999">B999</f></c><c r="B999"><f t="shared" si="1" ref="B999">A999</f></c><c r="C999"><f t="shared" si="0"/></c><c r="D999"><f t="shared" si="1"/></c><c r="E999"><f t="shared" si="__proto__"/></c></row>',
      ),
    ],
    ['a shared formula of brackets without end', 'read', data(() => sharedFormula('['.repeat(1e6), 3))],
    ['a shared formula of quotes without end', 'read', data(() => sharedFormula(`"${"'".repeat(1e6)}`, 3))],
    [
      'an array formula over everything',
      'read',
      data(() => `<row r="999"><c r="A999"><f t="array" ref="${WHOLE}">1</f><v>1</v></c></row>`),
    ],
  ];
}

function blankRows(count: number, width: number): string {
  const cells = '<c s="1"/>'.repeat(width);
  return Array.from(
    { length: count },
    (_, index) => `<row r="${index + 1000}" ht="24" customHeight="1">${cells}</row>`,
  ).join('');
}

/** Dates, each another one: in the first format of the workbook that is one, else numbers. */
function numberedRows(count: number, width: number): string {
  return rows(
    count,
    width,
    (value) => `<c t="d"><v>${1900 + (value % 200)}-01-${10 + (value % 18)}T00:00:${10 + (value % 50)}</v></c>`,
  );
}

function textRows(count: number, width: number): string {
  return rows(count, width, (value) => `<c t="str"><v>ผล ${value}</v></c>`);
}

function rows(count: number, width: number, cell: (value: number) => string): string {
  return Array.from(
    { length: count },
    (_, row) =>
      `<row r="${row + 1000}">${Array.from({ length: width }, (_, column) => cell(row * width + column)).join('')}</row>`,
  ).join('');
}

function ranges(list: string, element: string, count: number): string {
  return `<${list}>${`<${element} ref="${WHOLE}" sqref="${WHOLE}" location="x"/>`.repeat(count)}</${list}>`;
}

function sharedFormula(formula: string, count: number): string {
  const cell = (row: number, text: string): string =>
    `<row r="${row}"><c r="A${row}"><f t="shared" si="0">${text}</f><v>1</v></c></row>`;
  return Array.from({ length: count }, (_, index) => cell(1000 + index, index === 0 ? formula : '')).join('');
}
