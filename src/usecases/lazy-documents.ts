import { once } from './once.ts';
import type { DocumentCodec } from './ports/document-codec.ts';

/** A codec of documents that is created on first use: few commands write one. */
export function lazyDocuments(make: () => Promise<DocumentCodec>): DocumentCodec {
  const codec = once(make);
  return {
    encode: async (plan) => (await codec()).encode(plan),
    encodeIn: async (plan, template) => (await codec()).encodeIn(plan, template),
    decode: async (parts) => (await codec()).decode(parts),
  };
}
