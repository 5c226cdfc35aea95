import { once } from './once.ts';
import type { WorkbookCodec } from './ports/workbook-codec.ts';

/** A codec that is made when it is first needed: neither `ita --help` nor a page that was just opened needs it. */
export function lazyCodec(make: () => Promise<WorkbookCodec>): WorkbookCodec {
  const codec = once(make);
  return {
    encode: async (plan) => (await codec()).encode(plan),
    decode: async (bytes) => (await codec()).decode(bytes),
    patch: async (bytes, patches) => (await codec()).patch(bytes, patches),
    pictures: async (bytes) => (await codec()).pictures(bytes),
  };
}
