import type { WorkbookCodec } from '../../usecases/ports/workbook-codec.ts';
import { decodeProperties, decodeWorkbook } from './read/decode.ts';
import { encodeInPieces, encodeWorkbook } from './write/encode.ts';
import { limitsFor, LARGEST_SIZE } from './limits.ts';
import { readOptions, type ReadOptions, type XlsxCodecOptions } from './options.ts';
import { packText, unpackText } from './packed-text.ts';
import { patchSome, patchWorkbook } from './patch/patch.ts';
import { unpackArchive } from './zip/unpack-archive.ts';
import { unpackedSize } from './zip/unpacked-size.ts';
import { uniqueObjectNames } from './patch/unique-object-names.ts';
import { patchPictures } from './patch/patch-pictures.ts';
import { cleanPicture } from '../../domain/image/clean-picture.ts';
import { readPictures } from './read/images.ts';
import { readRules } from './read/sheet-rules.ts';

/**
 * Creates the .xlsx codec. A host may provide faster functions (of node:zlib) and other limits.
 */
export function createXlsxCodec(options: XlsxCodecOptions = {}): WorkbookCodec {
  const reading = readOptions(options);
  const withSizeLimit = (bytes: Uint8Array, sizeLimit: number): ReadOptions => ({
    ...reading,
    limits: limitsFor(reading.limits, sizeLimit, bytes.length),
  });
  // Whoever patches a workbook has read it, with the limits for it.
  const patching = (bytes: Uint8Array): ReadOptions => withSizeLimit(bytes, LARGEST_SIZE);
  return {
    encode: (plan, options) => encodeWorkbook(plan, options, reading),
    encodeInPieces: (plan, use, options) => encodeInPieces(plan, use, options, reading),
    decode: async (bytes, sizeLimit = 0) => Promise.resolve(decodeWorkbook(bytes, withSizeLimit(bytes, sizeLimit))),
    patch: async (bytes, patches, savedAt) => Promise.resolve(patchWorkbook(bytes, patches, patching(bytes), savedAt)),
    patchSome: async (bytes, patches, savedAt) => Promise.resolve(patchSome(bytes, patches, patching(bytes), savedAt)),
    patchPictures: async (bytes, swaps, savedAt) =>
      Promise.resolve(patchPictures(bytes, swaps, patching(bytes), savedAt)),
    uniqueObjectNames: async (bytes) => Promise.resolve(uniqueObjectNames(bytes, patching(bytes))),
    cleanPicture: async (bytes) => Promise.resolve(cleanPicture(bytes, reading.crc32)),
    unpack: async (bytes) => Promise.resolve(unpackArchive(bytes, reading)),
    properties: async (bytes) => Promise.resolve(decodeProperties(bytes, reading)),
    pictures: async (bytes, keys) => Promise.resolve(readPictures(bytes, keys, patching(bytes))),
    rules: async (bytes) => Promise.resolve(readRules(bytes, patching(bytes))),
    unpackedSize: async (bytes) => Promise.resolve(unpackedSize(bytes, reading.limits)),
    packText: async (text) => Promise.resolve(packText(text)),
    unpackText: async (packed) => Promise.resolve(unpackText(packed, reading)),
  };
}
