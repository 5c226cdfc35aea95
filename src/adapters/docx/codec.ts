import { Document, Packer } from 'docx';
import { unzipSync, zipSync, type ZippableFile } from 'fflate';
import type { DocumentPlan } from '../../domain/document/plan.ts';
import type { DocumentCodec } from '../../usecases/ports/document-codec.ts';
import { corePart } from './core-part.ts';
import type { Orientation, PageGeometry } from './page.ts';
import { safeLines } from './safe-text.ts';
import { encodeSections } from './sections.ts';
import { readDocument } from './read/read-document.ts';
import { DOCUMENT_STYLES } from './styles.ts';
import { encodeIn } from './template/encode-in.ts';

/** Creates the codec of .docx files. */
export function createDocxCodec(): DocumentCodec {
  return {
    encode: (plan) => encodeDocument(plan),
    encodeIn: (plan, template) => encodeIn(plan, template, encodeDocument),
    // eslint-disable-next-line @typescript-eslint/require-await -- a fault rejects, as the port says
    decode: async (parts) => readDocument(parts),
  };
}

async function encodeDocument(
  plan: DocumentPlan,
  pageOf?: (orientation: Orientation) => PageGeometry,
): Promise<Uint8Array> {
  const document = new Document({
    title: safeLines(plan.title).join(' '),
    creator: safeLines(plan.author).join(' '),
    styles: DOCUMENT_STYLES,
    sections: encodeSections(plan.sections, pageOf),
    features: { updateFields: false },
  });
  const packed = await Packer.toArrayBuffer(document, undefined, [{ path: 'docProps/core.xml', data: corePart(plan) }]);
  return withoutTimes(new Uint8Array(packed));
}

/** The same package with the same times every time, so that one plan gives the same bytes. */
function withoutTimes(bytes: Uint8Array): Uint8Array {
  // The earliest time that a zip entry can have.
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]): [string, ZippableFile] => [
    name,
    // Pictures are compressed already.
    [part, { level: name.startsWith('word/media/') ? 0 : 6 }],
  ]);
  return zipSync(Object.fromEntries(parts), { mtime: '1980-01-01T00:00:00' });
}
