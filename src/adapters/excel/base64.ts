/** Bytes for one `btoa` call; more would exceed the argument limit of `String.fromCharCode`. */
const CHUNK = 0x8000;

/** Encodes bytes in Base64, the form in which office.js takes workbooks. */
export function toBase64(bytes: Uint8Array): string {
  let letters = '';
  for (let from = 0; from < bytes.length; from += CHUNK) {
    letters += String.fromCharCode(...bytes.subarray(from, from + CHUNK));
  }
  return btoa(letters);
}
