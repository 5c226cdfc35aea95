import { DEFAULT_LIMITS, type ReadLimits } from './limits.ts';
import { decodeUtf8, type TextFunctions } from './xml/utf8.ts';
import { PORTABLE, type ZipFunctions } from './zip/zip-functions.ts';

/** How a package is read. */
export interface ReadOptions extends ZipFunctions, TextFunctions {
  readonly limits: ReadLimits;
}

/** What a host may hand in: faster functions, other limits. */
export interface XlsxCodecOptions extends Partial<ZipFunctions>, Partial<TextFunctions> {
  readonly limits?: Partial<ReadLimits>;
}

/** The options with everything that was left out. */
export function readOptions(options: XlsxCodecOptions): ReadOptions {
  return { ...PORTABLE, decodeUtf8, ...options, limits: { ...DEFAULT_LIMITS, ...options.limits } };
}
