import type { DocumentPlan } from '../../domain/document/plan.ts';

/** Encodes text documents as .docx files. */
export interface DocumentCodec {
  /** Encodes a plan; the same plan always gives the same bytes. */
  encode(plan: DocumentPlan): Promise<Uint8Array>;
}
