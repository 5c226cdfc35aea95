/** Units of 32 bits of a digest that are compared: of 128 bits nobody finds the same in two texts. */
const UNITS = 4;

/** Where an entry has its number, where the place of the next one in its row, counted from 1, and how long it is. */
const NUMBER = UNITS;
const NEXT = UNITS + 1;
const ENTRY = UNITS + 2;

/** Entries that are made room for at once. */
const CHUNK = 4096;

/** Rows of entries at first. There are always more rows than entries. */
const FIRST = 1024;

/** Numbers by cryptographic digests, in a third of the memory that a `Map` takes; it grows without being copied. */
export class DigestTable {
  readonly #chunks: Uint32Array[] = [];
  /** The place of the first entry of each row, counted from 1; 0 where the row is empty. */
  #rows = new Uint32Array(FIRST);
  #size = 0;

  /** How many digests there are. */
  get size(): number {
    return this.#size;
  }

  /** The number of a digest; where it has none, `number` becomes its number. */
  numberOf(digest: string, number: number): number {
    const [first, second, third, fourth] = [0, 4, 8, 12].map((at) => unitAt(digest, at)) as [
      number,
      number,
      number,
      number,
    ];
    const row = first % this.#rows.length;
    for (let next = this.#rows[row] ?? 0; next !== 0;) {
      const [chunk, at] = this.#placeOf(next - 1);
      if (chunk[at] === first && chunk[at + 1] === second && chunk[at + 2] === third && chunk[at + 3] === fourth) {
        return chunk[at + NUMBER] ?? 0;
      }
      next = chunk[at + NEXT] ?? 0;
    }
    const [chunk, at] = this.#placeOf(this.#size);
    chunk.set([first, second, third, fourth, number, this.#rows[row] ?? 0], at);
    this.#size += 1;
    this.#rows[row] = this.#size;
    if (this.#size === this.#rows.length) this.#addRows();
    return number;
  }

  #placeOf(index: number): readonly [chunk: Uint32Array, at: number] {
    const within = index % CHUNK;
    const chunk = (this.#chunks[(index - within) / CHUNK] ??= new Uint32Array(CHUNK * ENTRY));
    return [chunk, within * ENTRY];
  }

  #addRows(): void {
    const rows = new Uint32Array(2 * this.#rows.length);
    for (let index = 0; index < this.#size; index++) {
      const [chunk, at] = this.#placeOf(index);
      const row = (chunk[at] ?? 0) % rows.length;
      chunk[at + NEXT] = rows[row] ?? 0;
      rows[row] = index + 1;
    }
    this.#rows = rows;
  }
}

/** Four bytes of a digest, of which each character is a byte. */
function unitAt(digest: string, at: number): number {
  const high = (digest.charCodeAt(at + 3) << 24) | (digest.charCodeAt(at + 2) << 16);
  return (high | (digest.charCodeAt(at + 1) << 8) | digest.charCodeAt(at)) >>> 0;
}
