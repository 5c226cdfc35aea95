import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import type { CellContent, SheetContent, WorkbookContent } from '../../../src/domain/spreadsheet/content.ts';
import { readPictures } from '../../../src/adapters/xlsx/read/images.ts';
import { planOfContent } from '../plan-of-content.ts';
import type { CellPlan, SheetPlan, WorkbookPlan } from '../../../src/domain/spreadsheet/plan.ts';
import { STANDARD_FONT, STYLES, type CellStyle } from '../../../src/domain/spreadsheet/styles.ts';
import { numberFormat } from '../../../src/adapters/xlsx/read/number-text.ts';
import { decodeWorkbook } from '../../../src/adapters/xlsx/read/decode.ts';
import { readOptions } from '../../../src/adapters/xlsx/options.ts';
import { absoluteRange } from '../../../src/adapters/xlsx/write/write-xml.ts';
import type { Region } from './regions.ts';
import { HostWorkbook, shownText, type HostCell, type HostShape, type HostSheet } from './model.ts';
import { cellName, quoteSheet } from '../../../src/domain/spreadsheet/address.ts';

export const codec = createXlsxCodec();

const VISIBILITY = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;

/** The workbook that Excel shows after opening the plan's file: with formats, hidden rows and columns, and protection. */
export function hostWorkbookOfPlan(plan: WorkbookPlan): HostWorkbook {
  const workbook = new HostWorkbook();
  for (const [name, value] of Object.entries(plan.properties)) workbook.properties.set(name, value);
  for (const sheet of plan.sheets) fillFromPlan(workbook.addSheet(sheet.name), sheet);
  return workbook;
}

/** The workbook that Excel shows after opening a file; of the cells' formats only that of texts is known. */
export function hostWorkbookOfContent(content: WorkbookContent): HostWorkbook {
  const workbook = new HostWorkbook();
  for (const [name, value] of content.properties) workbook.properties.set(name, value);
  workbook.names = [...content.definedNames];
  for (const sheet of content.sheets) fillFromContent(workbook.addSheet(sheet.name), sheet);
  return workbook;
}

