import { HostFault } from '../../../usecases/ports/workbook-host.ts';
import type { CellFormatting, CellIndex } from '../read/cell-formatting.ts';

/** A sheet as it was when Excel was last asked: what writing needs to know in advance. */
export interface KnownSheet {
  readonly id: string;
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  /** What people may do although the sheet is protected; undefined where it is not. */
  readonly protection: Excel.WorksheetProtectionOptions | undefined;
}

/** A rectangle of cells, all four counted from 0, ends included, of a sheet by its identifier. */
export interface ChangedRange {
  readonly sheetId: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/**
 * What the adapter remembers between two questions: sheets by their identifiers, which stay when people rename them; the
 * formatting of filled cells; and what others changed after it was read. It saves round trips; Excel always has the last word.
 */
export class KnownSheets {
  #sheets: readonly KnownSheet[] = [];
  readonly #formatting = new Map<string, ReadonlyMap<string, CellFormatting>>();
  #changed: readonly ChangedRange[] = [];
  #own: readonly ChangedRange[] = [];
  readOnly = false;
  /** Whether the workbook keeps its sheets from being added, deleted, renamed, hidden and shown. */
  isStructureProtected = false;

  get all(): readonly KnownSheet[] {
    return this.#sheets;
  }

  /** @throws {HostFault} `sheet-gone` */
  named(name: string): KnownSheet {
    const sheet = this.#sheets.find((one) => one.name === name);
    if (sheet === undefined) throw new HostFault('sheet-gone', name);
    return sheet;
  }

  /** @throws {HostFault} `sheet-gone`, without a name */
  identified(id: string): KnownSheet {
    const sheet = this.#sheets.find((one) => one.id === id);
    if (sheet === undefined) throw new HostFault('sheet-gone', '');
    return sheet;
  }

  replace(sheets: readonly KnownSheet[]): void {
    this.#sheets = sheets;
  }

  /** Takes note that a sheet was read. */
  sheetRead(id: string, formatting: ReadonlyMap<string, CellFormatting>): void {
    this.#formatting.set(id, formatting);
    this.#changed = this.#changed.filter(({ sheetId }) => sheetId !== id);
  }

  othersChanged(range: ChangedRange): void {
    this.#changed = [...this.#changed, range];
  }

  /** Takes note that this program is about to change cells. Excel reports that as it reports changes by a person. */
  ownChange(range: ChangedRange): void {
    this.#own = [...this.#own, range];
  }

  /** Whether a change is one that this program announced, once for each. */
  isOwnChange(range: ChangedRange): boolean {
    const index = this.#own.findIndex((own) => isSameRange(own, range));
    this.#own = this.#own.filter((_, at) => at !== index);
    return index >= 0;
  }

  /** Whether somebody else changed the cell, or moved it, after it was read. */
  isStale(sheetId: string, row: number, column: number): boolean {
    return this.#changed.some(
      (range) =>
        range.sheetId === sheetId &&
        row >= range.top &&
        row <= range.bottom &&
        column >= range.left &&
        column <= range.right,
    );
  }

  /** Cells of a sheet that are filled as far as is known: when it was read, or by what others changed since. */
  cellsToExpect(sheetId: string): readonly CellIndex[] {
    const keys = new Set(this.#formatting.get(sheetId)?.keys());
    for (const { top, left, bottom, right } of this.#changed.filter((range) => range.sheetId === sheetId)) {
      if ((bottom - top + 1) * (right - left + 1) > MOST_CHANGED) continue;
      for (let row = top; row <= bottom; row += 1) {
        for (let column = left; column <= right; column += 1) keys.add(cellKey(row, column));
      }
    }
    return [...keys].map((key) => {
      const [row = 0, column = 0] = key.split(',').map(Number);
      return { row, column };
    });
  }

  /** Takes note of the formatting of cells beside those that were read. */
  formattingRead(sheetId: string, formatting: ReadonlyMap<string, CellFormatting>): void {
    this.#formatting.set(sheetId, new Map([...(this.#formatting.get(sheetId) ?? []), ...formatting]));
  }

  /** The formatting of a cell when its sheet was read; undefined where that is not known. */
  formattingOf(sheetId: string, row: number, column: number): CellFormatting | undefined {
    return this.#formatting.get(sheetId)?.get(cellKey(row, column));
  }
}

/** Cells of one change that are asked for one by one before it is known which of them are filled. */
const MOST_CHANGED = 500;

function isSameRange(one: ChangedRange, other: ChangedRange): boolean {
  return (
    one.sheetId === other.sheetId &&
    one.top === other.top &&
    one.left === other.left &&
    one.bottom === other.bottom &&
    one.right === other.right
  );
}

/** A name for a cell within its sheet. */
export function cellKey(row: number, column: number): string {
  return `${row},${column}`;
}
