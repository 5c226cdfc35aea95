import { damaged } from '../faults.ts';
import type { XmlAttributes, XmlHandler } from '../xml/xml-events.ts';
import { builtInFormat, numberFormat, type NumberFormat } from './number-text.ts';

/** Reads the part of the styles that matters to texts: the number format of each cell format. */
export class StylesHandler implements XmlHandler {
  /** Format codes that the workbook brings, by identifier. */
  readonly codes = new Map<number, string>();
  /** Identifier of the number format of each cell format (`cellXfs`). */
  readonly formats: number[] = [];
  #section = '';

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'numFmts' || name === 'cellXfs' || name === 'dxfs') this.#section = name;
    else if (name === 'xf' && this.#section === 'cellXfs') this.formats.push(Number(attributes.get('numFmtId') ?? 0));
    else if (name === 'numFmt' && this.#section === 'numFmts') {
      this.codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
    }
  }

  text(): void {
    // Facts are in the start tags.
  }

  close(name: string): void {
    if (name === this.#section) this.#section = '';
  }
}

/** The number formats of a workbook by the index of a cell format; made when first asked for. */
export class NumberFormats {
  readonly #styles: StylesHandler;
  readonly #date1904: boolean;
  readonly #made = new Map<number, NumberFormat>();

  constructor(styles: StylesHandler, date1904: boolean) {
    this.#styles = styles;
    this.#date1904 = date1904;
  }

  /** @throws {UnreadableWorkbook} where the workbook has no such cell format; `part` is the sheet that asks. */
  get(style: number, part: string): NumberFormat {
    const known = this.#made.get(style);
    if (known !== undefined) return known;
    // A workbook without styles shows everything in the format General.
    const id = this.#styles.formats.length === 0 && style === 0 ? 0 : this.#styles.formats[style];
    if (id === undefined) throw damaged(part, 'reference', `no cell format ${style}`);
    const made = numberFormat(this.#styles.codes.get(id) ?? builtInFormat(id), this.#date1904);
    this.#made.set(style, made);
    return made;
  }
}
