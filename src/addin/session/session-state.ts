import type { CarriedFault } from '../../domain/diagnostics/problem.ts';
import type { PackedYear } from '../../domain/form/carried-year.ts';
import type { Decision, RecordedProblem } from '../../domain/master/decisions.ts';
import type { FollowUp } from '../../domain/master/follow-up.ts';
import type { PairedParagraph } from '../../domain/master/merge/regroup.ts';
import type { RowChange } from '../../domain/master/merge/row-changes.ts';
import type { AddedPicture, MeasurePictureSwap } from '../../domain/form/answers/form-pictures.ts';
import type { TypedText } from '../../domain/form/answers/typed-texts.ts';
import type { CellLocation } from '../../domain/spreadsheet/address.ts';
import type { MeasureKey, Programme } from '../../domain/programme/programme.ts';
import type { ArrangeableReport } from '../../usecases/arrange-report.ts';
import type { Remark } from '../../domain/checks/remark.ts';
import type { TemplateFault } from '../../domain/document/template.ts';
import type { ReportDraft } from '../../domain/printed-report/read-printed-report.ts';
import type { Catalogue } from '../../domain/programme/catalogue.ts';
import type { MeasureMatch } from '../../domain/programme/match-measures.ts';
import type { MovedYear } from '../../domain/programme/next-year.ts';
import type { YearData } from '../../domain/programme/year-data.ts';
import type { YearChange } from '../../domain/year-workbook/changes.ts';
import type { ReadResult } from '../../domain/submissions/submission.ts';
import type { CellSwap, ConversionPlan } from '../../domain/conversion/changes.ts';
import type { Chased } from '../../usecases/chase.ts';
import type { CheckedWorkbook } from '../../usecases/check-open-workbook.ts';
import type { Collected } from '../../usecases/collect-answers.ts';
import type { YearImport } from '../../usecases/year/read-year.ts';
import type { MasterMerge } from '../../usecases/merge-master.ts';
import type { MasterChanges } from '../../usecases/master-changes.ts';
import type { OpenWorkbook } from '../../usecases/identify-workbook.ts';
import type { Clock } from '../../usecases/ports/clock.ts';
import type { LiveWorkbook, WorkbookHost } from '../../usecases/ports/workbook-host.ts';
import type { ShrinkPicture, TurnUpright } from '../../usecases/ports/shrink-picture.ts';
import type { OpenReader } from '../../usecases/ports/workbook-reader.ts';
import type { WorkbookCodec } from '../../usecases/ports/workbook-codec.ts';
import type { DocumentCodec } from '../../usecases/ports/document-codec.ts';
import type { Notice } from './notice.ts';
import type { DraftState, OpenDraft } from './open-draft.ts';
import type { SharedFolder, SharedPorts } from './shared-folder.ts';
import type { Settings } from './settings.ts';
import type { YearStore } from './kept-years.ts';

/** What a session needs from outside. */
export interface SessionPorts {
  /** The open workbook. */
  readonly workbook: WorkbookHost;
  /** The same workbook if it is open in Excel; undefined on a page with a file. */
  readonly live?: LiveWorkbook;
  readonly codec: WorkbookCodec;
  readonly documents: DocumentCodec;
  readonly catalogue: Catalogue;
  /** Keeps data of years that were imported; without it they last as long as the page. */
  readonly keptYears?: YearStore;
  readonly openReader: OpenReader;
  readonly clock: Clock;
  readonly shrinkPicture?: ShrinkPicture;
  readonly turnUpright?: TurnUpright;
  /** Downloads a file. */
  readonly deliver: (name: string, bytes: Uint8Array) => Promise<void>;
  /** Set if `deliver` does nothing and a new workbook opens behind the window, as in Excel for Mac. */
  readonly withoutDownloads?: WithoutDownloads;
  /** Packs files into one. */
  readonly pack: (files: readonly NamedBytes[]) => Promise<Uint8Array>;
  /** Waits so many milliseconds. */
  readonly delay: (milliseconds: number) => Promise<void>;
  /** Address or path of the open workbook, as reported by Excel; '' or undefined if it is not. */
  readonly openedFrom?: () => string | undefined;
  /** The ways to a shared folder; undefined if there are none. */
  readonly shared?: SharedPorts;
  /** Keeps unsaved work on the open file; undefined in Excel, which does that itself. */
  readonly draft?: OpenDraft;
}

