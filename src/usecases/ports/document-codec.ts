import type { DocumentContent } from '../../domain/document/content.ts';
import type { DocumentPlan } from '../../domain/document/plan.ts';
import type { TemplateFault, TemplateNotice } from '../../domain/document/template.ts';

/** Writes text documents as .docx files, and reads them. */
export interface DocumentCodec {
  /** Encodes a plan; the same plan always gives the same bytes. */
  encode(plan: DocumentPlan): Promise<Uint8Array>;
  /**
   * Encodes a plan in the frame of a template: its letterhead, styles, pages and theme. The same plan and parts always give the
   * same bytes.
   * @throws {UnusableTemplate}
   */
  encodeIn(plan: DocumentPlan, template: TemplateParts): Promise<FramedDocument>;
  /**
   * Reads what the body of a document says.
   * @throws {UnusableTemplate}
   */
  decode(parts: TemplateParts): Promise<DocumentContent>;
}

/** The parts of a document by their names in its package. */
export type TemplateParts = ReadonlyMap<string, Uint8Array>;

/** A document in the frame of a template, and what is to be known about the template. */
export interface FramedDocument {
  readonly bytes: Uint8Array;
  readonly notices: readonly TemplateNotice[];
}

/** Thrown when a file cannot be the template of a document; `detail` gives the location and cause in technical terms. */
export class UnusableTemplate extends Error {
  readonly reason: TemplateFault;
  readonly detail: string;

  constructor(reason: TemplateFault, detail: string, options?: ErrorOptions) {
    super(`${reason}: ${detail}`, options);
    this.name = 'UnusableTemplate';
    this.reason = reason;
    this.detail = detail;
  }
}
