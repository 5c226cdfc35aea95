import { limitText } from '../faults.ts';
import { NAMESPACES, type XmlAttributes } from './xml-events.ts';
import { valueOf } from './xml-text.ts';

const CANONICAL: ReadonlySet<string> = new Set(NAMESPACES.values());

const SPACE = 32;
const QUOTE = 34;
const AMPERSAND = 38;
const APOSTROPHE = 39;
const SLASH = 47;
const COLON = 58;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const LAST_PLAIN = 0xfffd;

/** Attributes are compared with each other, so that a tag with more than some sixty is left to the strict parser. */
const MAX_LOCATIONS = 3 * 64;

/**
 * The start tag that was read last. It stores the offsets of its attributes in the text and makes values only when they
 * are asked for; one object serves a whole part.
 */
export class ScannedTag implements XmlAttributes {
  name = '';
  /** Behind the tag. */
  end = 0;
  /** True for `<name/>`. */
  selfClosing = false;
  /** True where the tag declares namespaces. */
  hasNamespaces = false;
  readonly #xml: string;
  #size = 0;
  /** True where a value may not stand for itself. */
  #odd = false;
  /** Prefixes of the tag's names, and those that some tag so far declared. */
  readonly #used: string[] = [];
  readonly #declared = new Set(['xml']);
  /** Where names begin and end and values end: three numbers an attribute, of which the first `#size` count. */
  readonly #locations = new Int32Array(MAX_LOCATIONS + 3);

  constructor(xml: string) {
    this.#xml = xml;
  }

