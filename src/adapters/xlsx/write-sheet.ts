import { cellName } from '../../domain/workbook/address.ts';
import type { ColumnPlan, SheetPlan } from '../../domain/workbook/sheet-plan.ts';
import { type SharedStrings, sheetDataXml } from './write-cells.ts';
import { pageXml } from './write-page.ts';
import { conditionalFormatsXml, linksXml, mergesXml, protectionXml, validationsXml } from './write-rules.ts';
import { NAMESPACE, XML_DECLARATION, planFault } from './write-xml.ts';

/** Points of an empty row in TH SarabunPSK 16; rows with text are fitted to it by the program that opens the file. */
const EMPTY_ROW_HEIGHT = 24;

const WIDTH_LIMIT = 255;

/** What a sheet has to know of its workbook. */
export interface SheetSurroundings {
  readonly strings: SharedStrings;
  readonly sheetNames: ReadonlySet<string>;
  /** Whether it is the sheet that is in front when the file is opened. */
  readonly active: boolean;
}

/**
 * A part `xl/worksheets/sheetN.xml`, its elements in the order of the schema (ISO 29500-1, 18.3.1.99). A table is part `rId1`.
 * @throws {RangeError} for a plan that Excel would refuse.
 */
export function sheetXml(sheet: SheetPlan, { strings, sheetNames, active }: SheetSurroundings): string {
  return (
    `${XML_DECLARATION}<worksheet xmlns="${NAMESPACE.main}" xmlns:r="${NAMESPACE.relationships}">` +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<dimension ref="${dimension(sheet)}"/>` +
    `<sheetViews><sheetView${active ? ' tabSelected="1"' : ''} workbookViewId="0">${paneXml(sheet)}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="${EMPTY_ROW_HEIGHT}"/>` +
    columnsXml(sheet) +
    sheetDataXml(sheet, strings) +
    protectionXml(sheet) +
    mergesXml(sheet) +
    conditionalFormatsXml(sheet) +
    validationsXml(sheet) +
    linksXml(sheet, sheetNames) +
    pageXml(sheet) +
    // Codes and telephone numbers are texts here on purpose: no green triangles.
    `<ignoredErrors><ignoredError sqref="${dimension(sheet)}" numberStoredAsText="1"/></ignoredErrors>` +
    (sheet.table === undefined ? '' : '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>') +
    '</worksheet>'
  );
}

function dimension({ rows }: SheetPlan): string {
  const columns = rows.flatMap(({ cells }) => cells.map(({ column }) => column));
  const last = columns.reduce((most, column) => Math.max(most, column), 0);
  return rows.length === 0 ? 'A1' : `A1:${cellName(rows.length - 1, last)}`;
}

function paneXml({ freeze }: SheetPlan): string {
  if (freeze === undefined || (freeze.rows === 0 && freeze.columns === 0)) return '';
  const { rows, columns } = freeze;
  const pane = rows === 0 ? 'topRight' : columns === 0 ? 'bottomLeft' : 'bottomRight';
  const split = (columns > 0 ? ` xSplit="${columns}"` : '') + (rows > 0 ? ` ySplit="${rows}"` : '');
  const corner = cellName(rows, columns);
  return (
    `<pane${split} topLeftCell="${corner}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/>`
  );
}

function columnsXml(sheet: SheetPlan): string {
  if (sheet.columns.length === 0) return '';
  const column = ({ width, hidden }: ColumnPlan, index: number): string => {
    if (!(width >= 0 && width <= WIDTH_LIMIT)) {
      throw planFault(
        `sheet "${sheet.name}", column ${index + 1}`,
        `${width} characters wide, Excel takes ${WIDTH_LIMIT}`,
      );
    }
    const hide = hidden === true ? ' hidden="1"' : '';
    return `<col min="${index + 1}" max="${index + 1}" width="${width}"${hide} customWidth="1"/>`;
  };
  return `<cols>${sheet.columns.map(column).join('')}</cols>`;
}
