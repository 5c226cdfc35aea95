import type { WorkbookCodec } from '../../usecases/ports/workbook-codec.ts';
import { decodeWorkbook } from './read/decode.ts';
import { encodeWorkbook } from './write/encode.ts';
import { readOptions, type XlsxCodecOptions } from './options.ts';
import { patchSome, patchWorkbook } from './patch/patch.ts';
import { unpackArchive } from './zip/unpack-archive.ts';
import { readPictures } from './read/pictures.ts';

/**
 * Creates the .xlsx codec. A host may provide faster functions (`inflate` and `crc32` of node:zlib) and other limits.
 */
export function createXlsxCodec(options: XlsxCodecOptions = {}): WorkbookCodec {
  const reading = readOptions(options);
  return {
    encode: encodeWorkbook,
    decode: async (bytes) => Promise.resolve(decodeWorkbook(bytes, reading)),
    patch: async (bytes, patches, savedAt) => Promise.resolve(patchWorkbook(bytes, patches, reading, savedAt)),
    patchSome: async (bytes, patches, savedAt) => Promise.resolve(patchSome(bytes, patches, reading, savedAt)),
    unpack: async (bytes) => Promise.resolve(unpackArchive(bytes, reading)),
    pictures: async (bytes) => Promise.resolve(readPictures(bytes, reading)),
  };
}
