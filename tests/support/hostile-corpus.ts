import type { HostileFile } from './hostile-file.ts';
import { foreignFiles } from './hostile-formats.ts';
import { hostilePictures } from './hostile-pictures.ts';
import { hostileSheets } from './hostile-sheets.ts';
import { hostileXml } from './hostile-xml.ts';
import { hostileZips } from './hostile-zips.ts';

/** Every hostile file. `good` is an agency's workbook by this project: what is `read` must give what that gives. */
export function hostileFiles(good: Uint8Array): readonly HostileFile[] {
  return [
    ...foreignFiles(),
    ...hostileZips(good),
    ...hostileXml(good),
    ...hostileSheets(good),
    ...hostilePictures(good),
  ];
}
