import { detach } from '../xml/detach.ts';
import { unescapeXstring } from '../xml/spreadsheet-escapes.ts';
import type { XmlAttributes, XmlHandler } from '../xml/xml-events.ts';

/** Reads the custom document properties: values as text, by name. */
export class CustomPropertiesHandler implements XmlHandler {
  readonly properties = new Map<string, string>();
  #name: string | undefined;
  #value = '';

  open(name: string, attributes: XmlAttributes): void {
    if (name !== 'property') return;
    const title = attributes.get('name');
    this.#name = title === undefined ? undefined : detach(title);
    this.#value = '';
  }

  text(text: string): void {
    if (this.#name !== undefined) this.#value += text;
  }

  close(name: string): void {
    if (name !== 'property' || this.#name === undefined) return;
    this.properties.set(this.#name, detach(unescapeXstring(this.#value).trim()));
    this.#name = undefined;
  }
}

/** Reads the texts of some elements of the core or the extended properties. */
export class TextPropertiesHandler implements XmlHandler {
  readonly #texts = new Map<string, string>();
  #open: string | undefined;

  open(name: string): void {
    this.#open = name;
  }

  text(text: string): void {
    if (this.#open !== undefined) this.#texts.set(this.#open, this.valueOf(this.#open) + text);
  }

  close(): void {
    this.#open = undefined;
  }

  /** The text of an element; empty if it is not there. */
  valueOf(name: string): string {
    return this.#texts.get(name) ?? '';
  }

  /**
   * The time in an element: ISO 8601 in UTC; undefined if the file has no valid time. A time without a zone is taken as
   * UTC.
   */
  timeOf(name: string): string | undefined {
    const text = this.valueOf(name).trim();
    const time = Date.parse(/T[\d:.]+$/.test(text) ? `${text}Z` : text);
    return /^\d{4}-/.test(text) && !Number.isNaN(time) ? new Date(time).toISOString() : undefined;
  }
}
