import type { Problem } from '../domain/diagnostics/problem.ts';
import { isSameBytes, type CleanPicture } from '../domain/image/picture.ts';
import type { MasterPicture } from '../domain/master/pictures.ts';
import { notCarried } from '../domain/submissions/pictures.ts';
import type { Submission } from '../domain/submissions/submission.ts';
import { FileFault, type FileSource } from './ports/file-store.ts';
import type { ShrinkPicture } from './ports/shrink-picture.ts';
import { UnreadableWorkbook, type WorkbookCodec } from './ports/workbook-codec.ts';

/** Megabytes of one picture that a master takes; cameras write some 3 to 5. */
export const MAX_PICTURE_MB = 8;

/**
 * Megabytes of all pictures that a master takes: what Excel and Word still open at ease.
 * @internal
 */
export const MAX_PICTURES_MB = 100;

/** Pixels of the longer side of a picture, where the host makes it smaller: 300 to an inch in the annex for Word. */
export const SHRUNK_SIDE = 1_600;

/** The ports of fetching pictures. */
export interface PicturePorts {
  readonly codec: Pick<WorkbookCodec, 'pictures'>;
  readonly files: Pick<FileSource, 'read'>;
  /** Makes large pictures smaller; by default they stay as they are. */
  readonly shrinkPicture?: ShrinkPicture;
}

/** The pictures for a master, and those that are not in it. */
export interface FetchedPictures {
  readonly pictures: readonly MasterPicture[];
  readonly problems: readonly Problem[];
}

/**
 * Fetches the pictures of submissions from their files, one file at a time; a file without any is not opened. Whatever cannot
 * be fetched, is too large or finds no room is a problem.
 * @param kept pictures of an earlier master that stay
 * @throws the signal's reason as soon as it is aborted
 */
export async function fetchPictures(
  ports: PicturePorts,
  submissions: readonly Submission[],
  kept: readonly MasterPicture[] = [],
  signal?: AbortSignal,
): Promise<FetchedPictures> {
  const fetched: MasterPicture[] = [];
  const problems: Problem[] = [];
  const room = new Room();
  const put = (picture: MasterPicture): void => {
    const { agency, file, key } = picture;
    const taken = room.take(key, picture.picture);
    if (!('reason' in taken)) fetched.push({ ...picture, picture: taken });
    else problems.push({ ...notCarried(picture, taken), file, ...(agency === undefined ? {} : { agency }) });
  };
  for (const { agency, file, savedAt, pictures = [] } of submissions) {
    const missing = new Set(pictures.flatMap(({ picture, bytes }) => (bytes ? [] : [picture.key])));
    const inFile = missing.size === 0 ? new Map<string, CleanPicture>() : await picturesIn(ports, file, missing);
    signal?.throwIfAborted();
    for (const { picture: facts, bytes, ...placed } of pictures) {
      const { key, ...known } = facts;
      const original = inFile.get(key);
      const picture = bytes ? { ...known, bytes } : original && (await smaller(ports, original));
      const { sheet, cell, description: text } = placed;
      if (picture) put({ ...placed, agency, file, ...(savedAt === undefined ? {} : { savedAt }), key, picture });
      else problems.push({ code: 'picture-gone', agency, file, sheet, cell, text });
    }
  }
  for (const picture of kept) put(picture);
  return { pictures: fetched, problems };
}

/** A picture whose longer side is no longer than {@link SHRUNK_SIDE}, where the host can make it smaller. */
export async function smaller(
  { shrinkPicture }: Pick<PicturePorts, 'shrinkPicture'>,
  picture: CleanPicture,
): Promise<CleanPicture> {
  if (Math.max(picture.width, picture.height) <= SHRUNK_SIDE) return picture;
  return (await shrinkPicture?.(picture, SHRUNK_SIDE)) ?? picture;
}

async function picturesIn(
  { codec, files }: PicturePorts,
  file: string,
  keys: ReadonlySet<string>,
): Promise<ReadonlyMap<string, CleanPicture>> {
  try {
    return await codec.pictures(await files.read(file), keys);
  } catch (error) {
    if (error instanceof FileFault || error instanceof UnreadableWorkbook) return new Map();
    throw error;
  }
}

type Refused = Extract<Problem, { readonly code: 'picture-not-carried' }>['why'];

/** The room that a master has for pictures; the same picture takes it once, whoever sends it. */
class Room {
  readonly #taken = new Map<string, CleanPicture>();
  #left = MAX_PICTURES_MB * 2 ** 20;

  /** Takes the room of a picture: the picture as it is known already where that is the same, or why it gets none. */
  take(key: string, picture: CleanPicture): CleanPicture | Refused {
    const { length } = picture.bytes;
    const same = this.#taken.get(key);
    if (same && isSameBytes(same.bytes, picture.bytes)) return same;
    if (length > MAX_PICTURE_MB * 2 ** 20) return { reason: 'too-large', most: MAX_PICTURE_MB };
    if (length > this.#left) return { reason: 'no-room', most: MAX_PICTURES_MB };
    this.#taken.set(key, picture);
    this.#left -= length;
    return picture;
  }
}
