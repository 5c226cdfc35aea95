import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const CUSTOM = 'docProps/custom.xml';
const PROPERTIES = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties';
const TYPE = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
const CONTENT_TYPE_ID = '0x0101';

/**
 * A workbook as SharePoint keeps it: packed again, and with the library's content type among its properties, so that size
 * and hash differ from what was sent (OneDrive/onedrive-api-docs#935, rclone/rclone#2599). Anything else stays as it is.
 */
export function rewriteWorkbook(name: string, bytes: Uint8Array): Uint8Array {
  if (!/\.xlsx$/i.test(name) || bytes[0] !== 0x50 || bytes[1] !== 0x4b) return bytes;
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes);
  } catch {
    return bytes;
  }
  const custom = parts[CUSTOM];
  if (custom) parts[CUSTOM] = strToU8(withContentType(strFromU8(custom)));
  else addCustomProperties(parts);
  // Dates before 1980 cannot be stored; a fixed one makes the same bytes of the same workbook.
  return zipSync(parts, { level: 1, mtime: '1980-01-02T00:00:00Z' });
}

function withContentType(xml: string): string {
  if (xml.includes('name="ContentTypeId"')) return xml;
  const last = Math.max(1, ...[...xml.matchAll(/\bpid="(\d+)"/g)].map(([, pid]) => Number(pid)));
  const property = contentType(last + 1, /<(\w+:)?Properties/.exec(xml)?.[1] ?? '');
  return xml.replace(/<\/(?:\w+:)?Properties>|\/>\s*$/, (end) => (end.startsWith('</') ? property + end : end));
}

function contentType(pid: number, prefix: string): string {
  return (
    `<${prefix}property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${pid}" name="ContentTypeId">` +
    `<vt:lpwstr xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${CONTENT_TYPE_ID}</vt:lpwstr></${prefix}property>`
  );
}

function addCustomProperties(parts: Record<string, Uint8Array>): void {
  const types = parts['[Content_Types].xml'];
  const relations = parts['_rels/.rels'];
  parts[CUSTOM] = strToU8(`<Properties xmlns="${PROPERTIES}">${contentType(2, '')}</Properties>`);
  if (!types || !relations) return;
  parts['[Content_Types].xml'] = strToU8(
    strFromU8(types).replace('</Types>', `<Override PartName="/${CUSTOM}" ContentType="${TYPE}"/></Types>`),
  );
  parts['_rels/.rels'] = strToU8(
    strFromU8(relations).replace(
      '</Relationships>',
      `<Relationship Id="rIdSharePoint" Type="${RELATION}" Target="${CUSTOM}"/></Relationships>`,
    ),
  );
}
