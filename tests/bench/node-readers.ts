import { nativeFunctions } from '../../src/cli/native-functions.ts';
import { inflateAll } from './inflate-all.ts';
import { portableReaders, type Reader } from './readers.ts';

export const ZLIB = 'node:zlib: inflate only';

/** The readers in Node, by name. */
export function nodeReaders(): ReadonlyMap<string, Reader> {
  return new Map<string, Reader>([...portableReaders(nativeFunctions), [ZLIB, inflateAll]]);
}
