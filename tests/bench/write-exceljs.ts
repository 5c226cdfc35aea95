import ExcelJS from 'exceljs';
import { cellName } from '../../src/domain/spreadsheet/address.ts';
import type { CellPlan, SheetPlan, ValidationPlan, WorkbookPlan } from '../../src/domain/spreadsheet/plan.ts';
import {
  DIFFERENCES,
  STANDARD_FONT,
  STYLES,
  type CellStyle,
  type StyleDifference,
} from '../../src/domain/spreadsheet/styles.ts';
import { rangeName } from './write-hucre.ts';

/** The plan as a workbook of exceljs, which knows no custom properties. */
export async function forExcelJs(plan: WorkbookPlan): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  workbook.title = plan.title;
  workbook.creator = plan.author;
  for (const sheet of plan.sheets) await addSheet(workbook, sheet);
  return workbook;
}

async function addSheet(workbook: ExcelJS.Workbook, plan: SheetPlan): Promise<void> {
  const { freeze, print } = plan;
  const sheet = workbook.addWorksheet(plan.name, {
    state: plan.state,
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddHeader: `&R${print.header.right ?? ''}`, oddFooter: `&L${print.footer.left ?? ''}` },
    views: freeze ? [{ state: 'frozen', xSplit: freeze.columns, ySplit: freeze.rows }] : [],
  });
  plan.columns.forEach(({ width, hidden }, index) => {
    Object.assign(sheet.getColumn(index + 1), { width, hidden: hidden ?? false });
  });
  [...plan.rows].forEach((row, index) => {
    const to = sheet.getRow(index + 1);
    if (row.height !== undefined) to.height = row.height;
    to.hidden = row.hidden ?? false;
    for (const cell of row.cells) fillCell(to.getCell(cell.column + 1), cell);
  });
  for (const { top, left, bottom, right } of plan.merges) sheet.mergeCells(top + 1, left + 1, bottom + 1, right + 1);
  for (const validation of plan.validations) addValidation(sheet, validation);
  for (const [index, { range, formula, style }] of plan.conditionalFormats.entries()) {
    const { color = '000000' }: StyleDifference = DIFFERENCES[style];
    const font = { color: { argb: `FF${color}` } };
    const rule: ExcelJS.ExpressionRuleType = {
      type: 'expression',
      formulae: [formula],
      priority: index + 1,
      style: { font },
    };
    sheet.addConditionalFormatting({ ref: rangeName(range), rules: [rule] });
  }
  if (plan.protection) {
    await sheet.protect('', Object.fromEntries(plan.protection.allow.map((freedom) => [freedom, true])));
  }
}

function fillCell(to: ExcelJS.Cell, { value, formula, link, style }: CellPlan): void {
  to.style = styled(STYLES[style]);
  if (formula !== undefined) to.value = { formula, ...(value === undefined ? {} : { result: value }) };
  else if (link !== undefined) to.value = { text: String(value), hyperlink: `#'${link.sheet}'!${cellName(link)}` };
  else if (value !== undefined) to.value = value;
}

function styled({ bold, italic, underline, size, color, fill, border, ...rest }: CellStyle): Partial<ExcelJS.Style> {
  const side = { style: 'thin' } as const;
  return {
    font: {
      name: STANDARD_FONT.name,
      size: size ?? STANDARD_FONT.size,
      bold: bold ?? false,
      italic: italic ?? false,
      underline: underline ?? false,
      ...(color === undefined ? {} : { color: { argb: `FF${color}` } }),
    },
    ...(fill === undefined ? {} : { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${fill}` } } }),
    ...(border === 'thin' ? { border: { top: side, right: side, bottom: side, left: side } } : {}),
    alignment: {
      wrapText: rest.wrap ?? false,
      ...(rest.horizontal ? { horizontal: rest.horizontal } : {}),
      ...(rest.vertical ? { vertical: rest.vertical === 'center' ? 'middle' : 'top' } : {}),
    },
    ...(rest.format === undefined ? {} : { numFmt: rest.format }),
    ...(rest.locked === false ? { protection: { locked: false } } : {}),
  };
}

/** exceljs keeps validations by cell. */
function addValidation(sheet: ExcelJS.Worksheet, { range, list, promptTitle, prompt, error }: ValidationPlan): void {
  for (let row = range.top; row <= range.bottom; row += 1) {
    sheet.getCell(cellName({ row, column: range.left })).dataValidation = {
      type: list === undefined ? 'custom' : 'list',
      formulae: [list === undefined ? 'TRUE' : rangeName(list)],
      showInputMessage: true,
      promptTitle,
      prompt,
      ...(error === undefined ? {} : { error, showErrorMessage: true }),
    };
  }
}
