import type { WorkbookCodec } from '../usecases/ports.ts';

/** A codec that is made when it is first needed: `ita --help` need not wait for it. */
export function lazyCodec(make: () => Promise<WorkbookCodec>): WorkbookCodec {
  let codec: Promise<WorkbookCodec> | undefined;
  const ready = (): Promise<WorkbookCodec> => (codec ??= make());
  return {
    encode: async (plan) => (await ready()).encode(plan),
    decode: async (bytes) => (await ready()).decode(bytes),
    patch: async (bytes, patches) => (await ready()).patch(bytes, patches),
    pictures: async (bytes) => (await ready()).pictures(bytes),
  };
}
