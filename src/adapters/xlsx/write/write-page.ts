import { quoteSheet } from '../../../domain/spreadsheet/address.ts';
import type { HeaderFooter, SheetPlan } from '../../../domain/spreadsheet/plan.ts';
import { absoluteRange, checkLength, xmlText } from './write-xml.ts';

/** A header or footer with its codes, in UTF-16 units. */
const HEADER_LIMIT = 255;

/** Paper size 9 is A4 (ISO 29500-1, 18.3.1.63). */
const A4 = 9;

/** Inches. The header stands in the upper margin, the footer in the lower one, each with room for a line of 14 points. */
const MARGINS = 'left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"';

/** The elements from `printOptions` to `headerFooter`: A4 landscape, one page wide, and one long or as many as it takes. */
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

/** The own defined names of a sheet with so many rows: what is printed, and which rows are repeated on each page. A sheet without rows has none. */
export function printNamesXml(sheet: SheetPlan, index: number, rows: number): string {
  const { titleRows, lastColumn, lastRow = rows - 1 } = sheet.print;
  const name = (id: string, range: string): string =>
    `<definedName name="_xlnm.${id}" localSheetId="${index}">${xmlText(`${quoteSheet(sheet.name)}!${range}`)}</definedName>`;
  if (rows === 0) return '';
  return (
    name('Print_Area', absoluteRange({ top: 0, left: 0, bottom: lastRow, right: lastColumn })) +
    (titleRows === undefined ? '' : name('Print_Titles', `$${titleRows.first + 1}:$${titleRows.last + 1}`))
  );
}
