import { UnreadableWorkbook } from '../../../usecases/ports.ts';

const ZIP_ENTRY = [0x50, 0x4b, 0x03, 0x04];
const ZIP_EMPTY = [0x50, 0x4b, 0x05, 0x06];
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Name of the stream that holds an encrypted package inside a compound file ([MS-OFFCRYPTO] 2.3.4.4), as stored there. */
const ENCRYPTED_PACKAGE = Array.from('EncryptedPackage').flatMap((letter) => [letter.charCodeAt(0), 0]);

/**
 * Tells files that only look like .xlsx from packages, by their first bytes.
 * @throws {UnreadableWorkbook} `encrypted` for a workbook with a password, `old-format` for .xls, `not-workbook` for what is no zip file.
 */
export function requireZip(bytes: Uint8Array): void {
  if (startsWith(bytes, 0, COMPOUND_FILE)) {
    if (includes(bytes, ENCRYPTED_PACKAGE)) throw new UnreadableWorkbook('encrypted', 'EncryptedPackage');
    throw new UnreadableWorkbook('old-format', 'compound file');
  }
  if (!startsWith(bytes, 0, ZIP_ENTRY) && !startsWith(bytes, 0, ZIP_EMPTY)) {
    throw new UnreadableWorkbook('not-workbook', bytes.length === 0 ? 'empty file' : 'no zip file');
  }
}

function startsWith(bytes: Uint8Array, at: number, pattern: readonly number[]): boolean {
  return pattern.every((byte, index) => bytes[at + index] === byte);
}

function includes(bytes: Uint8Array, pattern: readonly number[]): boolean {
  const first = pattern[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (startsWith(bytes, at, pattern)) return true;
  }
  return false;
}
