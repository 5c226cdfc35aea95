import { damaged } from '../faults.ts';
import { applyEdits, type Edit } from '../../../domain/text/edits.ts';
import { withAttribute } from '../xml/start-tag.ts';
import { wholeNumber } from '../xml/whole-number.ts';
import type { XmlAttributes, XmlHandler } from '../xml/xml-events.ts';
import { builtInFormat, FIXED_BUILT_INS } from '../read/number-text.ts';
import type { Extent } from '../read/sheet-locator.ts';

/** Lower identifiers are built-in formats (ISO/IEC 29500-1, 18.8.30). */
const FIRST_CUSTOM = 164;

interface LocatedFormat extends Extent {
  readonly number: number;
}

/**
 * Adds cell formats to a styles part: copies of existing ones with another number format. Existing entries do not
 * change.
 */
export class FormatEditor {
  readonly #part: string;
  readonly #xml: string;
  readonly #styles: StylesLocator;
  readonly #numbers = new Map<string, number>();
  readonly #added: string[] = [];

  /** `styles` has located the lists in `xml`, the text of `part`. */
  constructor(part: string, xml: string, styles: StylesLocator) {
    this.#part = part;
    this.#xml = xml;
    this.#styles = styles;
  }

  /**
   * Index of a cell format that equals another one but for its number format; added if missing. `builtIn` is the number
   * of the built-in format that the code stands for, which is taken if the workbook means the same by it.
   * @throws {UnreadableWorkbook} if there is no cell format `style`
   */
  withNumberFormat(style: number, code: string, builtIn?: number): number {
    const { formats, codes } = this.#styles;
    const format = formats[style];
    if (format === undefined) throw damaged(this.#part, 'reference', `no cell format ${style}`);
    const codeOf = (id: number): string => codes.get(id) ?? builtInFormat(id);
    if (codeOf(format.number) === code && builtIn === undefined) return style;
    const id = builtIn !== undefined && codeOf(builtIn) === code ? builtIn : this.#numberOf(code);
    const { start, openEnd, end } = format;
    const tag = withAttribute(this.#xml.slice(start, openEnd), 'numFmtId', String(id));
    const wanted = withAttribute(tag, 'applyNumberFormat', '1') + this.#xml.slice(openEnd, end);
    const known = formats.findIndex((other) => this.#xml.slice(other.start, other.end) === wanted);
    if (known >= 0) return known;
    const added = this.#added.indexOf(wanted);
    return formats.length + (added >= 0 ? added : this.#added.push(wanted) - 1);
  }

  /** Identifier of a number format; added if missing. */
  #numberOf(code: string): number {
    const known = FIXED_BUILT_INS.get(code) ?? [...this.#styles.codes].find(([, other]) => other === code)?.[0];
    const id = known ?? this.#numbers.get(code);
    if (id !== undefined) return id;
    const used = [...this.#styles.codes.keys(), ...this.#numbers.values(), FIRST_CUSTOM - 1];
    const next = used.reduce((most, one) => Math.max(most, one)) + 1;
    this.#numbers.set(code, next);
    return next;
  }

  /** The text of the part with the added entries. */
  get xml(): string {
    const { list, numbers, root, formats, codes } = this.#styles;
    if (list === undefined || root === undefined || this.#added.length === 0) return this.#xml;
    const prefix = /^<([^\s/>]*:)?/.exec(this.#xml.slice(list.start))?.[1] ?? '';
    const entries = [...this.#numbers].map(([code, id]) => {
      const tag = withAttribute(`<${prefix}numFmt/>`, 'numFmtId', String(id));
      return withAttribute(tag, 'formatCode', code);
    });
    const edits = this.#append(list, 'cellXfs', prefix, this.#added, formats.length);
    if (numbers !== undefined) edits.push(...this.#append(numbers, 'numFmts', prefix, entries, codes.size));
    else if (entries.length > 0) {
      const text = `<${prefix}numFmts count="${entries.length}">${entries.join('')}</${prefix}numFmts>`;
      edits.push({ start: root.openEnd, end: root.openEnd, text });
    }
    return applyEdits(this.#xml, edits);
  }

  /** Appends entries to a list and updates its count. */
  #append(list: Extent, name: string, prefix: string, entries: readonly string[], before: number): Edit[] {
    if (entries.length === 0) return [];
    const { start, openEnd, closeStart, end } = list;
    const counted = withAttribute(this.#xml.slice(start, openEnd), 'count', String(before + entries.length));
    const content = entries.join('');
    if (closeStart === end) {
      return [{ start, end, text: `${counted.replace(/\s*\/>$/, '>')}${content}</${prefix}${name}>` }];
    }
    return [
      { start, end: openEnd, text: counted },
      { start: closeStart, end: closeStart, text: content },
    ];
  }
}

/** Locates the lists of a styles part that adding cell formats needs. */
export class StylesLocator implements XmlHandler {
  root: Extent | undefined;
  numbers: Extent | undefined;
  list: Extent | undefined;
  readonly formats: LocatedFormat[] = [];
  /** Custom format codes of the workbook by identifier. */
  readonly codes = new Map<number, string>();
  #section = '';

  open(name: string, attributes: XmlAttributes, start: number, end: number): void {
    const extent = { start, openEnd: end, closeStart: end, end };
    this.root ??= extent;
    if (name === 'numFmts') this.numbers = extent;
    else if (name === 'cellXfs') this.list = extent;
    if (name === 'numFmts' || name === 'cellXfs') this.#section = name;
    else if (name === 'numFmt' && this.#section === 'numFmts') {
      const id = wholeNumber(attributes.get('numFmtId'));
      if (id !== undefined) this.codes.set(id, attributes.get('formatCode') ?? '');
    } else if (name === 'xf' && this.#section === 'cellXfs') {
      this.formats.push({ ...extent, number: wholeNumber(attributes.get('numFmtId')) ?? 0 });
    }
  }

  text(): void {
    // Only start tags matter.
  }

  close(name: string, start: number, end: number): void {
    const isFormat = name === 'xf' && this.#section === 'cellXfs';
    const extent = isFormat ? this.formats.at(-1) : name === this.#section ? this.#list() : undefined;
    if (extent === undefined) return;
    extent.closeStart = start;
    extent.end = end;
    if (!isFormat) this.#section = '';
  }

  #list(): Extent | undefined {
    return this.#section === 'cellXfs' ? this.list : this.numbers;
  }
}
