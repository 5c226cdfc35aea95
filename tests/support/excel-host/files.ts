/** Numbers of requests as office.js's transport for Windows has them. */
const OPEN = 77;
const SLICE = 80;
const CLOSE = 81;

const OK = 0;
/** A copy of two files is in memory already (Office.File.closeAsync, remarks). */
const FILE_LIMIT = 11;
const INTERNAL_ERROR = 5001;

/** The type of a file that is the whole package; others are for Word and PowerPoint, or PDF. */
const COMPRESSED = 5;

const MOST_OPEN = 2;

/** The copies of the workbook's file that an add-in has open (Office.Document.getFileAsync). */
export class HostFiles {
  readonly #make: () => Promise<Uint8Array>;
  readonly #open = new Map<number, Uint8Array>();
  #last = 0;

  constructor(make: () => Promise<Uint8Array>) {
    this.#make = make;
  }

  /** How many copies were not given back. */
  get openCount(): number {
    return this.#open.size;
  }

  /** The answer to a request; undefined if it is none about files. */
  answer(id: number, params: readonly unknown[]): Promise<readonly unknown[]> | undefined {
    if (id === OPEN) return this.#openCopy(params[0]);
    if (id !== SLICE && id !== CLOSE) return undefined;
    const [handle, offset, size] = params.map(Number) as [number, number, number];
    const bytes = this.#open.get(handle);
    if (bytes === undefined) return Promise.resolve([INTERNAL_ERROR]);
    if (id === CLOSE) {
      this.#open.delete(handle);
      return Promise.resolve([OK]);
    }
    const slice = [...bytes.subarray(offset, offset + size)];
    return Promise.resolve([OK, [slice, slice.length]]);
  }

  async #openCopy(type: unknown): Promise<readonly unknown[]> {
    if (type !== COMPRESSED) return [INTERNAL_ERROR];
    if (this.#open.size >= MOST_OPEN) return [FILE_LIMIT];
    const bytes = await this.#make();
    this.#open.set(++this.#last, bytes);
    return [OK, [this.#last, bytes.length]];
  }
}
