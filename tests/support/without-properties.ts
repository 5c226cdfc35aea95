import { strToU8, unzipSync, zipSync } from 'fflate';

/** A workbook without its custom document properties, as some programs save it. */
export function withoutProperties(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const properties = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
  return zipSync({ ...parts, 'docProps/custom.xml': strToU8(`<Properties xmlns="${properties}"/>`) });
}
