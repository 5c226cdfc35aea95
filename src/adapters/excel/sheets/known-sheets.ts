import { HostFault } from '../../../usecases/ports/workbook-host.ts';

/** A sheet as it was when Excel was last asked: what writing needs to know in advance. */
export interface KnownSheet {
  readonly id: string;
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  /** What people may do although the sheet is protected; undefined where it is not. */
  readonly protection: Excel.WorksheetProtectionOptions | undefined;
}

/** What is known of a sheet's cells, by {@link cellKey}. */
export interface KnownCells {
  readonly unlocked: ReadonlySet<string>;
  /** Cells of which parts look different from others. */
  readonly mixed: ReadonlySet<string>;
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
 * What the adapter remembers between two questions: sheets by their identifiers, which stay when people rename them; unlocked
 * cells; and what others changed after it was read. It saves round trips; Excel always has the last word.
 */
export class KnownSheets {
  #sheets: readonly KnownSheet[] = [];
  readonly #cells = new Map<string, KnownCells>();
  readonly #marks = new Map<string, readonly string[]>();
  #changed: readonly ChangedRange[] = [];
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
  sheetRead(id: string, cells: KnownCells): void {
    this.#cells.set(id, cells);
    this.#changed = this.#changed.filter(({ sheetId }) => sheetId !== id);
  }

  othersChanged(range: ChangedRange): void {
    this.#changed = [...this.#changed, range];
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

  /** Identifiers of the conditional formats by which cells of a sheet are marked; undefined where they were not asked for. */
  marksOf(sheetId: string): readonly string[] | undefined {
    return this.#marks.get(sheetId);
  }

  /** Takes note of a sheet's marks; `undefined` forgets them. */
  sheetMarked(sheetId: string, marks: readonly string[] | undefined): void {
    if (marks === undefined) this.#marks.delete(sheetId);
    else this.#marks.set(sheetId, marks);
  }

  /** Whether the protection of its sheet covers a cell: so it is with all cells that nobody has unlocked. */
  isLocked(sheetId: string, row: number, column: number): boolean {
    return this.#cells.get(sheetId)?.unlocked.has(cellKey(row, column)) !== true;
  }

  /** Whether parts of the cell's text look different from others; undefined where its sheet was not read. */
  isMixed(sheetId: string, row: number, column: number): boolean | undefined {
    return this.#cells.get(sheetId)?.mixed.has(cellKey(row, column));
  }
}

/** A name for a cell within its sheet. */
export function cellKey(row: number, column: number): string {
  return `${row},${column}`;
}
