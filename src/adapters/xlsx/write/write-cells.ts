import { COLUMNS, MAX_CELL_TEXT, MAX_ROW_HEIGHT, ROWS } from '../../../domain/spreadsheet/limits.ts';
import { cellName, columnName } from '../../../domain/spreadsheet/address.ts';
import type { CellPlan, RowPlan, SheetPlan } from '../../../domain/spreadsheet/plan.ts';
import { memoize } from '../../../domain/text/memoize.ts';
import { DigestTable } from './digest-table.ts';
import { likelyHeight } from './write-row-height.ts';
import { styleIndex } from './write-styles.ts';
import type { PartWriter, WriteFunctions, WrittenPart } from '../zip/part-writer.ts';
import { NAMESPACE, XML_DECLARATION, checkLength, planFault, xmlText } from './write-xml.ts';

/** What Excel takes as a formula, in UTF-16 units. */
const FORMULA_LIMIT = 8192;

/** Most characters of texts that are always held as they are; a shorter one takes about as much room as its digest. */
const SHORT = 60;

/** Characters of longer texts that are held as they are: more than the report of a year has. */
const ROOM = 8 * 2 ** 20;

/** Digests from which on all longer texts are known by them: the report of a thousand agencies has that many. */
const MANY = 2 ** 16;

/** Digests to remember with their texts: a row repeats texts of the row above. */
const REMEMBERED = 64;

/**
 * The shared string table (`xl/sharedStrings.xml`), written as texts arrive. Texts that came before are known by themselves, or where
 * they become too many and the host can do that, by their digests.
 */
export class SharedStrings {
  readonly #positions = new Map<string, number>();
  readonly #byDigest = new DigestTable();
  readonly #part: PartWriter;
  readonly #digest: WriteFunctions['digest'];
  readonly #many: number;
  #room: number;

  constructor(part: PartWriter, { digest }: Pick<WriteFunctions, 'digest'> = {}, room = ROOM, many = MANY) {
    this.#part = part;
    this.#digest = digest && memoize(digest, REMEMBERED);
    this.#room = room;
    this.#many = many;
    part.write(`${XML_DECLARATION}<sst xmlns="${NAMESPACE.main}">`);
  }

  /** Index of a text in the table; added if missing. */
  indexOf(text: string): number {
    const known = this.#positions.get(text);
    if (known !== undefined) return known;
    if (this.#room >= 0 && this.#byDigest.size >= this.#many) this.#holdShortOnly();
    const next = this.#positions.size + this.#byDigest.size;
    if (this.#digest === undefined || text.length <= SHORT) this.#positions.set(text, next);
    else if (text.length <= this.#room) {
      this.#room -= text.length;
      this.#positions.set(text, next);
    } else {
      const position = this.#byDigest.numberOf(this.#digest(text), next);
      if (position !== next) return position;
    }
    this.#part.write(`<si><t xml:space="preserve">${xmlText(text)}</t></si>`);
    return next;
  }

  /** Knows all longer texts by their digests from now on. */
  #holdShortOnly(): void {
    this.#room = -1;
    for (const [text, position] of this.#positions) {
      if (text.length <= SHORT || this.#digest === undefined) continue;
      this.#positions.delete(text);
      this.#byDigest.numberOf(this.#digest(text), position);
    }
  }

  /** Completes the part. */
  finish(): WrittenPart {
    this.#part.write('</sst>');
    return this.#part.finish();
  }
}

/**
 * One row of `sheetData`; empty for a row without content. Only a height from the plan is written as a custom height,
 * so that programs autofit the other rows.
 * @throws {RangeError} for a text, number or row outside Excel's limits
 */
export function rowXml(sheet: SheetPlan, row: RowPlan, index: number, strings: SharedStrings): string {
  if (index >= ROWS) throw planFault(`sheet "${sheet.name}"`, `more than ${ROWS} rows`);
  const attributes = rowAttributes(sheet, row, index);
  if (row.cells.length === 0 && attributes === '') return '';
  let cells = '';
  let last = -1;
  for (const cell of inOrder(row.cells)) {
    if (cell.column === last || cell.column < 0 || cell.column >= COLUMNS) {
      throw planFault(location(sheet, index, cell), 'two cells in one place, or a cell outside the sheet');
    }
    last = cell.column;
    cells += cellXml(sheet, cell, index, strings);
  }
  return `<row r="${index + 1}"${attributes}>${cells}</row>`;
}

/** The cells by column, as most plans have them. */
function inOrder(cells: readonly CellPlan[]): readonly CellPlan[] {
  let last = -1;
  for (const { column } of cells) {
    if (column < last) return cells.toSorted((one, other) => one.column - other.column);
    last = column;
  }
  return cells;
}

function rowAttributes(sheet: SheetPlan, row: RowPlan, index: number): string {
  const { height, hidden } = row;
  if (hidden === true && height === undefined) return ' hidden="1"';
  if (height !== undefined && !(height >= 0 && height <= MAX_ROW_HEIGHT)) {
    throw planFault(`sheet "${sheet.name}", row ${index + 1}`, `${height} points high, Excel takes ${MAX_ROW_HEIGHT}`);
  }
  const likely = height ?? likelyHeight(sheet, row, index);
  return (
    (likely === undefined ? '' : ` ht="${likely}"`) +
    (height === undefined ? '' : ' customHeight="1"') +
    (hidden === true ? ' hidden="1"' : '')
  );
}

function cellXml(sheet: SheetPlan, cell: CellPlan, row: number, strings: SharedStrings): string {
  const { value } = cell;
  const text = typeof value === 'string' ? lineFeedsOnly(value) : undefined;
  if (text !== undefined) checkCell(sheet, cell, row, 'a text', text, MAX_CELL_TEXT);
  if (typeof value === 'number' && !Number.isFinite(value))
    throw planFault(location(sheet, row, cell), `the number ${value}`);
  const start = `<c r="${columnName(cell.column)}${row + 1}" s="${styleIndex(cell.style, cell.formula === undefined ? text : '')}"`;
  if (cell.formula !== undefined) {
    checkCell(sheet, cell, row, 'a formula', cell.formula, FORMULA_LIMIT);
    return formulaXml(start, cell.formula, text ?? value);
  }
  if (text !== undefined && text !== '') return `${start} t="s"><v>${strings.indexOf(text)}</v></c>`;
  return typeof value === 'number' ? `${start}><v>${value}</v></c>` : `${start}/>`;
}

function formulaXml(start: string, formula: string, value: string | number | undefined): string {
  const type = typeof value === 'string' ? ' t="str"' : '';
  const cached = value === undefined ? '' : `<v>${typeof value === 'string' ? xmlText(value) : value}</v>`;
  return `${start}${type}><f>${xmlText(formula)}</f>${cached}</c>`;
}

/** Excel's line break in a cell is a line feed; a carriage return before it would show as `_x000D_`. */
function lineFeedsOnly(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

function checkCell(sheet: SheetPlan, cell: CellPlan, row: number, what: string, text: string, limit: number): void {
  if (text.length > limit) checkLength(location(sheet, row, cell), what, text, limit);
}

function location(sheet: SheetPlan, row: number, { column }: CellPlan): string {
  return `sheet "${sheet.name}", cell ${cellName({ row, column })}`;
}
