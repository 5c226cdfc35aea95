import { DEFAULT_LIMITS, type ReadLimits } from './limits.ts';
import { PartMemory } from './package/part-memory.ts';
import { decodeUtf8, type TextFunctions } from './xml/utf8.ts';
import { PORTABLE, type ZipFunctions } from './zip/zip-functions.ts';

/** The functions and limits for reading a package. */
export interface ReadOptions extends ZipFunctions, TextFunctions {
  readonly limits: ReadLimits;
  /** What was read of the files before. */
  readonly memory: PartMemory;
}

/** Options of a host: faster functions and other limits. */
export interface XlsxCodecOptions extends Partial<ZipFunctions>, Partial<TextFunctions> {
  readonly limits?: Partial<ReadLimits>;
}

/** Completes options with the defaults. */
export function readOptions(options: XlsxCodecOptions): ReadOptions {
  return {
    ...PORTABLE,
    decodeUtf8,
    ...options,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    memory: new PartMemory(),
  };
}
