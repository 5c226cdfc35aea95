import type { TemplateFault } from '../domain/document/template.ts';
import { UnusableTemplate, type TemplateParts } from './ports/document-codec.ts';
import { UnreadableWorkbook, type WorkbookCodec } from './ports/workbook-codec.ts';

/**
 * Bytes of all parts of a template: many times those of a letterhead with photographs.
 * @internal
 */
export const MOST_BYTES = 64 * 2 ** 20;

/**
 * Parts of a template: a letterhead has some twenty.
 * @internal
 */
export const MOST_PARTS = 2_000;

/** A compound file: what Word 97–2003 wrote, or an encrypted document. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Opens the office's own document as the template of another. What it holds decides what it is, not its name.
 * @throws {UnusableTemplate}
 */
export async function openTemplate(codec: Pick<WorkbookCodec, 'unpack'>, bytes: Uint8Array): Promise<TemplateParts> {
  try {
    const files = await codec.unpack(bytes);
    const size = files.reduce((sum, file) => sum + file.size, 0);
    if (files.length > MOST_PARTS || size > MOST_BYTES) {
      throw new UnusableTemplate('too-large', `${files.length} parts, ${size} bytes`);
    }
    return new Map(files.map(({ path, read }) => [path, read()]));
  } catch (error) {
    if (error instanceof UnreadableWorkbook)
      throw new UnusableTemplate(reasonOf(error, bytes), error.detail, { cause: error });
    throw error;
  }
}

function reasonOf({ why }: UnreadableWorkbook, bytes: Uint8Array): TemplateFault {
  switch (why.reason) {
    case 'other-format':
    case 'old-format':
      return 'not-document';
    case 'not-workbook':
      return COMPOUND_FILE.every((byte, index) => bytes[index] === byte) ? 'old-format' : 'not-document';
    case 'empty':
    case 'encrypted':
    case 'rights-managed':
    case 'damaged':
    case 'too-large':
      return why.reason;
  }
}
