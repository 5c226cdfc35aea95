import { COLUMNS } from '../../../domain/spreadsheet/limits.ts';
import { standsAt } from '../xml/scanned-tag.ts';
import { unescapeXstring } from '../xml/spreadsheet-escapes.ts';
import type { CellCursor } from './cell-cursor.ts';
import { CellScanner } from './cell-scanner.ts';
import type { StoredCell } from './stored-cell.ts';

const SLASH = 47;

/**
 * Attributes that may follow the number of a row, each once: in the order of the schema (CT_Row), as Excel writes them, and in that of
 * exceljs. The last one is from an extension and has a prefix.
 */
const ROW_ATTRIBUTES = [
  'spans|s|customFormat|ht|hidden|customHeight|outlineLevel|collapsed|thickTop|thickBot|ph|x14ac:dyDescent',
  'ht|customHeight|hidden|spans|s|customFormat|x14ac:dyDescent',
].map((names) => names.split('|'));

/** Pattern of the start tag of a row as nearly every program writes it, with the attributes for which `mayHave` is true. */
function rowPattern(mayHave: (name: string) => boolean): RegExp {
  const orders = ROW_ATTRIBUTES.map((names) =>
    names
      .filter(mayHave)
      .map((name) => `(?: ${name}="[\\w.: ]{0,40}")?`)
      .join(''),
  );
  return new RegExp(`<row r="(\\d{1,7})"(?:${orders.map((order) => `${order}\\/?>`).join('|')})`, 'y');
}

const ROW = rowPattern((name) => !name.includes(':'));
const ROW_WITH_PREFIX = rowPattern(() => true);

/** Reads cells of a worksheet part in the usual form, in whole rows if possible; see {@link CellScanner}. */
export class CellSkimmer {
  readonly #cursor: CellCursor;
  readonly #report: (cell: StoredCell) => void;
  readonly #cell = new CellScanner();
  /** Whether the part declares the prefix `x14ac`; otherwise an attribute with it is an error. */
  hasPrefix = false;

  /** `report` receives the cells that are not blank. */
  constructor(cursor: CellCursor, report: (cell: StoredCell) => void) {
    this.#cursor = cursor;
    this.#report = report;
  }

  /** Reads rows and cells. @returns the offset after them; `at` if there are none in the usual form */
  skim(xml: string, at: number): number {
    let end = at;
    for (;;) {
      const next = standsAt(xml, end, '<row') ? this.#skimRow(xml, end) : this.#skimCells(xml, end, this.#report);
      if (next === end) return end;
      end = next;
    }
  }

  /** Reads a row and reports its cells if all of them are in the usual form. Otherwise the XML parser reads it and moves the cursor again. */
  #skimRow(xml: string, at: number): number {
    const pattern = this.hasPrefix ? ROW_WITH_PREFIX : ROW;
    pattern.lastIndex = at;
    const number = pattern.exec(xml)?.[1];
    if (number === undefined) return at;
    const start = pattern.lastIndex;
    this.#cursor.toRow(number);
    if (xml.charCodeAt(start - 2) === SLASH) return start;
    const cells: StoredCell[] = [];
    const end = this.#skimCells(xml, start, (cell) => {
      if (cells.length <= COLUMNS) cells.push(cell);
    });
    if (cells.length > COLUMNS || !standsAt(xml, end, '</row>')) return at;
    for (const cell of cells) this.#report(cell);
    return end + 6;
  }

  #skimCells(xml: string, at: number, report: (cell: StoredCell) => void): number {
    const cell = this.#cell;
    let end = at;
    for (;;) {
      const next = cell.scan(xml, end);
      if (next === end) {
        // The position of a blank cell matters only to a following cell without a reference, which the XML parser reads.
        if (end > at && cell.isBlank) cell.place(this.#cursor);
        return end;
      }
      end = next;
      if (!cell.isBlank) report(this.#stored(cell));
    }
  }

  #stored(cell: CellScanner): StoredCell {
    cell.place(this.#cursor);
    const { type, style, value, inline, formula } = cell;
    const { cellIndex, fault: misplaced } = this.#cursor;
    return {
      cellIndex,
      misplaced,
      type: inline === '' ? type : 'inlineStr',
      style,
      value,
      inline: unescapeXstring(inline),
      formula: formula === '' ? undefined : unescapeXstring(formula),
    };
  }
}
