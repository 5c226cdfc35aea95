import { UnreadableWorkbook } from '../../../usecases/ports/workbook-codec.ts';

const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Stream name of an encrypted package in a compound file ([MS-OFFCRYPTO] 2.3.4.4), as stored. */
const ENCRYPTED_PACKAGE = utf16('EncryptedPackage');

/**
 * Names in a compound file whose package a sensitivity label or Information Rights Management encrypts ([MS-OFFCRYPTO]
 * 2.2.2, for .xls 2.2.10); that a label is there is in another stream (2.6.2).
 */
const RIGHTS_MANAGED = ['DRMEncryptedDataSpace', '\x09DRMContent'].map(utf16);

/** Stream names of other documents in compound files: Word, PowerPoint, Outlook. */
const OTHER_STREAMS = ['WordDocument', 'PowerPoint Document', '__properties_version1.0'].map(utf16);

/**
 * Recognizes files that only have the name of an .xlsx package: those of other formats by their first bytes, and empty ones.
 * @throws {UnreadableWorkbook} `encrypted` for a workbook with a password, `rights-managed` for one that a label encrypts, `old-format` for .xls, `empty` for no bytes, or zeros alone, as a download that broke off may leave, `not-workbook` for another document of Office.
 */
export function refuseOthers(bytes: Uint8Array): void {
  if (startsWith(bytes, 0, COMPOUND_FILE)) {
    if (RIGHTS_MANAGED.some((name) => hasStream(bytes, name)))
      throw new UnreadableWorkbook({ reason: 'rights-managed' }, 'DataSpaces');
    if (hasStream(bytes, ENCRYPTED_PACKAGE)) throw new UnreadableWorkbook({ reason: 'encrypted' }, 'EncryptedPackage');
    throw new UnreadableWorkbook({ reason: isOldWorkbook(bytes) ? 'old-format' : 'not-workbook' }, 'compound file');
  }
  if (bytes.every((byte) => byte === 0))
    throw new UnreadableWorkbook({ reason: 'empty' }, `${bytes.length} bytes of nothing`);
}

/**
 * Whether a compound file is a workbook, which is assumed unless it contains another document: its directory may be
 * damaged.
 */
function isOldWorkbook(bytes: Uint8Array): boolean {
  return !OTHER_STREAMS.some((name) => hasStream(bytes, name));
}

function utf16(text: string): readonly number[] {
  return Array.from(text).flatMap((letter) => [letter.charCodeAt(0), 0]);
}

function startsWith(bytes: Uint8Array, at: number, pattern: readonly number[]): boolean {
  return pattern.every((byte, index) => bytes[at + index] === byte);
}

/** Bytes of a directory entry in a compound file, which starts with a stream name ([MS-CFB] 2.6.1). */
const DIRECTORY_ENTRY = 128;

function hasStream(bytes: Uint8Array, name: readonly number[]): boolean {
  for (let at = DIRECTORY_ENTRY; at < bytes.length; at += DIRECTORY_ENTRY) {
    if (startsWith(bytes, at, name)) return true;
  }
  return false;
}
