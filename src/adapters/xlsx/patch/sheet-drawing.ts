import type { ReadOptions } from '../options.ts';
import type { OpcPackage } from '../package/opc-package.ts';
import { readWorkbookPart } from '../read/workbook-part.ts';
import { readXml } from '../xml/read-xml.ts';
import { AnchorLocator } from './locate-pictures.ts';

/** Parts by name with their new content, undefined for those that are deleted. */
export type Changes = Map<string, Uint8Array | undefined>;

/** The worksheet part of a sheet, and the drawing over it if there is one. */
export function drawingOf(
  file: OpcPackage,
  sheet: string,
): { readonly part: string; readonly drawing: string | undefined } {
  const part = readWorkbookPart(file).sheets.find(({ name }) => name === sheet)?.part;
  if (part === undefined) throw new RangeError(`no worksheet ${JSON.stringify(sheet)}`);
  // A relationship may lead to a part that is missing.
  const [drawing] = file
    .relationships(part)
    .flatMap(({ type, external, target }) => (type === 'drawing' && !external ? (file.entryName(target) ?? []) : []));
  return { part, drawing };
}

/** The anchors of a drawing part. @throws {UnreadableWorkbook} */
export function anchorsIn(file: OpcPackage, drawing: string, { limits }: ReadOptions): AnchorLocator {
  return readXml(drawing, file.text(drawing).text, 'xdr:wsDr', limits, () => new AnchorLocator());
}