/** What the workbook holds, as a reader of its file would find it. */
export function contentOfHostWorkbook(workbook: HostWorkbook): WorkbookContent {
  return {
    sheets: workbook.sheets.map((sheet) => ({
      name: sheet.name,
      state: ({ Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const)[sheet.visibility],
      cells: sheet.entries().flatMap(([row, column, cell]) => cellContent(row, column, cell, workbook.switches.region)),
      merges: sheet.merges,
      ...(sheet.protection === undefined ? {} : { protected: true }),
    })),
    properties: workbook.properties,
    definedNames: workbook.names,
    font: STANDARD_FONT.name,
  };
}

/** Sheets of a file behind those of the workbook, as insertWorksheetsFromBase64 puts them: a taken name gets a number. */
export function insertSheets(workbook: HostWorkbook, bytes: Uint8Array, wanted?: readonly string[]): readonly string[] {
  const { sheets } = decodeWorkbook(bytes, readOptions({}));
  return sheets
    .filter(({ name }) => wanted === undefined || wanted.length === 0 || wanted.includes(name))
    .map((content) => {
      const sheet = workbook.addSheet(freeName(workbook, content.name));
      fillFromContent(sheet, content);
      sheet.shapes = picturesOf(sheet, content, bytes);
      if (workbook.switches.insertSheets === 'loses-formats') loseFormats(sheet);
      return sheet.id;
    });
}

/** The workbook as a file: what it holds, in plain looks, with its pictures. */
export function fileOfHostWorkbook(workbook: HostWorkbook): Promise<Uint8Array> {
  const plan = planOfContent(contentOfHostWorkbook(workbook));
  const sheets = plan.sheets.map((sheet) => ({ ...sheet, pictures: workbook.sheetNamed(sheet.name)?.pictures ?? [] }));
  return codec.encode({ ...plan, sheets });
}

function picturesOf(sheet: HostSheet, { objects = [] }: SheetContent, bytes: Uint8Array): readonly HostShape[] {
  return objects.flatMap(({ name, description, area, image, frame }, index): readonly HostShape[] => {
    if (area === undefined || image === undefined || 'reason' in image.picture) return [];
    const { key } = image.picture;
    const picture = readPictures(bytes, new Set([key]), readOptions({})).get(key)!;
    const place = { left: sheet.leftOf(area.left), top: sheet.topOf(area.top), width: 10, height: 10 };
    const id = `{${String(index + 1)}}`;
    const looks = { isRatioLocked: true, placement: 'OneCell', ...(frame ? { frame } : {}) } as const;
    return [{ id, name, description, ...place, ...looks, picture }];
  });
}

function loseFormats(sheet: HostSheet): void {
  for (const [row, column] of sheet.entries())
    sheet.put(row, column, { format: 'General', font: 'Calibri', wrap: false });
}

function freeName(workbook: HostWorkbook, name: string): string {
  let free = name;
  for (let copy = 2; workbook.sheetNamed(free); copy += 1) free = `${name} (${copy})`;
  return free;
}

function fillFromPlan(sheet: HostSheet, plan: SheetPlan): void {
  sheet.visibility = VISIBILITY[plan.state];
  sheet.merges = plan.merges;
  plan.columns.forEach(({ hidden }, column) => hidden && sheet.hiddenColumns.add(column));
  const rows = [...plan.rows];
  rows.forEach(({ cells, hidden }, row) => {
    if (hidden) sheet.hiddenRows.add(row);
    for (const cell of cells) sheet.put(row, cell.column, cellOfPlan(cell));
  });
  sheet.validations = plan.validations.flatMap(({ range, list }) =>
    list === undefined
      ? []
      : [{ range, type: 'List', rule: { list: { inCellDropDown: true, source: `=${absoluteRange(list)}` } } } as const],
  );
  if (plan.table) {
    const { name, range } = plan.table;
    sheet.tables = [{ name, range: { ...range, bottom: range.bottom ?? rows.length - 1 } }];
  }
  if (plan.protection) {
    const allow = plan.protection.allow.map((freedom) => `allow${freedom.charAt(0).toUpperCase()}${freedom.slice(1)}`);
    // Objects are locked only where the file says so (ISO/IEC 29500-1, 18.3.1.85), which no plan does.
    sheet.protection = Object.fromEntries([...allow, 'allowEditObjects'].map((name) => [name, true]));
  }
}

function cellOfPlan({ value, formula, style, link }: CellPlan): HostCell {
  const { locked = true, wrap = false, format = 'General' }: CellStyle = STYLES[style];
  return {
    value: value ?? '',
    format,
    locked,
    wrap,
    ...(formula === undefined ? {} : { formula: `=${formula}` }),
    ...(link === undefined ? {} : { link: `#${quoteSheet(link.sheet)}!${cellName(link)}` }),
  };
}

function fillFromContent(sheet: HostSheet, content: SheetContent): void {
  sheet.visibility = VISIBILITY[content.state];
  sheet.merges = content.merges;
  if (content.protected) sheet.protection = {};
  for (const cell of content.cells) sheet.put(cell.row, cell.column, cellOfContent(cell));
}

/** Of numbers only the looks are known: they stay until something else is written. */
function cellOfContent({ kind, text, format, formula, link, font, runs, unlocked }: CellContent): HostCell {
  const isNumber = kind === 'number' || kind === 'date';
  return {
    value: isNumber ? Number(text) || 0 : kind === 'boolean' ? text === 'TRUE' : text,
    format: format ?? (kind === 'text' ? '@' : 'General'),
    locked: unlocked !== true,
    wrap: false,
    ...(isNumber ? { shown: text } : {}),
    ...(kind === 'error' ? { isError: true } : {}),
    ...(formula === undefined ? {} : { formula: `=${formula}` }),
    ...(link === undefined ? {} : { link }),
    ...(font === undefined ? {} : { font }),
    ...(runs === undefined ? {} : { mixed: true }),
  };
}

function cellContent(row: number, column: number, cell: HostCell, region: Region): readonly CellContent[] {
  const text = shownText(cell, region);
  if (text === '') return [];
  const { formula, link, format, font, mixed, locked } = cell;
  const kind = kindOf(cell);
  const hasFormat = (kind === 'number' || kind === 'date') && format !== 'General';
  return [
    {
      row,
      column,
      kind,
      text,
      ...(formula === undefined ? {} : { formula: formula.slice(1) }),
      ...(link === undefined ? {} : { link }),
      ...(mixed === true ? { runs: [{ start: 0 }] } : {}),
      ...(font === undefined ? {} : { font }),
      ...(hasFormat ? { format } : {}),
      ...(locked ? {} : { unlocked: true }),
    },
  ];
}

function kindOf({ value, format, isError }: HostCell): CellContent['kind'] {
  if (isError === true) return 'error';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'string') return 'text';
  return numberFormat(format, false).isDate ? 'date' : 'number';
}
