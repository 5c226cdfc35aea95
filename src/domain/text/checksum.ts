/** A checksum of a text in seven base-36 digits: the 32-bit FNV-1a hash of its characters. */
export function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    const codePoint = text.codePointAt(index) ?? 0;
    if (codePoint > 0xffff) index += 1;
    hash = Math.imul(hash ^ codePoint, 0x01000193);
  }
  return (hash >>> 0).toString(36).padStart(7, '0');
}
