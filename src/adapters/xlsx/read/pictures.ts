import type { SheetPicture } from '../../../domain/spreadsheet/content.ts';
import { readDrawings } from './on-sheet.ts';
import { readWorkbookPart } from './workbook-part.ts';
import type { ReadOptions } from '../options.ts';
import { OpcPackage } from '../package/opc-package.ts';

/**
 * Reads the pictures of a workbook with their bytes, sheet by sheet; linked pictures are left out.
 * @throws {UnreadableWorkbook}
 */
export function readPictures(bytes: Uint8Array, options: ReadOptions): readonly SheetPicture[] {
  const file = new OpcPackage(bytes, options);
  const images = new Map<string, Uint8Array>();
  const imageOf = (part: string): Uint8Array => {
    const image = images.get(part) ?? file.bytes(part);
    images.set(part, image);
    return image;
  };
  return readWorkbookPart(file).sheets.flatMap(({ name: sheet, surface }) =>
    (surface === undefined ? [] : readDrawings(file, surface)).flatMap(({ drawn, imagePart }) =>
      drawn.objects.flatMap((object): readonly SheetPicture[] => {
        const image = imagePart(object);
        if (image === undefined || file.size(image) === undefined) return [];
        const { name, area } = object;
        return [{ sheet, name, area, type: file.contentType(image) ?? '', bytes: imageOf(image) }];
      }),
    ),
  );
}
