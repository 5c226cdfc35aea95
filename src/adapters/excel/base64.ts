/** Bytes to a `btoa` call: more would be too many arguments for one call. */
const CHUNK = 0x8000;

/** Base64 of bytes, as office.js takes workbooks. */
export function toBase64(bytes: Uint8Array): string {
  let letters = '';
  for (let from = 0; from < bytes.length; from += CHUNK) {
    letters += String.fromCharCode(...bytes.subarray(from, from + CHUNK));
  }
  return btoa(letters);
}
