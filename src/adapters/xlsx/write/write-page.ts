import { quoteSheet } from '../../../domain/spreadsheet/address.ts';
import type { HeaderFooter, SheetPlan } from '../../../domain/spreadsheet/plan.ts';
import { absoluteRange, checkLength, xmlText } from './write-xml.ts';

/** Most UTF-16 code units of a header or footer, including its codes. */
const HEADER_LIMIT = 255;

/** Paper size 9 is A4 (ISO 29500-1, 18.3.1.63). */
const A4 = 9;

/** Margins in inches. Header and footer fit into the top and bottom margins with one line of 14 points. */
const MARGINS = 'left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"';

/**
 * The elements from `printOptions` to `headerFooter`: A4 landscape, one page wide, and one or any number of pages tall.
 */
export function pageXml(sheet: SheetPlan): string {
  const { header, footer, onePage } = sheet.print;
  return (
    '<printOptions horizontalCentered="1"/>' +
    `<pageMargins ${MARGINS}/>` +
    `<pageSetup paperSize="${A4}" orientation="landscape" fitToWidth="1" fitToHeight="${onePage ? 1 : 0}"/>` +
    `<headerFooter scaleWithDoc="0">${headerXml(sheet, 'oddHeader', header)}${headerXml(sheet, 'oddFooter', footer)}</headerFooter>`
  );
}

function headerXml(sheet: SheetPlan, name: 'oddHeader' | 'oddFooter', { left, center, right }: HeaderFooter): string {
  const text = (left ? `&L${left}` : '') + (center ? `&C${center}` : '') + (right ? `&R${right}` : '');
  checkLength(`sheet "${sheet.name}"`, `an ${name}`, text, HEADER_LIMIT);
  return text === '' ? '' : `<${name}>${xmlText(text)}</${name}>`;
}

/** The sheet-scoped defined names for the filter, the print area and print titles; none for a sheet without rows. */
export function sheetNamesXml(sheet: SheetPlan, index: number, rows: number): string {
  const { titleRows, lastColumn, lastRow = rows - 1 } = sheet.print;
  const name = (id: string, range: string, hidden = ''): string =>
    `<definedName name="_xlnm.${id}" localSheetId="${index}"${hidden}>${xmlText(`${quoteSheet(sheet.name)}!${range}`)}</definedName>`;
  if (rows === 0) return '';
  return (
    // Excel keeps the range of a filter in a hidden name too.
    (sheet.filter === undefined
      ? ''
      : name('_FilterDatabase', absoluteRange({ ...sheet.filter.range, bottom: rows - 1 }), ' hidden="1"')) +
    name('Print_Area', absoluteRange({ top: 0, left: 0, bottom: lastRow, right: lastColumn })) +
    (titleRows === undefined ? '' : name('Print_Titles', `$${titleRows.first + 1}:$${titleRows.last + 1}`))
  );
}
