const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What turns the bytes of a part into text; a host with a faster one hands it in. */
export interface TextFunctions {
  /** Decodes UTF-8 whole, keeping a byte order mark; undefined where the bytes are not valid (RFC 3629). */
  readonly decodeUtf8: (bytes: Uint8Array) => string | undefined;
}

/** What runs in every host. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return STRICT.decode(bytes);
  } catch {
    return undefined;
  }
}
