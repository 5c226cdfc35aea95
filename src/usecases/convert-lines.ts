/** Thrown for bytes that are not valid UTF-8; `line` is their line, counted from 1. */
export class NotUtf8 extends Error {
  readonly line: number;

  constructor(line: number, options?: ErrorOptions) {
    super(`line ${line} is no UTF-8`, options);
    this.name = 'NotUtf8';
    this.line = line;
  }
}

/**
 * Converts a UTF-8 stream in whole lines as it arrives. Line ends and a byte order mark are preserved; the last line
 * needs no line end. Lines that were complete before the faulty chunk have already been yielded.
 * @throws {NotUtf8}
 */
export async function* convertLines(
  chunks: AsyncIterable<Uint8Array>,
  convert: (text: string) => string,
): AsyncGenerator<string, void, undefined> {
  const decoder = new StrictDecoder();
  let open: string[] = [];
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk);
    const end = text.lastIndexOf('\n') + 1;
    if (end > 0) {
      yield convert(open.join('') + text.slice(0, end));
      open = [];
    }
    open.push(text.slice(end));
  }
  const rest = open.join('') + decoder.decode();
  if (rest !== '') yield convert(rest);
}

class StrictDecoder {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  #lines = 1;

  /** The text of the next bytes; without an argument, of the end of the stream. */
  decode(chunk?: Uint8Array): string {
    try {
      const text = this.#decoder.decode(chunk, { stream: chunk !== undefined });
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#lines += 1;
      return text;
    } catch (error) {
      throw new NotUtf8(this.#lines + linesBeforeFault(chunk), { cause: error });
    }
  }
}

/** Counts the line ends before the first invalid bytes, skipping bytes that continue a character of the previous chunk. */
function linesBeforeFault(chunk: Uint8Array = new Uint8Array()): number {
  const decoder = new TextDecoder('utf-8');
  const start = chunk.findIndex((byte) => (byte & 0xc0) !== 0x80);
  const text = decoder.decode(chunk.subarray(Math.max(0, start)));
  return text.slice(0, Math.max(0, text.indexOf('\ufffd'))).split('\n').length - 1;
}
