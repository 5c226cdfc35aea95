import { isSameBytes, type CleanPicture } from '../../../domain/image/picture.ts';
import { storedPart, type WriteFunctions, type WrittenPart } from '../zip/part-writer.ts';

/** The images of a package: one part for the same bytes, however often they are shown. */
export class Media {
  readonly #parts: WrittenPart[] = [];
  readonly #byContent = new Map<string, WrittenPart[]>();
  readonly #functions: Pick<WriteFunctions, 'crc32'>;

  constructor(functions: Pick<WriteFunctions, 'crc32'>) {
    this.#functions = functions;
  }

  /** The name of the part of a picture's image, below `xl/media`. */
  nameOf({ format, bytes }: CleanPicture): string {
    const part = storedPart(`xl/media/image${this.#parts.length + 1}.${format}`, bytes, this.#functions);
    const alike = this.#byContent.get(`${part.crc} ${part.size}`) ?? [];
    const same = alike.find(({ data: [known] }) => known !== undefined && isSameBytes(known, bytes));
    if (same === undefined) {
      this.#parts.push(part);
      this.#byContent.set(`${part.crc} ${part.size}`, [...alike, part]);
    }
    return (same ?? part).name.slice('xl/media/'.length);
  }

  /** All parts, in the order in which they were asked for. */
  get parts(): readonly WrittenPart[] {
    return this.#parts;
  }
}
