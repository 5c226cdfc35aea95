import { unescapeXstring } from '../xml/spreadsheet-escapes.ts';
import type { XmlHandler } from '../xml/xml-events.ts';

/**
 * Gathers the text of strings: of `si` in the shared string table, of `is` in a cell. The runs of rich text are joined;
 * phonetic runs (`rPh`), which only tell how the text is read, are left out.
 */
export class StringGatherer {
  text = '';
  #piece = '';
  #inText = false;
  #inPhonetic = false;

  start(): void {
    this.text = '';
  }

  open(name: string): void {
    if (name === 't') {
      this.#piece = '';
      this.#inText = !this.#inPhonetic;
    } else if (name === 'rPh') this.#inPhonetic = true;
  }

  add(text: string): void {
    if (this.#inText) this.#piece += text;
  }

  close(name: string): void {
    if (name === 't') {
      if (this.#inText) this.text += unescapeXstring(this.#piece);
      this.#inText = false;
    } else if (name === 'rPh') this.#inPhonetic = false;
  }
}

/** Reads the shared string table: the text of each item, in order. */
export class SharedStringsHandler implements XmlHandler {
  readonly strings: string[] = [];
  readonly #string = new StringGatherer();

  open(name: string): void {
    if (name === 'si') this.#string.start();
    else this.#string.open(name);
  }

  text(text: string): void {
    this.#string.add(text);
  }

  close(name: string): void {
    if (name === 'si') this.strings.push(detach(this.#string.text));
    else this.#string.close(name);
  }
}

/** The same text with memory of its own: V8 lets a slice keep the whole part that it was cut from. */
export function detach(text: string): string {
  return ` ${text}`.slice(1);
}
