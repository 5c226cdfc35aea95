import type { CellRange } from '../../../domain/spreadsheet/content.ts';
import { unescapeXstring } from '../xml/spreadsheet-escapes.ts';
import { wholeNumber } from '../xml/whole-number.ts';
import type { XmlAttributes, XmlHandler } from '../xml/xml-events.ts';
import { damaged } from '../faults.ts';
import { CellCursor } from './cell-cursor.ts';
import { cellRange } from '../../../domain/spreadsheet/cell-reference.ts';
import { MovableFormula } from './movable-formula.ts';
import { RichTextCollector, type RichText } from './rich-text.ts';
import { isTrue } from './workbook-part.ts';

/** The location of an element in the text of a part. */
export interface Extent {
  readonly start: number;
  /** End of its start tag. */
  readonly openEnd: number;
  /** Start of its end tag; equals `end` for a self-closing element. */
  closeStart: number;
  end: number;
}

/** A row; its cells are stored only if they were requested. */
export interface LocatedRow extends Extent {
  readonly row: number;
  /** Cell format for missing cells of the row. */
  readonly style: string | undefined;
  readonly cells: LocatedCell[];
}

/** A cell of a requested row. */
export interface LocatedCell extends Extent {
  readonly cellIndex: number;
  /** Index of its cell format as written. */
  readonly style: string | undefined;
  hasFormula: boolean;
  /** Index of its shared string; undefined for a cell of another type. */
  sharedString: number | undefined;
  /** Its inline string if that is rich text. */
  rich: RichText | undefined;
}

/** A shared formula: the cell that stores its text, and the others. */
export interface SharedFormula {
  readonly formula: MovableFormula;
  readonly followers: { readonly cellIndex: number; readonly start: number; readonly end: number }[];
}

/** Locates the elements of a worksheet part that patching some rows needs. */
export class SheetLocator implements XmlHandler {
  data: Extent | undefined;
  readonly rows: LocatedRow[] = [];
  readonly shared: SharedFormula[] = [];
  /** Array formulas that cover more than one cell. */
  readonly arrays: CellRange[] = [];
  readonly columnStyles: { readonly first: number; readonly last: number; readonly style: string }[] = [];
  readonly #wanted: ReadonlySet<number>;
  readonly #groups = new Map<string, SharedFormula>();
  #row: LocatedRow | undefined;
  readonly #part: string;
  readonly #cursor = new CellCursor();
  #cell: LocatedCell | undefined;
  /** The value or inline string being read. */
  #value: string | undefined;
  #rich: RichTextCollector | undefined;
  #formula: { readonly start: number; readonly group: string | undefined; text: string } | undefined;

  /** `wanted` are zero-based rows. */
  constructor(part: string, wanted: ReadonlySet<number>) {
    this.#part = part;
    this.#wanted = wanted;
  }

  open(name: string, attributes: XmlAttributes, start: number, end: number): void {
    const extent = { start, openEnd: end, closeStart: end, end };
    if (name === 'sheetData') this.data = extent;
    else if (name === 'col') this.#addColumns(attributes);
    else if (this.data === undefined) return;
    else if (name === 'row') this.#openRow(attributes, extent);
    else if (name === 'c') this.#openCell(attributes, extent);
    else if (name === 'f') this.#openFormula(attributes, start);
    else if (this.#cell !== undefined) this.#openInCell(name, attributes);
  }

  text(text: string): void {
    if (this.#formula !== undefined) this.#formula.text += text;
    else if (this.#value !== undefined) this.#value += text;
    else this.#rich?.add(text);
  }

  close(name: string, start: number, end: number): void {
    if (name === 'f') this.#closeFormula(end);
    else if (this.#cell !== undefined) this.#closeInCell(this.#cell, name);
    const extent =
      name === 'c' ? this.#cell : name === 'row' ? this.#row : name === 'sheetData' ? this.data : undefined;
    if (extent === undefined) return;
    extent.closeStart = start;
    extent.end = end;
    if (name === 'c') this.#cell = undefined;
    if (name === 'row') this.#row = undefined;
  }

  #openRow(attributes: XmlAttributes, extent: Extent): void {
    this.#cursor.toRow(attributes.get('r'));
    this.#requirePlace();
    const style = isTrue(attributes.get('customFormat')) ? attributes.get('s') : undefined;
    this.#row = { ...extent, row: this.#cursor.row, style, cells: [] };
    this.rows.push(this.#row);
  }

  #openCell(attributes: XmlAttributes, extent: Extent): void {
    this.#cursor.toCell(attributes.get('r'));
    this.#requirePlace();
    if (this.#row === undefined || !this.#wanted.has(this.#row.row)) return;
    const isShared = attributes.get('t') === 's';
    this.#cell = {
      ...extent,
      cellIndex: this.#cursor.cellIndex,
      style: attributes.get('s'),
      hasFormula: false,
      // Set when its value is read.
      sharedString: isShared ? -1 : undefined,
      rich: undefined,
    };
    this.#row.cells.push(this.#cell);
  }

  /** A sheet with invalid cell references is read as far as possible, but never written. */
  #requirePlace(): void {
    if (this.#cursor.fault !== undefined) throw damaged(this.#part, 'address', this.#cursor.fault);
  }

  #openInCell(name: string, attributes: XmlAttributes): void {
    if (name === 'v' && this.#cell?.sharedString !== undefined) this.#value = '';
    else if (name === 'is') this.#rich = new RichTextCollector();
    else this.#rich?.open(name, attributes);
  }

  #closeInCell(cell: LocatedCell, name: string): void {
    if (name === 'v' && this.#value !== undefined) {
      cell.sharedString = wholeNumber(this.#value) ?? -1;
      this.#value = undefined;
    } else if (name === 'is') {
      cell.rich = this.#rich?.rich;
      this.#rich = undefined;
    } else this.#rich?.close(name);
  }

  #openFormula(attributes: XmlAttributes, start: number): void {
    if (this.#cell !== undefined) this.#cell.hasFormula = true;
    const kind = attributes.get('t');
    this.#formula = { start, group: kind === 'shared' ? attributes.get('si') : undefined, text: '' };
    const reference = attributes.get('ref') ?? '';
    const range =
      (kind === 'array' || kind === 'dataTable') && reference.includes(':') ? cellRange(reference) : undefined;
    if (range !== undefined) this.arrays.push(range);
  }

  #closeFormula(end: number): void {
    const { start, group, text } = this.#formula ?? { start: 0, group: undefined, text: '' };
    this.#formula = undefined;
    if (group === undefined) return;
    if (text === '') this.#groups.get(group)?.followers.push({ cellIndex: this.#cursor.cellIndex, start, end });
    else {
      const shared = { formula: new MovableFormula(unescapeXstring(text), this.#cursor.cellIndex), followers: [] };
      this.#groups.set(group, shared);
      this.shared.push(shared);
    }
  }

  #addColumns(attributes: XmlAttributes): void {
    const style = attributes.get('style');
    if (style === undefined) return;
    this.columnStyles.push({
      first: (wholeNumber(attributes.get('min')) ?? 0) - 1,
      last: (wholeNumber(attributes.get('max')) ?? 0) - 1,
      style,
    });
  }
}
