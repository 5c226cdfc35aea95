import { LIBDEFLATE_WASM } from './libdeflate-wasm.ts';

/** Inflates raw deflate data to exactly `size` bytes. @throws {Error} for broken data and for data of another size. */
export type Inflate = (data: Uint8Array, size: number) => Uint8Array;

/** What assets/libdeflate/inflate.c gives: addresses and sizes in bytes. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly heap: () => number;
  readonly inflate: (data: number, dataSize: number, out: number, size: number) => number;
}

/** Bytes of a page of WebAssembly's memory. */
const PAGE = 64 * 1024;

/** The most bytes that a byte of deflate data can stand for. */
const MOST_RATIO = 1032;

/**
 * Opens libdeflate in WebAssembly, which inflates five times as fast as a program in JavaScript.
 * @returns undefined where there is no WebAssembly, or where the policy of the page or worker forbids it
 */
export async function openInflate(): Promise<Inflate | undefined> {
  try {
    const wasm = Uint8Array.from(atob(LIBDEFLATE_WASM), (character) => character.charCodeAt(0));
    const { instance } = await WebAssembly.instantiate(wasm);
    return inflateIn(instance.exports as unknown as Exports);
  } catch {
    return undefined;
  }
}

function inflateIn({ memory, heap, inflate }: Exports): Inflate {
  const start = heap();
  return (data, size) => {
    // Memory never shrinks again, so that a false size must not let it grow.
    if (size > MOST_RATIO * data.length) throw new Error(`less than ${size} bytes`);
    const out = start + data.length;
    const missing = out + size - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
    const bytes = new Uint8Array(memory.buffer);
    bytes.set(data, start);
    if (inflate(start, data.length, out, size) !== 0) throw new Error(`broken data, or not ${size} bytes`);
    return bytes.slice(out, out + size);
  };
}
