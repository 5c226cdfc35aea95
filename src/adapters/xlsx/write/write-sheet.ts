import { cellName } from '../../../domain/spreadsheet/address.ts';
import { COLUMNS } from '../../../domain/spreadsheet/limits.ts';
import type { ColumnPlan, RowPlan, SheetPlan } from '../../../domain/spreadsheet/plan.ts';
import { rowXml, type SharedStrings } from './write-cells.ts';
import { pageXml } from './write-page.ts';
import {
  conditionalFormatsXml,
  filterXml,
  linksXml,
  mergesXml,
  protectionXml,
  validationsXml,
  type LinkedCell,
} from './write-rules.ts';
import type { CellValues } from './write-chart.ts';
import { styleIndex } from './write-styles.ts';
import type { PartWriter } from '../zip/part-writer.ts';
import { NAMESPACE, XML_DECLARATION, planFault, rangeName } from './write-xml.ts';

/** Default row height in points for TH SarabunPSK 16; programs autofit rows with text on opening. */
const EMPTY_ROW_HEIGHT = 24;

const WIDTH_LIMIT = 255;

/** What a sheet needs to know about its workbook. */
export interface SheetSurroundings {
  readonly strings: SharedStrings;
  readonly sheetNames: ReadonlySet<string>;
  /** Whether it is the active sheet. */
  readonly active: boolean;
}

/** Facts about a sheet after its rows are written. */
export interface WrittenSheet {
  readonly rows: number;
  /** The row of a table's headings. */
  readonly heading?: RowPlan;
  /** What charts are drawn from. */
  readonly values: CellValues;
}

/**
 * Writes a part `xl/worksheets/sheetN.xml`, its elements in the order of the schema (ISO 29500-1, 18.3.1.99), row by row: the rows
 * are visited once and not stored. Hence no `dimension`, which stands before them and may be left out. A table is part
 * `rId1`, a drawing the part after it.
 * @throws {RangeError} for a plan that Excel would refuse.
 */
export function writeSheet(
  part: PartWriter,
  sheet: SheetPlan,
  { strings, sheetNames, active }: SheetSurroundings,
): WrittenSheet {
  part.write(
    `${XML_DECLARATION}<worksheet xmlns="${NAMESPACE.main}" xmlns:r="${NAMESPACE.relationships}">` +
      '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
      `<sheetViews><sheetView${active ? ' tabSelected="1"' : ''} workbookViewId="0">${viewXml(sheet)}</sheetView></sheetViews>` +
      `<sheetFormatPr defaultRowHeight="${EMPTY_ROW_HEIGHT}"/>${columnsXml(sheet)}<sheetData>`,
  );
  let rows = 0;
  let lastColumn = 0;
  let heading: RowPlan | undefined;
  const links: LinkedCell[] = [];
  const values = new Map<string, string | number>();
  for (const row of sheet.rows) {
    part.write(rowXml(sheet, row, rows, strings));
    if (rows === sheet.table?.range.top) heading = row;
    for (const { column, link, value } of row.cells) {
      lastColumn = Math.max(lastColumn, column);
      if (link) links.push({ row: rows, column, link });
      if (sheet.charts && value !== undefined) values.set(`${rows},${column}`, value);
    }
    rows += 1;
  }
  part.write(
    '</sheetData>' +
      protectionXml(sheet) +
      filterXml(sheet, rows) +
      mergesXml(sheet) +
      conditionalFormatsXml(sheet) +
      validationsXml(sheet) +
      linksXml(sheet, links, sheetNames) +
      pageXml(sheet) +
      // Codes and telephone numbers are texts on purpose: no green triangles.
      `<ignoredErrors><ignoredError sqref="A1:${cellName({ row: Math.max(0, rows - 1), column: lastColumn })}" numberStoredAsText="1"/></ignoredErrors>` +
      (hasDrawing(sheet) ? `<drawing r:id="rId${sheet.table === undefined ? 1 : 2}"/>` : '') +
      (sheet.table === undefined ? '' : '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>') +
      '</worksheet>',
  );
  return { rows, values, ...(heading === undefined ? {} : { heading }) };
}

/** Whether something lies over the cells of a sheet. */
export function hasDrawing({ charts = [], pictures = [] }: SheetPlan): boolean {
  return charts.length + pictures.length > 0;
}

/** Frozen rows and columns, and the selected cell: a merged cell is selected as a whole. */
function viewXml({ freeze, selected, merges }: SheetPlan): string {
  const { rows, columns } = freeze ?? { rows: 0, columns: 0 };
  const cell = cellName(selected ?? { row: rows, column: columns });
  const merge = merges.find(({ top, left }) => top === selected?.row && left === selected.column);
  const selection = `activeCell="${cell}" sqref="${merge === undefined ? cell : rangeName(merge)}"/>`;
  if (rows === 0 && columns === 0) return selected === undefined ? '' : `<selection ${selection}`;
  const pane = rows === 0 ? 'topRight' : columns === 0 ? 'bottomLeft' : 'bottomRight';
  const split = (columns > 0 ? ` xSplit="${columns}"` : '') + (rows > 0 ? ` ySplit="${rows}"` : '');
  const corner = cellName({ row: rows, column: columns });
  return (
    `<pane${split} topLeftCell="${corner}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}" ${selection}`
  );
}

function columnsXml(sheet: SheetPlan): string {
  if (sheet.columns.length === 0) return '';
  const column = ({ width, hidden, style, toEnd }: ColumnPlan, index: number): string => {
    if (!(width >= 0 && width <= WIDTH_LIMIT)) {
      throw planFault(
        `sheet "${sheet.name}", column ${index + 1}`,
        `${width} characters wide, Excel takes ${WIDTH_LIMIT}`,
      );
    }
    const hide = hidden === true ? ' hidden="1"' : '';
    const look = style === undefined ? '' : ` style="${styleIndex(style)}"`;
    return `<col min="${index + 1}" max="${toEnd ? COLUMNS : index + 1}" width="${width}"${look}${hide} customWidth="1"/>`;
  };
  return `<cols>${sheet.columns.map(column).join('')}</cols>`;
}
