import { escapeXstring, unescapeXstring } from '../xml/spreadsheet-escapes.ts';
import type { XmlAttributes, XmlHandler } from '../xml/xml-events.ts';
import { escapeAttribute } from '../xml/start-tag.ts';

/** Rich text split into the texts of its runs and the markup around them. */
export interface RichText {
  /** Pieces of markup, one more than texts. {@link PREFIX} marks the namespace prefix of each name. */
  readonly markup: readonly string[];
  readonly texts: readonly string[];
}

/** A character that XML cannot contain. */
const PREFIX = '\0';

/** Attributes of the elements of rich text (CT_Rst, ISO/IEC 29500-1, 18.4). */
const ATTRIBUTES = ['val', 'rgb', 'theme', 'indexed', 'tint', 'auto', 'sb', 'eb', 'fontId', 'type', 'alignment'];

/** Splits one string of a cell or of the shared strings; phonetic runs count as markup. */
export class RichTextCollector {
  readonly #markup = [''];
  readonly #texts: string[] = [];
  #hasRuns = false;
  #phonetic = false;
  #text: string | undefined;

  /** The rich text; undefined for plain text. */
  get rich(): RichText | undefined {
    return this.#hasRuns ? { markup: this.#markup, texts: this.#texts } : undefined;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name.includes(':')) return;
    if (name === 'r') this.#hasRuns = true;
    if (name === 'rPh') this.#phonetic = true;
    if (name === 't') this.#text = '';
    const written = ATTRIBUTES.flatMap((key) => {
      const value = attributes.get(key);
      return value === undefined ? [] : [` ${key}="${escapeAttribute(value)}"`];
    });
    this.#add(`<${PREFIX}${name}${name === 't' ? ' xml:space="preserve"' : written.join('')}>`);
  }

  add(text: string): void {
    if (this.#text !== undefined) this.#text += text;
  }

  close(name: string): void {
    if (name.includes(':')) return;
    if (name === 'rPh') this.#phonetic = false;
    if (name === 't') {
      const text = unescapeXstring(this.#text ?? '');
      this.#text = undefined;
      if (this.#phonetic) this.#add(escapeXstring(text));
      else {
        this.#texts.push(text);
        this.#markup.push('');
      }
    }
    this.#add(`</${PREFIX}${name}>`);
  }

  #add(markup: string): void {
    this.#markup.push((this.#markup.pop() ?? '') + markup);
  }
}

/** Reads the rich texts among the shared strings by index. */
export class RichStringsHandler implements XmlHandler {
  readonly strings = new Map<number, RichText>();
  #index = 0;
  #string: RichTextCollector | undefined;

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'si') this.#string = new RichTextCollector();
    else this.#string?.open(name, attributes);
  }

  text(text: string): void {
    this.#string?.add(text);
  }

  close(name: string): void {
    if (name !== 'si') {
      this.#string?.close(name);
      return;
    }
    const rich = this.#string?.rich;
    if (rich !== undefined) this.strings.set(this.#index, rich);
    this.#index += 1;
    this.#string = undefined;
  }
}

/**
 * The content of a string element with another text in the same runs; `prefix` is put before each name.
 * @throws {RangeError} if the length of the text changes
 */
export function richTextXml({ markup, texts }: RichText, text: string, prefix: string): string {
  const length = texts.reduce((sum, { length: units }) => sum + units, 0);
  if (text.length !== length) throw new RangeError(`text of ${text.length} characters for runs of ${length}`);
  let at = 0;
  const pieces = markup.flatMap((around, index) => {
    const start = at;
    at += texts[index]?.length ?? 0;
    return [around.replaceAll(PREFIX, prefix), escapeXstring(text.slice(start, at))];
  });
  return pieces.join('');
}