  /**
   * Reads the start tag whose `<` stands at `start`.
   * @returns false where it is none of the common shape.
   */
  read(start: number): boolean {
    const xml = this.#xml;
    this.hasNamespaces = false;
    this.#size = 0;
    this.#odd = false;
    if (this.#used.length > 0) this.#used.length = 0;
    const nameEnd = this.#skipQualified(start + 1);
    this.name = nameEnd === start + 2 ? xml.charAt(start + 1) : xml.slice(start + 1, nameEnd);
    let at = nameEnd;
    for (;;) {
      const next = skipSpace(xml, at);
      const code = xml.charCodeAt(next);
      if (code === GREATER || code === SLASH) {
        this.selfClosing = code === SLASH;
        this.end = next + (this.selfClosing ? 2 : 1);
        return nameEnd > start + 1 && xml.charCodeAt(this.end - 1) === GREATER && this.#isWellFormed();
      }
      if (next === at) return false;
      at = this.#readAttribute(next);
      if (at < 0) return false;
    }
  }

  /** Behind a name, with its prefix where it has one; `from` where there is none. */
  #skipQualified(from: number): number {
    const end = skipName(this.#xml, from);
    if (this.#xml.charCodeAt(end) !== COLON) return end;
    const prefix = this.#xml.slice(from, end);
    const localEnd = skipName(this.#xml, end + 1);
    if (localEnd === end + 1) return from;
    if (prefix !== 'xmlns') this.#used.push(prefix);
    else {
      this.hasNamespaces = true;
      this.#declared.add(this.#xml.slice(end + 1, localEnd));
    }
    return localEnd;
  }

  /** What only matters to few tags: prefixes are declared, values have no references but XML's own. */
  #isWellFormed(): boolean {
    if (this.#used.length > 0 && !this.#used.every((prefix) => this.#declared.has(prefix))) return false;
    if (!this.#odd) return true;
    for (let location = 0; location < this.#size; location += 3) {
      if (valueOf(this.#raw(location)) === undefined) return false;
    }
    return true;
  }

  /** The raw value at this offset. */
  #raw(location: number): string {
    return this.#xml.slice((this.#locations[location + 1] ?? 0) + 2, this.#locations[location + 2]);
  }

  /** Reads `name="value"`. @returns the offset after it, or -1. */
  #readAttribute(start: number): number {
    const xml = this.#xml;
    const nameEnd = this.#skipQualified(start);
    const quote = xml.charCodeAt(nameEnd + 1);
    if (nameEnd === start || xml.charCodeAt(nameEnd) !== EQUALS || (quote !== QUOTE && quote !== APOSTROPHE)) return -1;
    let valueEnd = nameEnd + 2;
    for (let code = xml.charCodeAt(valueEnd); code !== quote; code = xml.charCodeAt(++valueEnd)) {
      if (code === LESS || Number.isNaN(code)) return -1;
      if (code < SPACE || code === AMPERSAND || code > LAST_PLAIN) this.#odd = true;
    }
    limitText(valueEnd - nameEnd);
    if (this.#size > MAX_LOCATIONS || this.#has(start, nameEnd)) return -1;
    if (nameEnd === start + 5 && standsAt(xml, start, 'xmlns')) this.hasNamespaces = true;
    this.#locations[this.#size] = start;
    this.#locations[this.#size + 1] = nameEnd;
    this.#locations[this.#size + 2] = valueEnd;
    this.#size += 3;
    return valueEnd + 1;
  }

  #has(start: number, end: number): boolean {
    const xml = this.#xml;
    const code = xml.charCodeAt(start);
    for (let location = 0; location < this.#size; location += 3) {
      const other = this.#locations[location] ?? 0;
      if (xml.charCodeAt(other) !== code || this.#locations[location + 1] !== other + end - start) continue;
      if (xml.startsWith(xml.slice(start, end), other)) return true;
    }
    return false;
  }

  get(name: string): string | undefined {
    for (let location = 0; location < this.#size; location += 3) {
      const start = this.#locations[location] ?? 0;
      if (this.#locations[location + 1] !== start + name.length || !standsAt(this.#xml, start, name)) continue;
      return this.#odd ? valueOf(this.#raw(location)) : this.#raw(location);
    }
    return undefined;
  }

  /**
   * True where names mean what they say: each known namespace has its canonical prefix, and the default namespace is
   * only set at the root.
   */
  hasUsualNamespaces(isRoot: boolean): boolean {
    for (let location = 0; location < this.#size; location += 3) {
      const start = this.#locations[location] ?? 0;
      if (!this.#xml.startsWith('xmlns', start)) continue;
      const prefix = this.#xml.slice(start + 6, this.#locations[location + 1]);
      const canonical = NAMESPACES.get(this.#raw(location));
      if (prefix === '' && !isRoot) return false;
      if (canonical === undefined ? CANONICAL.has(prefix) : canonical !== prefix) return false;
    }
    return true;
  }
}

/** True where the text has this name at `start`; for the few characters of a name quicker than `startsWith`. */
export function standsAt(xml: string, start: number, name: string): boolean {
  for (let at = 0; at < name.length; at++) {
    if (xml.charCodeAt(start + at) !== name.charCodeAt(at)) return false;
  }
  return true;
}

/** What each ASCII character may do in a name: 2 begin it, 1 go on with it. Others are left to the strict parser. */
const NAME_CODES = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[A-Za-z_]/.test(character) ? 2 : /[-.\d]/.test(character) ? 1 : 0;
});

/**
 * Behind the name without prefix that begins at `from`; `from` where none does. A look beyond the end of the table would
 * cost more than the rest together.
 */
function skipName(xml: string, from: number): number {
  let code = xml.charCodeAt(from);
  if (!(code < NAME_CODES.length) || NAME_CODES[code] !== 2) return from;
  let at = from;
  do code = xml.charCodeAt(++at);
  while (code < NAME_CODES.length && NAME_CODES[code] !== 0);
  return at;
}

/** Behind the white space that begins at `from`. */
export function skipSpace(xml: string, from: number): number {
  let at = from;
  while (isSpace(xml.charCodeAt(at))) at += 1;
  return at;
}

function isSpace(code: number): boolean {
  return code <= SPACE && (code === SPACE || code === 10 || code === 13 || code === 9);
}
