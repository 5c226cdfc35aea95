import type { CellPosition } from '../../../domain/spreadsheet/address.ts';
import { limitText } from '../faults.ts';
import { unescapeXstring } from '../xml/spreadsheet-escapes.ts';
import { COLUMNS, ROWS } from '../../../domain/spreadsheet/limits.ts';
import { wholeNumber } from '../xml/whole-number.ts';
import type { XmlAttributes, XmlHandler } from '../xml/xml-events.ts';

/** Headers and footers of a page (ISO/IEC 29500-1, 18.3.1.46). */
const PAGE_TEXTS: ReadonlySet<string> = new Set(
  ['odd', 'even', 'first'].flatMap((page) => [`${page}Header`, `${page}Footer`]),
);

/** Reads the elements of a worksheet part after its cells: page headers and footers, and the positions of embedded documents. */
export class SheetTailHandler implements XmlHandler {
  /** Headers and footers as stored, with their formatting codes. */
  readonly pages: string[] = [];
  /** The cell under the upper left corner of each embedded document, by relationship. */
  readonly embedded = new Map<string, CellPosition>();
  #document: string | undefined;
  #corner: { row: number; column: number } | undefined;
  #text: string | undefined;

  /** Whether it is outside of every element that it reads, so that others may be skipped. */
  get isIdle(): boolean {
    return this.#text === undefined && this.#document === undefined && this.#corner === undefined;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'oleObject') this.#document = attributes.get('r:id');
    else if (name === 'from' && this.#document !== undefined) this.#corner = { row: 0, column: 0 };
    else if (PAGE_TEXTS.has(name) || (this.#corner !== undefined && isIndex(name))) this.#text = '';
  }

  text(text: string): void {
    if (this.#text === undefined) return;
    this.#text += text;
    limitText(this.#text.length);
  }

  close(name: string): void {
    const text = this.#text;
    if (name === 'oleObject') this.#document = undefined;
    else if (name === 'from') this.#closeCorner();
    else if (text !== undefined && PAGE_TEXTS.has(name)) this.pages.push(unescapeXstring(text));
    else if (this.#corner !== undefined && name === 'xdr:row') this.#corner.row = indexIn(text, ROWS);
    else if (this.#corner !== undefined && name === 'xdr:col') this.#corner.column = indexIn(text, COLUMNS);
    this.#text = undefined;
  }

  #closeCorner(): void {
    if (this.#document !== undefined && this.#corner !== undefined) this.embedded.set(this.#document, this.#corner);
    this.#corner = undefined;
  }
}

function isIndex(name: string): boolean {
  return name === 'xdr:row' || name === 'xdr:col';
}

/** A zero-based row or column, clamped to the sheet; 0 if the text is not a whole number. */
export function indexIn(text: string | undefined, size: number): number {
  return Math.min(wholeNumber(text) ?? 0, size - 1);
}
