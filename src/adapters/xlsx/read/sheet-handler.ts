import type { CellRange } from '../../../domain/spreadsheet/content.ts';
import { damaged, limitText, tooLarge } from '../faults.ts';
import type { ReadLimits } from '../limits.ts';
import { unescapeXstring } from '../xml/spreadsheet-escapes.ts';
import { wholeNumber } from '../xml/whole-number.ts';
import type { XmlAttributes, XmlHandler } from '../xml/xml-events.ts';
import { SheetTailHandler } from './sheet-tail.ts';
import { CellCursor } from './cell-cursor.ts';
import { cellRange } from '../../../domain/spreadsheet/cell-reference.ts';
import type { StoredCell } from './stored-cell.ts';
import { CellSkimmer } from './skim-cells.ts';
import { skimLayout } from './skim-layout.ts';
import { StringCollector } from './shared-strings.ts';
import { MovableFormula } from './movable-formula.ts';
import { isTrue } from './workbook-part.ts';

/** A merge as every program writes it; too short to exceed a limit. */
const MERGE = /<mergeCell ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"\/>/y;

/** A range with the text that covers all its cells: a hyperlink's target or an array formula. */
export interface CoveredRange {
  readonly range: CellRange;
  readonly text: string;
}

/** A hyperlink: a relationship ID, a location in the workbook, or both. */
export interface StoredLink {
  readonly reference: string;
  /** Undefined if the reference is invalid. */
  readonly range: CellRange | undefined;
  readonly relationship?: string;
  readonly location?: string;
}

/** Reads a worksheet part: reports each cell with content, and collects what applies to ranges. */
export class SheetHandler implements XmlHandler {
  readonly merges: CellRange[] = [];
  readonly links: StoredLink[] = [];
  protected = false;
  /** Array formulas that cover more than one cell. */
  readonly arrays: CoveredRange[] = [];
  /** The elements after the cells. */
  readonly tail = new SheetTailHandler();
  readonly #part: string;
  readonly #limits: ReadLimits;
  readonly #report: (cell: StoredCell) => void;
  readonly #cursor = new CellCursor();
  readonly #skimmer: CellSkimmer;
  readonly #inline = new StringCollector();
  readonly #sharedFormulas = new Map<string, MovableFormula>();
  #formulaCharacters = 0;
  #ranges = 0;
  #inData = false;
  #inCell = false;
  #inInline = false;
  /** The element whose text is collected: `v` or `f`. */
  #gathering = '';
  #gathered = '';
  #type = 'n';
  #style = 0;
  #metadata: number | undefined;
  #value: string | undefined;
  #formula: string | undefined;
  #formulaKind: string | undefined;
  #formulaRange: string | undefined;
  #formulaGroup: string | undefined;

  constructor(part: string, limits: ReadLimits, report: (cell: StoredCell) => void) {
    this.#part = part;
    this.#limits = limits;
    this.#report = report;
    this.#skimmer = new CellSkimmer(this.#cursor, report);
  }

