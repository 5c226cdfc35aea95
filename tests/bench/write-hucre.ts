import type { Cell, CellStyle as HucreStyle, DataValidation, WriteOptions, WriteSheet } from 'hucre/xlsx';
import { cellName } from '../../src/domain/spreadsheet/address.ts';
import type { CellRange } from '../../src/domain/spreadsheet/content.ts';
import type { CellPlan, SheetPlan, ValidationPlan, WorkbookPlan } from '../../src/domain/spreadsheet/plan.ts';
import {
  DIFFERENCES,
  STANDARD_FONT,
  STYLES,
  type CellStyle,
  type StyleDifference,
} from '../../src/domain/spreadsheet/styles.ts';

/** What hucre needs to write a plan. */
export function forHucre(plan: WorkbookPlan): WriteOptions {
  return {
    sheets: plan.sheets.map(sheet),
    properties: { title: plan.title, creator: plan.author, custom: { ...plan.properties } },
    defaultFont: STANDARD_FONT,
  };
}

/** A range as `A1:B2`. */
export function rangeName({ top, left, bottom, right }: CellRange): string {
  return `${cellName({ row: top, column: left })}:${cellName({ row: bottom, column: right })}`;
}

function sheet(plan: SheetPlan): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const rows = Array.from(plan.rows, (row, index) => {
    for (const one of row.cells) cells.set(`${index},${one.column}`, cell(one));
    return [];
  });
  const allowed = Object.fromEntries((plan.protection?.allow ?? []).map((freedom) => [freedom, true]));
  return {
    name: plan.name,
    rows,
    cells,
    columns: plan.columns.map(({ width, hidden = false }) => ({ width, hidden })),
    rowDefs: new Map(
      Array.from(plan.rows, ({ height, hidden = false }, row) => [
        row,
        { hidden, ...(height === undefined ? {} : { height }) },
      ]),
    ),
    merges: plan.merges.map(({ top, left, bottom, right }) => ({
      startRow: top,
      startCol: left,
      endRow: bottom,
      endCol: right,
    })),
    dataValidations: plan.validations.map(validation),
    conditionalRules: plan.conditionalFormats.map(({ range, formula, style }, index) => {
      const { color = '000000' }: StyleDifference = DIFFERENCES[style];
      return {
        type: 'expression',
        priority: index + 1,
        formula,
        range: rangeName(range),
        style: { font: { color: { rgb: color } } },
      };
    }),
    hidden: plan.state === 'hidden',
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddHeader: `&R${plan.print.header.right ?? ''}`, oddFooter: `&L${plan.print.footer.left ?? ''}` },
    ...(plan.freeze ? { freezePane: plan.freeze } : {}),
    ...(plan.protection ? { protection: { sheet: true, ...allowed } } : {}),
  };
}

function cell({ value, formula, link, style }: CellPlan): Partial<Cell> {
  return {
    style: styled(STYLES[style]),
    value: value ?? null,
    ...(formula === undefined ? {} : { formula, formulaResult: value ?? null }),
    ...(link === undefined ? {} : { hyperlink: { target: '', location: `'${link.sheet}'!${cellName(link)}` } }),
  };
}

function styled({ bold, italic, underline, size, color, fill, border, ...rest }: CellStyle): HucreStyle {
  const side = { style: 'thin' } as const;
  return {
    font: {
      name: STANDARD_FONT.name,
      size: size ?? STANDARD_FONT.size,
      bold: bold ?? false,
      italic: italic ?? false,
      underline: underline ?? false,
      ...(color === undefined ? {} : { color: { rgb: color } }),
    },
    ...(fill === undefined ? {} : { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: fill } } }),
    ...(border === 'thin' ? { border: { top: side, right: side, bottom: side, left: side } } : {}),
    alignment: {
      wrapText: rest.wrap ?? false,
      ...(rest.horizontal ? { horizontal: rest.horizontal } : {}),
      ...(rest.vertical ? { vertical: rest.vertical } : {}),
    },
    ...(rest.format === undefined ? {} : { numFmt: rest.format }),
    ...(rest.locked === false ? { protection: { locked: false } } : {}),
  };
}

function validation({ range, list, promptTitle, prompt, error }: ValidationPlan): DataValidation {
  return {
    range: rangeName(range),
    inputTitle: promptTitle,
    inputMessage: prompt,
    showInputMessage: true,
    ...(list === undefined ? { type: 'custom', formula1: 'TRUE' } : { type: 'list', formula1: rangeName(list) }),
    ...(error === undefined ? {} : { errorMessage: error, showErrorMessage: true }),
  };
}
