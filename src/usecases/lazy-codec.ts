import { once } from './once.ts';
import type { WorkbookCodec } from './ports/workbook-codec.ts';

/** A codec that is created on first use, because neither `ita --help` nor a page that was just opened needs one. */
export function lazyCodec(make: () => Promise<WorkbookCodec>): WorkbookCodec {
  const codec = once(make);
  return {
    encode: async (plan, options) => (await codec()).encode(plan, options),
    encodeInPieces: async (plan, use, options) => (await codec()).encodeInPieces(plan, use, options),
    decode: async (bytes, sizeLimit) => (await codec()).decode(bytes, sizeLimit),
    patch: async (bytes, patches, savedAt) => (await codec()).patch(bytes, patches, savedAt),
    patchSome: async (bytes, patches, savedAt) => (await codec()).patchSome(bytes, patches, savedAt),
    unpack: async (bytes) => (await codec()).unpack(bytes),
    properties: async (bytes) => (await codec()).properties(bytes),
    patchPictures: async (bytes, swaps, savedAt) => (await codec()).patchPictures(bytes, swaps, savedAt),
    uniqueObjectNames: async (bytes) => (await codec()).uniqueObjectNames(bytes),
    cleanPicture: async (bytes) => (await codec()).cleanPicture(bytes),
    pictures: async (bytes, keys) => (await codec()).pictures(bytes, keys),
    rules: async (bytes) => (await codec()).rules(bytes),
    unpackedSize: async (bytes) => (await codec()).unpackedSize(bytes),
    packText: async (text) => (await codec()).packText(text),
    unpackText: async (packed) => (await codec()).unpackText(packed),
  };
}
