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

/** Attributes are compared pairwise, so a tag with more than 64 is left to the strict parser. */
const MAX_LOCATIONS = 3 * 64;

/**
 * The start tag that was read last. It stores the offsets of its attributes in the text and makes values only when they
 * are asked for; one object serves a whole part.
 */
export class ScannedTag implements XmlAttributes {
  name = '';
  /** End of the tag. */
  end = 0;
  /** True for `<name/>`. */
  selfClosing = false;
  /** Whether the tag declares namespaces. */
  hasNamespaces = false;
  readonly #xml: string;
  #size = 0;
  /** Whether a value may need decoding. */
  #odd = false;
  /** Prefixes that the tag uses, and prefixes declared so far. */
  readonly #used: string[] = [];
  readonly #declared = new Set(['xml']);
  /** Start and end of each name and end of each value, three numbers an attribute, of which the first `#size` count. */
  readonly #locations: number[] = [];

  constructor(xml: string) {
    this.#xml = xml;
  }

  /**
   * Scans the start tag at `start`.
   * @returns false if it does not have the common shape
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

  /** End of the name at `from`, including its prefix; `from` if there is none. */
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

  /** Checks that matter to few tags: prefixes are declared, and values use only XML's own entities. */
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
   * Whether names are canonical: each known namespace has its usual prefix, and only the root sets the default
   * namespace.
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

/** Whether the text has this name at `start`; for short names faster than `startsWith`. */
export function standsAt(xml: string, start: number, name: string): boolean {
  for (let at = 0; at < name.length; at++) {
    if (xml.charCodeAt(start + at) !== name.charCodeAt(at)) return false;
  }
  return true;
}

/**
 * Whether an ASCII character can start a name (2) or continue it (1). Other characters are left to the strict parser.
 */
const NAME_CODES = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[A-Za-z_]/.test(character) ? 2 : /[-.\d]/.test(character) ? 1 : 0;
});

/**
 * End of the unprefixed name at `from`; `from` if there is none. Reading past the end of the table would cost more than
 * all the rest.
 */
function skipName(xml: string, from: number): number {
  let code = xml.charCodeAt(from);
  if (!(code < NAME_CODES.length) || NAME_CODES[code] !== 2) return from;
  let at = from;
  do code = xml.charCodeAt(++at);
  while (code < NAME_CODES.length && NAME_CODES[code] !== 0);
  return at;
}

/** End of the white space at `from`. */
export function skipSpace(xml: string, from: number): number {
  let at = from;
  while (isSpace(xml.charCodeAt(at))) at += 1;
  return at;
}

function isSpace(code: number): boolean {
  return code <= SPACE && (code === SPACE || code === 10 || code === 13 || code === 9);
}