  open(name: string, attributes: XmlAttributes): void {
    if (this.#inCell) this.#openInCell(name, attributes);
    else if (this.#inData) {
      if (name === 'c') this.#openCell(attributes);
      else if (name === 'row') this.#cursor.toRow(attributes.get('r'));
    } else if (name === 'sheetData') this.#inData = true;
    else if (name === 'c' || name === 'row') throw damaged(this.#part, 'xml', `<${name}> outside sheetData`);
    else if (name === 'mergeCell') this.#addMerge(this.#rangeOf(attributes).range);
    else if (name === 'hyperlink') this.#addLink(attributes);
    else if (name === 'sheetProtection') this.protected = isTrue(attributes.get('sheet'));
    else if (name === 'worksheet') this.#skimmer.hasPrefix ||= attributes.get('xmlns:x14ac') !== undefined;
    else this.tail.open(name, attributes);
  }

  text(text: string): void {
    if (this.#gathering !== '') {
      this.#gathered += text;
      limitText(this.#gathered.length);
    } else if (this.#inInline) this.#inline.add(text);
    else if (!this.#inData) this.tail.text(text);
  }

  skim(xml: string, at: number): number {
    if (this.#inCell) return at;
    if (this.#inData) return this.#skimmer.skim(xml, at);
    return this.tail.isIdle ? skimLayout(xml, this.#skimMerges(xml, at)) : at;
  }

  /** Reads merges in the usual form, of which a form has one for each measure. @returns the offset after them */
  #skimMerges(xml: string, at: number): number {
    for (let end = at; ; end = MERGE.lastIndex) {
      MERGE.lastIndex = end;
      const reference = MERGE.exec(xml)?.[1];
      if (reference === undefined) return end;
      this.#countRange();
      this.#addMerge(cellRange(reference));
    }
  }

  close(name: string): void {
    if (this.#inCell) this.#closeInCell(name);
    else if (name === 'sheetData') this.#inData = false;
    else if (!this.#inData) this.tail.close(name);
  }

  #openCell(attributes: XmlAttributes): void {
    this.#cursor.toCell(attributes.get('r'));
    // Most cells of a form are blank but formatted.
    if (attributes.selfClosing) return;
    this.#inCell = true;
    this.#type = attributes.get('t') ?? 'n';
    this.#style = wholeNumber(attributes.get('s')) ?? 0;
    this.#metadata = wholeNumber(attributes.get('vm'));
    this.#value = undefined;
    this.#formula = undefined;
    this.#inline.start();
  }

  #openInCell(name: string, attributes: XmlAttributes): void {
    if (this.#isWithin(name)) throw damaged(this.#part, 'xml', `<${name}> within another`);
    if (this.#isSecond(name)) this.#reportCell();
    if (name === 'v' || name === 'f') {
      this.#gathering = name;
      this.#gathered = '';
      if (name === 'v') return;
      this.#formulaKind = attributes.get('t');
      this.#formulaRange = attributes.get('ref');
      this.#formulaGroup = attributes.get('si');
    } else if (name === 'is') this.#inInline = true;
    else if (this.#inInline) this.#inline.open(name, attributes);
  }

  /** Whether an element is nested in one whose text it would interrupt. */
  #isWithin(name: string): boolean {
    return (
      name === 'c' || ((name === 'v' || name === 'f') && this.#gathering !== '') || (name === 'is' && this.#inInline)
    );
  }

  /** Whether an element would overwrite another one's text: a cell has one value, one formula and one inline string. */
  #isSecond(name: string): boolean {
    switch (name) {
      case 'v':
        return this.#value !== undefined;
      case 'f':
        return this.#formula !== undefined;
      case 'is':
        return this.#inline.text !== '';
      default:
        return false;
    }
  }

  #closeInCell(name: string): void {
    if (name === 'c') {
      this.#inCell = false;
      this.#reportCell();
    } else if (name === 'v') {
      this.#value = this.#gathered;
      this.#gathering = '';
    } else if (name === 'f') {
      this.#formula = this.#formulaOf(unescapeXstring(this.#gathered));
      this.#gathering = '';
    } else if (name === 'is') this.#inInline = false;
    else if (this.#inInline) this.#inline.close(name);
  }

  /** Reports the cell that was read. One with both a value and an inline string is reported twice, so that no text is lost. */
  #reportCell(): void {
    const [value, formula, type, style] = [this.#value, this.#formula, this.#type, this.#style];
    const { text: inline, runs } = this.#inline;
    const metadata = this.#metadata;
    this.#value = undefined;
    this.#formula = undefined;
    this.#inline.start();
    const isTwo = inline !== '' && value !== undefined && value.trim() !== '';
    if (inline !== '')
      this.#reportStored({ type: 'inlineStr', style, value: undefined, inline, runs, formula, metadata });
    if (isTwo || (inline === '' && (value !== undefined || formula !== undefined)))
      this.#reportStored({ type, style, value, inline: '', formula, metadata });
  }

  #reportStored(stored: Omit<StoredCell, 'cellIndex' | 'misplaced'>): void {
    const { cellIndex, fault: misplaced } = this.#cursor;
    this.#report({ cellIndex, misplaced, ...stored });
  }

  /** The formula of the current cell; undefined if the element has none. */
  #formulaOf(text: string): string | undefined {
    if (this.#formulaKind === 'shared' && this.#formulaGroup !== undefined) {
      if (text === '') return this.#sharedFormula(this.#formulaGroup);
      this.#sharedFormulas.set(this.#formulaGroup, new MovableFormula(text, this.#cursor.cellIndex));
    }
    const fills = this.#formulaKind === 'array' || this.#formulaKind === 'dataTable';
    const formula = this.#formulaKind === 'dataTable' ? 'TABLE()' : text;
    const range = fills && this.#formulaRange?.includes(':') ? cellRange(this.#formulaRange) : undefined;
    if (range !== undefined) this.arrays.push({ range, text: formula });
    return formula === '' ? undefined : formula;
  }

  #sharedFormula(group: string): string | undefined {
    const master = this.#sharedFormulas.get(group);
    if (master === undefined) return undefined;
    this.#formulaCharacters += master.text.length;
    const cap = this.#limits.formulaCharacters;
    if (this.#formulaCharacters > cap) throw tooLarge('formulas', cap, `${this.#part}: characters of formulas`);
    return master.at(this.#cursor.cellIndex);
  }

  /** An invalid range merges nothing: Excel drops it too, and no cell is lost. */
  #addMerge(range: CellRange | undefined): void {
    if (range !== undefined) this.merges.push(range);
  }

  #addLink(attributes: XmlAttributes): void {
    const relationship = attributes.get('r:id');
    const location = attributes.get('location');
    this.links.push({
      ...this.#rangeOf(attributes),
      ...(relationship === undefined ? {} : { relationship }),
      ...(location === undefined ? {} : { location: unescapeXstring(location) }),
    });
  }

  #countRange(): void {
    if (++this.#ranges > this.#limits.ranges) throw tooLarge('ranges', this.#limits.ranges, `${this.#part}: ranges`);
  }

  /** The range of an element; some programs write it with absolute addresses. */
  #rangeOf(attributes: XmlAttributes): Pick<StoredLink, 'reference' | 'range'> {
    const reference = attributes.get('ref') ?? '';
    this.#countRange();
    return { reference, range: cellRange(reference.replaceAll('$', '')) };
  }
}
