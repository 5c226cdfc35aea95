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

/** Reads the time of the last saving from the core properties. */
export class CorePropertiesHandler implements XmlHandler {
  #inModified = false;
  #modified = '';

  open(name: string): void {
    if (name === 'dcterms:modified') this.#inModified = true;
  }

  text(text: string): void {
    if (this.#inModified) this.#modified += text;
  }

  close(name: string): void {
    if (name === 'dcterms:modified') this.#inModified = false;
  }

  /** ISO 8601 in UTC; undefined if the file has no valid time. A time without a zone is taken as UTC. */
  get modified(): string | undefined {
    const text = this.#modified.trim();
    const time = Date.parse(/T[\d:.]+$/.test(text) ? `${text}Z` : text);
    return /^\d{4}-/.test(text) && !Number.isNaN(time) ? new Date(time).toISOString() : undefined;
  }
}
