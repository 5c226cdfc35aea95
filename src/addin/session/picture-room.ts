import { MAX_PICTURES } from '../../domain/form/read/read-sheet-objects.ts';
import { MAX_ALL_LOOKED_AT_MB, type CleanPicture } from '../../domain/image/picture.ts';
import type { Check } from './session-state.ts';

const MEGABYTE = 2 ** 20;

/** Megabytes that a photograph takes, on average, once its longer side is made smaller. */
const USUAL_MB = 0.4;

/** Megabytes of an attachment that the mail of an office often takes at most. */
export const MAIL_MB = 20;

/** The room that a workbook has for more pictures: as many and as large as its readers look into. */
export class PictureRoom {
  #count: number;
  #bytes: number;

  constructor({ result: { content } }: Check) {
    const images = content.sheets.flatMap(({ objects = [] }) => objects.flatMap(({ image }) => image ?? []));
    this.#count = images.filter(({ picture }) => !('reason' in picture)).length;
    this.#bytes = images.reduce((sum, { size }) => sum + size, 0);
  }

  /** How many more there may be. */
  get count(): number {
    return Math.max(0, MAX_PICTURES - this.#count);
  }

  /** Takes a picture. @returns whether there is room for it */
  take({ bytes: { length } }: Pick<CleanPicture, 'bytes'>): boolean {
    if (this.count === 0 || this.#bytes + length > MAX_ALL_LOOKED_AT_MB * MEGABYTE) return false;
    this.#count += 1;
    this.#bytes += length;
    return true;
  }

  /** The megabytes that all pictures will probably take after so many more. */
  expectedWith(count: number): number {
    return Math.min(MAX_ALL_LOOKED_AT_MB, Math.round(this.#bytes / MEGABYTE + Math.min(count, this.count) * USUAL_MB));
  }
}
