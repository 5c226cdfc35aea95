import type { CellPlan, SheetPlan, TablePlan } from '../../../domain/spreadsheet/plan.ts';
import type { WrittenSheet } from './write-sheet.ts';
import { NAMESPACE, XML_DECLARATION, planFault, rangeName, xmlAttribute } from './write-xml.ts';

/** A style with thin lines and grey bands, legible on screen and in black-and-white print. */
const TABLE_STYLE = 'TableStyleLight15';

/**
 * A part `xl/tables/tableN.xml`: a table with filter buttons.
 * @throws {RangeError} if the table does not match its heading cells, or Excel would refuse its name
 */
export function tableXml(sheet: SheetPlan, table: TablePlan, id: number, { rows, heading }: WrittenSheet): string {
  checkTable(sheet, table, heading?.cells ?? []);
  const { top, bottom = rows - 1 } = table.range;
  // Excel requires a data row: an empty table gets a blank one.
  const ref = rangeName({ ...table.range, bottom: Math.max(bottom, top + 1) });
  const columns = table.columns.map((name, index) => `<tableColumn id="${index + 1}" name="${columnNameXml(name)}"/>`);
  return (
    `${XML_DECLARATION}<table xmlns="${NAMESPACE.main}" id="${id}" name="${table.name}" displayName="${table.name}"` +
    ` ref="${ref}" totalsRowShown="0"><autoFilter ref="${ref}"/>` +
    `<tableColumns count="${columns.length}">${columns.join('')}</tableColumns>` +
    `<tableStyleInfo name="${TABLE_STYLE}" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/>` +
    '</table>'
  );
}

/** Escapes a column name, in which, unlike in its cell, a line feed is an escape. */
function columnNameXml(name: string): string {
  return xmlAttribute(name).replaceAll('&#10;', '_x000A_');
}

function checkTable(sheet: SheetPlan, { name, range, columns }: TablePlan, heading: readonly CellPlan[]): void {
  const location = `sheet "${sheet.name}", table "${name}"`;
  if (!/^[A-Za-z_][\w.]{0,254}$/.test(name) || /^([A-Za-z]{1,3}\d+|[RrCc]\d*|[Rr]\d*[Cc]\d*)$/.test(name)) {
    throw planFault(location, 'Excel takes no such name');
  }
  if (columns.length !== range.right - range.left + 1) throw planFault(location, 'its range has more or fewer columns');
  if (new Set(columns.map((column) => column.toLowerCase())).size < columns.length || columns.includes('')) {
    throw planFault(location, 'a column has no name, or the name of another');
  }
  columns.forEach((column, index) => {
    const cell = heading.find((candidate) => candidate.column === range.left + index);
    if (cell?.value !== column || cell.formula !== undefined) {
      throw planFault(location, `the heading cell of its column "${column}" says something else`);
    }
  });
}
