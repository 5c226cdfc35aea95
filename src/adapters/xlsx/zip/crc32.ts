/** Eight consecutive tables of 256 numbers, to process eight bytes at a step. */
const TABLE = new Int32Array(8 * 256);

for (let byte = 0; byte < 256; byte++) {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  TABLE[byte] = crc;
}
for (let at = 256; at < TABLE.length; at++) {
  const before = TABLE[at - 256] ?? 0;
  TABLE[at] = (TABLE[before & 255] ?? 0) ^ (before >>> 8);
}

/** The unsigned CRC-32 of zip files (polynomial 0xEDB88320); `before` is the CRC of the preceding bytes. */
export function crc32(bytes: Uint8Array, before = 0): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length - (bytes.length % 8);
  let crc = ~before;
  for (let at = 0; at < whole; at += 8) {
    const low = crc ^ view.getInt32(at, true);
    const high = view.getInt32(at + 4, true);
    crc =
      (TABLE[1792 + (low & 255)] ?? 0) ^
      (TABLE[1536 + ((low >>> 8) & 255)] ?? 0) ^
      (TABLE[1280 + ((low >>> 16) & 255)] ?? 0) ^
      (TABLE[1024 + (low >>> 24)] ?? 0) ^
      (TABLE[768 + (high & 255)] ?? 0) ^
      (TABLE[512 + ((high >>> 8) & 255)] ?? 0) ^
      (TABLE[256 + ((high >>> 16) & 255)] ?? 0) ^
      (TABLE[high >>> 24] ?? 0);
  }
  for (let at = whole; at < bytes.length; at++) {
    crc = (TABLE[(crc ^ (bytes[at] ?? 0)) & 255] ?? 0) ^ (crc >>> 8);
  }
  return ~crc >>> 0;
}
