import type { Damage, Limit, OtherFormat } from '../domain/report/file-fault.ts';
import type { HostFaultReason } from '../domain/report/host-fault.ts';
import type { LeftReason } from '../domain/report/left-reason.ts';
import type { ReadResult } from '../domain/report/submission.ts';
import type { Selection } from '../domain/workbook/conversion.ts';
import type { ReadContext } from '../domain/workbook/read-agency-workbook.ts';
import type { CellPlace } from '../domain/workbook/conversion.ts';
import type { CellPatch, SheetPicture, WorkbookContent } from '../domain/workbook/sheet-content.ts';
import type { WorkbookPlan } from '../domain/workbook/sheet-plan.ts';

/** Turns plans into .xlsx bytes and bytes into content. */
export interface WorkbookCodec {
  /** The same plan gives the same bytes. */
  encode(plan: WorkbookPlan): Promise<Uint8Array>;
  /** @throws {UnreadableWorkbook} where the bytes are no workbook that can be read safely. */
  decode(bytes: Uint8Array): Promise<WorkbookContent>;
  /**
   * The workbook with new texts in some cells; every other part of the package stays byte-identical.
   * @throws {UnreadableWorkbook} as {@link decode}, or {@link RangeError} for a sheet that is not there.
   */
  patch(bytes: Uint8Array, patches: readonly CellPatch[]): Promise<Uint8Array>;
  /**
   * The pictures that lie on the sheets, with their bytes, which {@link decode} does not unpack.
   * @throws {UnreadableWorkbook} as {@link decode}.
   */
  pictures(bytes: Uint8Array): Promise<readonly SheetPicture[]>;
}

/** Why bytes cannot be read as a workbook. */
export type Unreadable =
  | { readonly reason: 'not-workbook' | 'encrypted' | 'old-format' }
  | { readonly reason: 'other-format'; readonly format: OtherFormat }
  | { readonly reason: 'damaged'; readonly damage: Damage; readonly cell?: string }
  | { readonly reason: 'too-large'; readonly limit: Limit; readonly most: number };

/** Thrown where bytes cannot be read as a workbook; `detail` says where and what in technical words. */
export class UnreadableWorkbook extends Error {
  readonly why: Unreadable;
  readonly detail: string;
  /** Name of the sheet that it was met in, where it is known. */
  readonly sheet: string | undefined;

  constructor(why: Unreadable, detail: string, options: ErrorOptions & { readonly sheet?: string } = {}) {
    super(`${why.reason}: ${detail}`, options);
    this.name = 'UnreadableWorkbook';
    this.why = why;
    this.detail = detail;
    this.sheet = options.sheet;
  }
}

/** Reads workbooks from their bytes: in the asking thread, or in several others. */
export interface WorkbookReader {
  /** How many workbooks it has use for at a time; whoever asks need not hold more in memory. */
  readonly width: number;
  /**
   * What one file holds. A file that cannot be read is a problem in the result. The bytes may be gone afterwards.
   * @throws {Error} where the reader was closed.
   */
  read(bytes: Uint8Array, file: string): Promise<ReadResult>;
  /** Ends what the reader started; a read under way is rejected. */
  close(): void;
}

/** Gives the reader that is fastest for so many workbooks of one programme and roster. */
export type OpenReader = (workbooks: number, context: Omit<ReadContext, 'file'>) => WorkbookReader;

/** What a file held when it was read. */
export interface KeptResult {
  /** See {@link FileStore.stamp}. */
  readonly stamp?: string;
  /** SHA-256 of its bytes, hexadecimal. */
  readonly hash: string;
  readonly result: ReadResult;
}

/** Remembers what files held. It may forget at any time, but never gives anything else than what it was given; it never fails. */
export interface ResultCache {
  /** Keys are hexadecimal. */
  find(key: string): Promise<KeptResult | undefined>;
  keep(key: string, kept: KeptResult): Promise<void>;
}

/** A file that was found. */
export interface FoundFile {
  /** Path as the user would type it, `/` between folders. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/** Files and folders to read from. */
export interface FileSource {
  /**
   * The path itself where it is a file, else every spreadsheet file below it (.xlsx, .xlsm, .xls and their kin, lock files `~$...` too,
   * hidden files not), each once, in the order of their names. A folder below it that cannot be opened stands in the list itself,
   * so that reading it says why.
   * @throws {FileFault} where the path cannot be listed.
   */
  list(path: string): Promise<readonly FoundFile[]>;
  /** A name that is the same for every way to write the path of one file, whether it exists or not. Never fails. */
  identify(path: string): Promise<string>;
  /**
   * A text that is another one whenever the file's bytes may be; undefined where that cannot be told, as of a file that was written
   * a moment ago. Never fails.
   */
  stamp?(path: string): Promise<string | undefined>;
  /** @throws {FileFault} */
  read(path: string): Promise<Uint8Array>;
}

/** Files that a person chose, and the paths by which they are known, each another one. */
export interface ChosenFiles extends FileSource {
  readonly paths: readonly string[];
}

/** Files and folders. */
export interface FileStore extends FileSource {
  /**
   * Writes the whole file or nothing: beside the target first, renamed when complete. Makes missing folders.
   * @throws {FileFault}
   */
  write(path: string, bytes: Uint8Array): Promise<void>;
}

/** Thrown where a file or folder cannot be read or written. `code` is the system's, such as `EACCES` or `ENOENT`. */
export class FileFault extends Error {
  readonly path: string;
  readonly code: string;
  readonly action: 'read' | 'write';

