import { createDocxCodec } from '../../src/adapters/docx/codec.ts';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import type { DocumentContent } from '../../src/domain/document/content.ts';
import { openTemplate } from '../../src/usecases/open-template.ts';

/** What the body of a document for Word says, read from its bytes. */
export async function openDocument(bytes: Uint8Array): Promise<DocumentContent> {
  return createDocxCodec().decode(await openTemplate(createXlsxCodec(), bytes));
}
