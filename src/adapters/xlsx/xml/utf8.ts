const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Functions that decode a part; a host may provide faster ones. */
export interface TextFunctions {
  /** Decodes UTF-8 and keeps a byte order mark; undefined if the bytes are not valid (RFC 3629). */
  readonly decodeUtf8: (bytes: Uint8Array) => string | undefined;
}

/** The portable decoder. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return STRICT.decode(bytes);
  } catch {
    return undefined;
  }
}
