import { unzipSync } from 'fflate';

/** Parts in which SharePoint writes properties of the library, and those that list them. */
const REWRITTEN = /^(?:docProps\/|customXml\/|\[Content_Types\]\.xml$|_rels\/)/;

/**
 * Whether a file that came back is what was sent. SharePoint packs a workbook anew and adds properties to it, so every part
 * but those of properties has to be the same. In doubt it is not.
 */
export function isSameContent(sent: Uint8Array, received: Uint8Array): boolean {
  if (isEqual(sent, received)) return true;
  if (!isZip(sent) || !isZip(received)) return false;
  try {
    const parts = unzipSync(sent, { filter: ({ name }) => !REWRITTEN.test(name) });
    const others: string[] = [];
    const same = unzipSync(received, {
      filter: ({ name, originalSize }) => {
        if (REWRITTEN.test(name)) return false;
        const isAlike = parts[name]?.length === originalSize;
        if (!isAlike) others.push(name);
        return isAlike;
      },
    });
    const names = Object.keys(parts);
    return others.length === 0 && names.length > 0 && names.every((name) => isEqual(parts[name], same[name]));
  } catch {
    return false;
  }
}

/** Whether bytes begin as a zip file with something in it. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

function isEqual(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a !== undefined && b?.length === a.length && a.every((byte, index) => byte === b[index]);
}
