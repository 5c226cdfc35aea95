import { escapeXstring, unescapeXstring } from '../xml/spreadsheet-escapes.ts';
import type { XmlAttributes, XmlHandler } from '../xml/xml-events.ts';
import { escapeAttribute } from '../xml/start-tag.ts';

/** A rich text taken apart: what stands around the texts of its runs, and these texts. */
export interface RichText {
  /** One more than there are texts. {@link PREFIX} stands before the name of each element. */
  readonly markup: readonly string[];
  readonly texts: readonly string[];
}

/** XML cannot hold this character. */
const PREFIX = '\0';

/** What the elements of a rich text may have (CT_Rst, ISO/IEC 29500-1, 18.4). */
const ATTRIBUTES = ['val', 'rgb', 'theme', 'indexed', 'tint', 'auto', 'sb', 'eb', 'fontId', 'type', 'alignment'];

/** Takes apart one string of a cell or of the shared strings; phonetic runs are markup. */
export class RichTextGatherer {
  readonly #markup = [''];
  readonly #texts: string[] = [];
  #hasRuns = false;
  #phonetic = false;
  #text: string | undefined;

  /** The rich text; undefined for a plain one. */
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

/** Reads of the shared strings those that are rich text, by their index. */
export class RichStringsHandler implements XmlHandler {
  readonly strings = new Map<number, RichText>();
  #index = 0;
  #string: RichTextGatherer | undefined;

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'si') this.#string = new RichTextGatherer();
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
 * The content of a string element with another text in the same runs; `prefix` stands before each name.
 * @throws {RangeError} where the text is not as long as the one before.
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