  constructor(action: 'read' | 'write', path: string, code: string, options?: ErrorOptions) {
    super(`cannot ${action} ${path}: ${code}`, options);
    this.name = 'FileFault';
    this.action = action;
    this.path = path;
    this.code = code;
  }
}

/** The time of day, so that a test or a repeated run can fix it. */
export interface Clock {
  /** ISO 8601 instant in UTC. */
  now(): string;
}

/** Told as long work goes on; `done` of `total` steps, and what the step was about. */
export type Progress = (done: number, total: number, label: string) => void;

/**
 * The workbook that a person has open: in Excel, or as a file on a page. Every method fails with a {@link HostFault}, or with an
 * {@link UnreadableWorkbook} where that file is none, and then the workbook is as it was before.
 */
export interface WorkbookHost {
  /** What the workbook holds; with `sheets`, of these sheets only. With an empty list that is what the workbook says of itself. */
  read(sheets?: readonly string[]): Promise<WorkbookContent>;
  /**
   * Writes texts as texts, whatever they begin with, and number formats; into locked cells too. What would harm somebody's
   * work is left alone and comes back with the reason.
   * @throws {RangeError} for a cell that no sheet has or a text that no cell holds; nothing is written then.
   */
  write(patches: readonly CellPatch[]): Promise<readonly LeftPatch[]>;
  /** Opens a new workbook beside this one, as the host does that: in a window of its own, or as a file named `name`. */
  openNew(plan: WorkbookPlan, name: string): Promise<void>;
}

/** A patch that was not carried out. */
export interface LeftPatch {
  readonly patch: CellPatch;
  /** Somebody else changed the cell after it was read; or its text would lose its runs, which the host cannot keep. */
  readonly reason: Extract<LeftReason, 'changed-meanwhile' | 'mixed-looks'>;
}

/** A workbook that a person works in while the program looks on. Every method fails as those of {@link WorkbookHost}. */
export interface LiveWorkbook extends WorkbookHost {
  /** The sheet of the selected cells as {@link WorkbookHost.read} gives it, without comments, and what of it is selected. */
  readSelected(): Promise<SelectedContent>;
  /**
   * Puts the plan's sheets into the workbook, and its properties. Those of the same names are kept in it (`domain/workbook/kept-sheets.ts`)
   * in place of those that were kept of these names before; other sheets stay.
   * @returns the names of which a sheet is kept now
   */
  putSheets(plan: WorkbookPlan): Promise<readonly string[]>;
  /** Of which of these names a sheet is kept, in their order. */
  keptSheets(names: readonly string[]): Promise<readonly string[]>;
  /** Lets the sheets of these names and those kept of them change places: this takes {@link putSheets} back, and brings it again. */
  exchangeKept(names: readonly string[]): Promise<ExchangedSheets>;
  /** Deletes the sheets that are kept of these names, for good: where it fails in the middle, some are gone. */
  deleteKept(names: readonly string[]): Promise<void>;
  /** Takes the person to a cell. */
  select(place: CellPlace): Promise<void>;
  /** Makes these cells stand out, and no others; their own formats stay. */
  mark(places: readonly CellPlace[]): Promise<void>;
  /** Tells of changes by others than this program until the function that it gives is called. */
  watch(listener: (change: WorkbookChange) => void): Promise<() => Promise<void>>;
}

/** Names of sheets after an exchange with those that were kept. */
export interface ExchangedSheets {
  /** Of those that came back; none where none was kept. */
  readonly back: readonly string[];
  /** Of which a sheet is kept now. */
  readonly kept: readonly string[];
}

/** A workbook of which only the sheet was read that cells are selected of. */
export interface SelectedContent {
  readonly content: WorkbookContent;
  /** In the order in which it was selected; never empty. */
  readonly selection: readonly Selection[];
}

/** What changed since the last time, told when nothing has changed for a moment. */
export interface WorkbookChange {
  /** Names of the sheets, each once. */
  readonly sheets: readonly string[];
  /** Whether a part of it came from somebody else who has the workbook open. */
  readonly remote: boolean;
}

/** What the host shows beside the workbook. Every method fails with a {@link HostFault}. */
export interface AddInShell {
  /** Brings the pane to the front. */
  openPane(): Promise<void>;
  /** Whether the pane is visible now. */
  readonly isPaneOpen: boolean;
  /**
   * Shows a message in a small window of its own, in place of the message before.
   * @returns the action that the person chose; undefined where it was closed otherwise
   */
  showNotice(notice: ShellNotice): Promise<string | undefined>;
}

/** A message to a person, and what they can do about it. */
export interface ShellNotice {
  readonly heading: string;
  /** Paragraphs. */
  readonly lines: readonly string[];
  readonly actions: readonly ShellAction[];
}

/** What a button of a notice stands for. */
export interface ShellAction {
  readonly id: string;
  readonly label: string;
}

/** Thrown where a workbook's host does not do what it was asked for. */
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