/** What a host that ignores downloads offers instead. */
export interface WithoutDownloads {
  /** Opens the page without Excel in the browser, which takes downloads. */
  readonly openInBrowser: () => void;
}

/** The name and the bytes of a file. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A section of the page. */
export type Section = 'check' | 'answer' | 'digits' | 'make' | 'consolidate' | 'share' | 'years' | 'settings';

/** A chosen file and its content; `result` is undefined until it was read. */
export interface FileProgress {
  readonly path: string;
  readonly result: ReadResult | undefined;
}

/** Answers that were read, and what the report of them will be. */
export interface CollectedAnswers extends Extract<Collected, { readonly kind: 'collected' }> {
  /** When they were read: an ISO 8601 instant. */
  readonly readAt: string;
  /** Problems of the files and findings in the answers, by agency. */
  readonly remarks: readonly Remark[];
  /** What the office decided about problems, in the master that is open. */
  readonly decisions: readonly Decision[];
  /** What that master says of files that were not read again. */
  readonly kept: readonly RecordedProblem[];
  /** What people wrote on the sheet ติดตาม of the master that is open. */
  readonly followUp: FollowUp;
  /** The report's sheets, in their order. */
  readonly sheets: readonly SheetOutline[];
  /** What differs from the open master; undefined if none is open. */
  readonly news: MasterChanges | undefined;
  /** Whether the open master has pictures that the host does not provide, so that those of agencies without a file are missing. */
  readonly withoutEarlierPictures: boolean;
  /** The data of the year for the report to carry; undefined if the open master carries them already. */
  readonly year: PackedYear | undefined;
  /** What merging into the open master changes; undefined if there is nothing in it to merge with, or none is open. */
  readonly merge: OpenMerge | undefined;
}

/** A merge into the open master. `impossible`: it was not read completely, or was not generated from its table of all answers. */
export type OpenMerge = MasterMerge | { readonly kind: 'impossible' };

/** A sheet before it is written. */
export interface SheetOutline {
  readonly name: string;
  readonly rows: number;
}

/** Everything that the page shows. What exists for one kind of workbook only is in `open`. */
export interface SessionState {
  /** What is open, and what is known of it; undefined until it is known. */
  readonly open: OpenState | undefined;
  /** The programme of the year that was chosen. */
  readonly chosen: YearData;
  /** The current job; undefined where none is running. */
  readonly working: Working | undefined;
  /** A conversion that is shown before it is carried out. */
  readonly preview: ConversionPlan | undefined;
  /** Changes that can be undone, the last one first. */
  readonly undoable: readonly UndoStep[];
  /** Changes of cells and pictures that were undone and can be made again, the last one first. */
  readonly redoable: readonly RedoStep[];
  /** What was typed into the form and is not in the workbook yet. */
  readonly typed: readonly TypedText[];
  /** The pictures that were added on the form, and those that were found in the file. */
  readonly added: readonly AddedPicture[];
  /** The cell that the form should show; undefined if none is requested. */
  readonly wanted: CellLocation | undefined;
  /** Whether unsaved work is kept in the browser. */
  readonly draft: DraftState;
  /** Files that were chosen for the report, and their answers; undefined if none are chosen. */
  readonly collection: Collection | undefined;
  /** The shared folder that was opened; undefined where none is. */
  readonly shared: SharedFolder | undefined;
  /** Data of years that were imported on this computer. */
  readonly kept: readonly YearData[];
  /** A year's workbook that was read, before its data are taken; undefined where none is. */
  readonly importing: Importing | undefined;
  /** The workbook of the following year that was made last, until the person closes it. */
  readonly following: FollowingYear | undefined;
  /** The older report that was read last, until the person closes it. */
  readonly reported: ReportedYear | undefined;
  /** The paragraph that is shown to be joined or split; undefined if none is. */
  readonly arranging: Arranging | undefined;
  /** Who owes what according to the open report; undefined until it is requested. */
  readonly chasing: Chasing | undefined;
  /** The outcome of the last job. */
  readonly notice: Notice | undefined;
  /** Repeats the job that ended in that notice because a part of the program could not be loaded; undefined after any other. */
  readonly retry: (() => Promise<Notice | undefined>) | undefined;
  /** The section that the person chose; undefined for the one that suits the open workbook. */
  readonly section: Section | undefined;
  readonly settings: Settings;
}

/** What is open, and what is known of it. */
export type OpenState = AgencyOpen | MasterOpen | OtherOpen | NoneOpen;

