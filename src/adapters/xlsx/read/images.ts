import { cleanPicture, pictureKey } from '../../../domain/image/clean-picture.ts';
import type { CleanPicture, PictureFault } from '../../../domain/image/picture.ts';
import type { ImageFacts } from '../../../domain/spreadsheet/content.ts';
import { UnreadableWorkbook } from '../../../usecases/ports/workbook-codec.ts';
import { megabytes } from '../faults.ts';
import { MAX_IMAGE, MAX_IMAGES } from '../limits.ts';
import type { ReadOptions } from '../options.ts';
import { OpcPackage } from '../package/opc-package.ts';

function notRead(most: number): PictureFault {
  return { reason: 'not-read', most: megabytes(most) };
}

/** The images of a package, each examined once. A damaged image does not make the file unreadable. */
export class Images {
  readonly #file: OpcPackage;
  readonly #options: ReadOptions;
  readonly #facts = new Map<string, ImageFacts>();
  #bytes = 0;

  constructor(file: OpcPackage, options: ReadOptions) {
    this.#file = file;
    this.#options = options;
  }

  /** Facts about the image in a part; undefined if there is no such part. */
  factsOf(part: string): ImageFacts | undefined {
    const known = this.#facts.get(part);
    const size = this.#file.size(part);
    if (known !== undefined || size === undefined) return known;
    const type = this.#file.contentType(part) ?? '';
    this.#bytes += size;
    const picture = this.#bytes > MAX_IMAGES ? notRead(MAX_IMAGES) : cleanImage(this.#file, part, this.#options);
    const facts: ImageFacts = { type, size, picture: 'reason' in picture ? picture : this.#known(picture) };
    this.#facts.set(part, facts);
    return facts;
  }

  #known({ format, width, height, turn, bytes }: CleanPicture): ImageFacts['picture'] {
    return { format, width, height, turn, key: pictureKey({ bytes }, this.#options.crc32) };
  }
}

/** The picture in a part without the metadata of cameras and programs. */
function cleanImage(file: OpcPackage, part: string, { crc32 }: ReadOptions): CleanPicture | PictureFault {
  if ((file.size(part) ?? 0) > MAX_IMAGE) return notRead(MAX_IMAGE);
  try {
    return cleanPicture(file.image(part), crc32);
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return { reason: 'broken' };
    throw error;
  }
}

/**
 * The pictures with these keys in a workbook, wherever they are shown.
 * @throws {UnreadableWorkbook} if the bytes are no package that can be read safely
 */
export function readPictures(
  bytes: Uint8Array,
  keys: ReadonlySet<string>,
  options: ReadOptions,
): ReadonlyMap<string, CleanPicture> {
  const file = new OpcPackage(bytes, options);
  const found = new Map<string, CleanPicture>();
  for (const { name } of file.archive.entries) {
    if (found.size === keys.size) break;
    if (!/(?:^|\/)media\//i.test(name) && file.contentType(name)?.startsWith('image/') !== true) continue;
    const picture = cleanImage(file, name, options);
    if ('reason' in picture) continue;
    const key = pictureKey(picture, options.crc32);
    if (keys.has(key)) found.set(key, picture);
  }
  return found;
}
