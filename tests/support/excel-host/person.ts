import { cellName, columnName } from '../../../src/domain/spreadsheet/address.ts';
import { localAddress } from './addresses.ts';
import type { ChangedEvent } from './events.ts';
import type { HostSheet, HostWorkbook } from './model.ts';
import type { UndoStack } from './undo.ts';

/** Somebody who works in the workbook by hand, at this computer or elsewhere; Excel tells of it. */
export class Person {
  readonly #workbook: HostWorkbook;
  readonly #source: 'Local' | 'Remote';
  readonly #undo: UndoStack | undefined;

  /** @param undo where the person's own steps go; what somebody else does cannot be undone here */
  constructor(workbook: HostWorkbook, source: 'Local' | 'Remote', undo?: UndoStack) {
    this.#workbook = workbook;
    this.#source = source;
    this.#undo = undo;
  }

  /** Types into a cell. */
  write(name: string, row: number, column: number, input: string): void {
    const sheet = this.#workbook.sheet(name);
    const write = (): void => sheet.write(row, column, input);
    if (this.#undo === undefined) write();
    else this.#undo.person(write);
    this.#tell(sheet, cellName({ row, column }), 'RangeEdited');
  }

  /** Inserts rows before the row `at`. */
  insertRows(name: string, at: number, count: number): void {
    const sheet = this.#workbook.sheet(name);
    sheet.insertRows(at, count);
    this.#tell(sheet, `${at + 1}:${at + count}`, 'RowInserted');
  }

  /** Inserts columns before the column `at`. */
  insertColumns(name: string, at: number, count: number): void {
    const sheet = this.#workbook.sheet(name);
    sheet.insertColumns(at, count);
    this.#tell(sheet, `${columnName(at)}:${columnName(at + count - 1)}`, 'ColumnInserted');
  }

  /** Ctrl+Z: whether there was something to undo. Excel tells of the cells that change with it. */
  undo(): boolean {
    const before = new Map(this.#workbook.sheets.map((sheet) => [sheet, JSON.stringify(sheet.entries())]));
    const isUndone = this.#undo?.undo() ?? false;
    for (const [sheet, entries] of before) {
      const range = sheet.usedRange(false);
      if (range !== undefined && JSON.stringify(sheet.entries()) !== entries) {
        this.#tell(sheet, localAddress(range), 'RangeEdited');
      }
    }
    return isUndone;
  }

  #tell({ id }: HostSheet, address: string, changeType: ChangedEvent['changeType']): void {
    this.#workbook.events.changed({ worksheetId: id, address, changeType, source: this.#source });
  }
}