/** The year of a workbook that is open. */
export interface YearOfOpen {
  /** The programme that the workbook names; undefined if it is neither known nor carried by the workbook. */
  readonly data: YearData | undefined;
  /** Why the data of an unknown year in the workbook cannot be used; absent if it carries none. */
  readonly yearFault?: CarriedFault;
}

/** An agency's workbook. */
export interface AgencyOpen extends OfKind<'agency'>, YearOfOpen {
  /** The last check; undefined until the workbook was checked. */
  readonly check: Check | undefined;
}

/** The master report. */
export interface MasterOpen extends OfKind<'master'>, YearOfOpen {
  /** Names of the replaced sheets that are kept as hidden backups. */
  readonly backups: readonly string[];
}

/** Another workbook. */
export type OtherOpen = OfKind<'office' | 'programme' | 'unknown'>;

/** No workbook, or a file that is none. */
export type NoneOpen = OfKind<'none' | 'unreadable'>;

type OfKind<Kind extends OpenWorkbook['kind']> = Extract<OpenWorkbook, { readonly kind: Kind }>;

/** What a check found. */
export interface Check {
  readonly result: CheckedWorkbook;
  /** Whether the workbook has changed since then and could not be checked again yet. */
  readonly isStale: boolean;
}

/** Files that were chosen for the report, in order: while they are read, or with their answers. */
export type Collection =
  | { readonly kind: 'reading'; readonly files: readonly FileProgress[] }
  | {
      readonly kind: 'read';
      readonly files: readonly FileProgress[];
      readonly answers: CollectedAnswers;
      /** Whether the report of the answers was put anywhere or saved. */
      readonly isPut: boolean;
      /** Whether the answers were merged into the report that was open. */
      readonly isMerged?: true;
    };

/** A change that can be undone. */
export type UndoStep =
  | RedoStep
  /** Rows of the report that were replaced. */
  | { readonly kind: 'rows'; readonly changes: readonly RowChange[] }
  /** Sheets of a report that replaced others, which the names of the backup sheets identify. */
  | { readonly kind: 'sheets' };

/** A change that can be redone. */
export type RedoStep = CellsStep | PicturesStep;

/** Pictures that were added, removed or described. */
export interface PicturesStep {
  readonly kind: 'pictures';
  readonly swaps: readonly MeasurePictureSwap[];
}

/** Cells that got new texts or formats. */
export interface CellsStep {
  readonly kind: 'cells';
  readonly swaps: readonly CellSwap[];
}

/** The data of the following year that were derived from a year's. */
export interface FollowingYear extends Pick<MovedYear, 'data' | 'doubts' | 'problems'> {
  /** What is different from the year before. */
  readonly changes: readonly YearChange[];
}

/** An older report for Word: the programme that was read from it, or why it cannot be read. */
export type ReportedYear = { readonly file: string } & (
  | {
      readonly kind: 'read';
      readonly draft: ReportDraft;
      /** The programme of the year that was chosen then, and what became of its measures in the report. */
      readonly other: Programme;
      readonly matches: readonly MeasureMatch[];
    }
  | { readonly kind: 'unreadable'; readonly reason: TemplateFault; readonly detail: string }
);

/** A year's workbook that was read. */
export interface Importing {
  /** Name of the file; empty for the workbook that is open. */
  readonly file: string;
  readonly found: YearImport;
}

/** A paragraph of the open report that can be joined or split. */
export interface Arranging {
  readonly report: ArrangeableReport;
  readonly measure: MeasureKey;
  readonly paragraph: PairedParagraph;
}

/** Who owed what according to the open report at a time. */
export interface Chasing extends Chased {
  readonly programme: Programme;
  /** ISO 8601 instant. */
  readonly asOf: string;
}

/** The progress of the current job. */
export interface Working {
  readonly done: number;
  /** Number of steps; 0 if they are not counted. */
  readonly total: number;
  readonly label: string;
  readonly canStop: boolean;
}

/** What a job works with. */
export interface Job {
  readonly ports: SessionPorts;
  /** The state at the time of the call: other parts of the page may change it while a job waits. */
  readonly state: () => SessionState;
  readonly signal: AbortSignal;
  readonly set: (change: Partial<SessionState>) => void;
  /** Reports how many steps are done; the job can be stopped between steps. */
  readonly progress: (done: number, total: number, label: string) => void;
  /** Queues a check of sheets that the job changed. */
  readonly changed: (sheets: readonly string[]) => void;
}
