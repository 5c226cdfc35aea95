import type { HostFaultReason } from '../../domain/diagnostics/host-fault.ts';
import type { SkipReason } from '../../domain/conversion/skip-reason.ts';
import type { Selection } from '../../domain/conversion/changes.ts';
import type { CellLocation } from '../../domain/spreadsheet/address.ts';
import type { CellPatch, RefusedPatch, SheetRule, WorkbookContent } from '../../domain/spreadsheet/content.ts';
import type { PictureSwap, WorkbookPlan } from '../../domain/spreadsheet/plan.ts';

/**
 * The open workbook: in Excel, or as a file on a page. Every method rejects with a {@link HostFault}, or with an
 * `UnreadableWorkbook` if that file is not a workbook; the workbook is then unchanged.
 */
export interface WorkbookHost {
  /**
   * What the workbook holds; with `sheets`, of these sheets only. With an empty list that is what the workbook says of itself.
   * @param detail `texts` where formatting, links and locks do not matter and may be left out, which some hosts give more slowly
   */
  read(sheets?: readonly string[], detail?: 'all' | 'texts'): Promise<WorkbookContent>;
  /**
   * The workbook as a file, of which {@link read} gives the content with its pictures; undefined where none is open. Absent where
   * the host gives no file.
   */
  file?(): Promise<Uint8Array | undefined>;
  /** The rules of the sheets of a content that was read just now: data validations, and of a file conditional formats too. */
  rules(content: Pick<WorkbookContent, 'sheets'>): Promise<readonly SheetRule[]>;
  /**
   * Writes texts as texts, whatever they begin with, and number formats; into locked cells too. What would harm somebody's
   * work is left alone and comes back with the reason.
   * @throws {RangeError} for a cell that no sheet has or a text that no cell holds; nothing is written then.
   */
  write(patches: readonly CellPatch[]): Promise<readonly SkippedPatch[]>;
  /**
   * Adds pictures over cells, or takes them away; see {@link PictureSwap}.
   * @param between is called between steps with the number of changes that are made; what it throws undoes them, and is thrown
   * @returns those whose picture before is no longer there alone; nothing came of them
   */
  changePictures(swaps: readonly PictureSwap[], between?: (done: number) => void): Promise<readonly PictureSwap[]>;
  /** Opens a new workbook beside this one, as the host does that: in a window of its own, or as a file named `name`. */
  openNew(plan: WorkbookPlan, name: string): Promise<void>;
}

/** A patch that was skipped. */
export interface SkippedPatch {
  readonly patch: CellPatch;
  /**
   * Somebody else changed the cell after it was read; its text would lose its runs, which the host cannot keep; or the
   * workbook does not take it.
   */
  readonly reason: Extract<SkipReason, 'changed-meanwhile' | 'mixed-looks' | RefusedPatch['reason']>;
}

/** A workbook that a person works in while the program looks on. Every method fails as those of {@link WorkbookHost}. */
export interface LiveWorkbook extends WorkbookHost {
  /** The sheet of the selected cells as {@link WorkbookHost.read} gives it, without comments, and what of it is selected. */
  readSelected(): Promise<SelectedContent>;
  /**
   * Puts the plan's sheets and properties into the workbook. Sheets of the same names become their backups
   * (`domain/master/backup-sheets.ts`) and replace earlier backups of these names; other sheets stay.
   * @param others names of sheets that become backups too, although the plan has none in their place
   */
  putSheets(plan: WorkbookPlan, others?: readonly string[]): Promise<SheetsPut>;
  /** Puts empty rows in before a row; they look like the row above. What stands below moves down. */
  insertRows(rows: SheetRows): Promise<void>;
  /** Deletes rows, with all that is in them. What stands below moves up. */
  deleteRows(rows: SheetRows): Promise<void>;
  /** Those of these names that have a backup, in their order. */
  backupSheets(names: readonly string[]): Promise<readonly string[]>;
  /** Swaps the sheets of these names with their backups: this undoes {@link putSheets}, and redoes it. */
  swapBackups(names: readonly string[]): Promise<SwappedSheets>;
  /** Deletes the backups of these names for good; if it fails midway, some are gone. */
  deleteBackups(names: readonly string[]): Promise<void>;
  /** Takes the person to a cell. */
  select(location: CellLocation): Promise<void>;
  /** Reports changes that this program did not make, and new names of sheets, until the returned function is called. */
  watch(listener: (change: WorkbookChange) => void): Promise<() => Promise<void>>;
}

/** Whole rows of a sheet. */
export interface SheetRows {
  readonly sheet: string;
  /** The first one, counted from 0. */
  readonly row: number;
  readonly count: number;
}

/** What came of putting sheets. */
export interface SheetsPut {
  /** The names that have a backup now. */
  readonly backups: readonly string[];
  /** Whether the plan has charts that the host does not take; everything else is there. */
  readonly withoutCharts: boolean;
  /** Whether the plan has pictures that the host does not take. */
  readonly withoutPictures: boolean;
}

/** Names of sheets after a swap with their backups. */
export interface SwappedSheets {
  /** Names of the restored sheets; empty if there was no backup. */
  readonly restored: readonly string[];
  /** Names that have a backup now. */
  readonly backups: readonly string[];
}

/** A workbook with only the sheet of the selection read. */
export interface SelectedContent {
  readonly content: WorkbookContent;
  /** In the order of selection; never empty. */
  readonly selection: readonly Selection[];
}

/** Changes since the last report; those of cells are reported after a short pause. */
export interface WorkbookChange {
  /** Names of the sheets, each once. */
  readonly sheets: readonly string[];
  /** Whether another person who has the workbook open made some of the changes. */
  readonly remote: boolean;
  /**
   * New names of sheets by their old ones, whoever gave them; names may have been swapped. They are told as soon as they are noticed,
   * before the content that has them. Absent where no sheet was renamed.
   */
  readonly renamed?: ReadonlyMap<string, string>;
}

/** Thrown when a workbook's host fails a request. */
export class HostFault extends Error {
  readonly reason: HostFaultReason;
  readonly detail: string;

  constructor(reason: HostFaultReason, detail: string, options?: ErrorOptions) {
    super(detail === '' ? reason : `${reason}: ${detail}`, options);
    this.name = 'HostFault';
    this.reason = reason;
    this.detail = detail;
  }
}
