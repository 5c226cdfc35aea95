import { isSameBytes } from '../../../domain/image/picture.ts';
import type { ZipEntry } from '../zip/zip-archive.ts';

/** Bytes of all remembered parts as they were before they were packed; what is read of them takes a few times as much. */
const MOST_BYTES = 2 ** 19;

/** A part as it is packed. */
type Packed = Pick<ZipEntry, 'method' | 'size' | 'crc'> & { readonly bytes: Uint8Array };

interface Remembered extends Packed {
  readonly value: unknown;
}

/**
 * What was read of some parts of the files before. The workbooks of a year have many parts in common byte for byte: styles, content
 * types, relationships. A part that is packed into the same bytes is the same part, so it is neither inflated nor parsed again.
 */
export class PartMemory {
  readonly #parts = new Map<string, Remembered>();
  #bytes = 0;

  /**
   * The value that was read of the part of this key if it was packed into the same bytes; else what `read` gives. Nobody may change it,
   * for it is given to the next file too.
   */
  valueOf<Value>(key: string, packed: Packed, read: () => Value): Value {
    const before = this.#parts.get(key);
    // A key stands for one way of reading, so the value is of its type.
    if (before !== undefined && isSame(before, packed)) return before.value as Value;
    const value = read();
    this.#keep(key, packed, value);
    return value;
  }

  #keep(key: string, packed: Packed, value: unknown): void {
    if (packed.size > MOST_BYTES) return;
    this.#bytes += packed.size - (this.#parts.get(key)?.size ?? 0);
    if (this.#bytes > MOST_BYTES) {
      this.#parts.clear();
      this.#bytes = packed.size;
    }
    // A copy: the bytes are a piece of the whole file.
    this.#parts.set(key, { ...packed, bytes: packed.bytes.slice(), value });
  }
}

function isSame(one: Packed, other: Packed): boolean {
  const isAlike = one.method === other.method && one.size === other.size && one.crc === other.crc;
  return isAlike && isSameBytes(one.bytes, other.bytes);
}
