import { HostFault } from '../../../usecases/ports/workbook-host.ts';
import type { CellFormatting, CellIndex } from '../read/cell-formatting.ts';

/** A sheet as it was last read: what writing needs to know in advance. */
export interface KnownSheet {
  readonly id: string;
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  /** What people may do on the protected sheet; undefined if it is not protected. */
  readonly protection: Excel.WorksheetProtectionOptions | undefined;
}

/** A rectangle of cells of a sheet, with zero-based, inclusive bounds. */
export interface ChangedRange {
  readonly sheetId: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/**
 * What the adapter caches between requests to save round trips: sheets by identifiers, which survive renaming; the
 * formatting of filled cells; and changes by others since the last reading. Excel itself remains the authority.
 */
export class KnownSheets {
  #sheets: readonly KnownSheet[] = [];
  readonly #formatting = new Map<string, ReadonlyMap<string, CellFormatting>>();
  #changed: readonly ChangedRange[] = [];
  #own: readonly ChangedRange[] = [];
  /** The names by which sheets were read last, also of those that are forgotten. */
  readonly #names = new Map<string, string>();
  readOnly = false;
  /** Whether the workbook's structure is protected. */
  isStructureProtected = false;
  /** Is told the new names of sheets by their old ones, as soon as they are read. */
  onRenamed: (renamed: ReadonlyMap<string, string>) => void = () => undefined;

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

  /** Stores which sheets there are; none to have them read anew. */
  replace(sheets: readonly KnownSheet[]): void {
    this.#sheets = sheets;
    const renamed = new Map<string, string>();
    for (const { id, name } of sheets) {
      const before = this.#names.get(id);
      if (before !== undefined && before !== name) renamed.set(before, name);
      this.#names.set(id, name);
    }
    if (renamed.size > 0) this.onRenamed(renamed);
  }

  /** Stores that a sheet was read. */
  sheetRead(id: string, formatting: ReadonlyMap<string, CellFormatting>): void {
    this.#formatting.set(id, formatting);
    this.#changed = this.#changed.filter(({ sheetId }) => sheetId !== id);
  }

  othersChanged(range: ChangedRange): void {
    this.#changed = [...this.#changed, range];
  }

  /** Announces a change of cells by this add-in, because Excel reports it like a person's change. */
  ownChange(range: ChangedRange): void {
    this.#own = [...this.#own, range];
  }

  /** Whether this add-in announced a change; each announcement counts once. */
  isOwnChange(range: ChangedRange): boolean {
    const index = this.#own.findIndex((own) => isSameRange(own, range));
    this.#own = this.#own.filter((_, at) => at !== index);
    return index >= 0;
  }

  /** Whether somebody else changed or moved the cell after it was read. */
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

  /** Cells of a sheet that are probably filled: they were when it was read, or others changed them since. */
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

  /** Stores the formatting of cells beside those that were read. */
  formattingRead(sheetId: string, formatting: ReadonlyMap<string, CellFormatting>): void {
    this.#formatting.set(sheetId, new Map([...(this.#formatting.get(sheetId) ?? []), ...formatting]));
  }

  /** Stores that cells of a sheet stand elsewhere: where they are formatted how is unknown until it is read again. */
  rowsMoved(id: string): void {
    this.#formatting.delete(id);
  }

  /** The formatting of a cell when its sheet was read; undefined if unknown. */
  formattingOf(sheetId: string, row: number, column: number): CellFormatting | undefined {
    return this.#formatting.get(sheetId)?.get(cellKey(row, column));
  }
}

/** Most cells of one change that are expected to be filled; larger changes are ignored. */
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

/** The key of a cell within its sheet. */
export function cellKey(row: number, column: number): string {
  return `${row},${column}`;
}
