import { picturesSheetOf } from '../domain/master/read/list-sheets.ts';
import { picturesInSheet, pictureIdentitiesIn } from '../domain/master/read/pictures-in-sheet.ts';
import type { MasterPicture } from '../domain/master/pictures.ts';
import type { WorkbookContent } from '../domain/spreadsheet/content.ts';
import { ANY_SIZE, UnreadableWorkbook, type WorkbookCodec } from './ports/workbook-codec.ts';
import { HostFault, type WorkbookHost } from './ports/workbook-host.ts';

/**
 * The pictures of a master as they stand on their sheet.
 * @param content what was decoded from the bytes
 * @throws {UnreadableWorkbook} if the bytes cannot be read again
 */
export async function picturesOfMaster(
  codec: Pick<WorkbookCodec, 'pictures'>,
  { sheets }: Pick<WorkbookContent, 'sheets'>,
  bytes: Uint8Array,
): Promise<readonly MasterPicture[]> {
  const sheet = picturesSheetOf(sheets);
  const found = sheet ? picturesInSheet(sheet) : [];
  if (found.length === 0) return [];
  const images = await codec.pictures(bytes, new Set(found.map(({ picture }) => picture.key)));
  return found.flatMap((each) => {
    const picture = images.get(each.picture.key);
    return picture ? [{ ...each, picture }] : [];
  });
}

/**
 * The pictures of the master that is open; undefined where it has some and the host does not give them.
 */
export async function picturesOfOpenMaster(
  codec: Pick<WorkbookCodec, 'decode' | 'pictures'>,
  host: Pick<WorkbookHost, 'file'>,
  { sheets }: Pick<WorkbookContent, 'sheets'>,
): Promise<readonly MasterPicture[] | undefined> {
  const sheet = picturesSheetOf(sheets);
  if (sheet === undefined || pictureIdentitiesIn(sheet).length + (sheet.objects?.length ?? 0) === 0) return [];
  try {
    const bytes = await host.file?.();
    return bytes && (await picturesOfMaster(codec, await codec.decode(bytes, ANY_SIZE), bytes));
  } catch (error) {
    // The report is useful without its pictures, and whoever asked says that they are missing.
    if (error instanceof HostFault || error instanceof UnreadableWorkbook) return undefined;
    throw error;
  }
}
