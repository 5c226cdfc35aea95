import type { Region } from './regions.ts';

/** Ways in which real hosts fail or differ; all off (and no limit) unless a test sets them. */
export interface Switches {
  /** A person is typing in a cell: every batch is refused (5004). */
  cellEdit: boolean;
  /** protect and unprotect are refused, as in a workbook of another owner. */
  refuseProtection: boolean;
  /** Bytes of a request or an answer; Excel on the web takes 5 MB (5103). */
  payloadLimit: number;
  /** Ranges are read as null, as those of more than five million cells. */
  nullValues: boolean;
  /** Batches are never answered. */
  hang: boolean;
  /** The session has ended, as on the web after a night: every batch is refused (5012, office-js#6585). */
  sessionLost: boolean;
  /**
   * insertWorksheetsFromBase64: not there (iPad), refused (the web with some files, or with all that have charts), or without
   * number formats and fonts (office-js#2706, #4940).
   */
  insertSheets: 'works' | 'unsupported' | 'refused' | 'refuses-charts' | 'loses-formats';
  /** Nothing of a conditional format can be read: Ctrl+Z restored it, or a range has two of a kind (office-js#6396, #6827, #6835). */
  unreadableConditionalFormats: boolean;
  /** Opened for reading only: no cell can be written. */
  readOnly: boolean;
  /** Whether this Excel knows pages that outlive their pane. */
  sharedRuntime: boolean;
  /** Dialogs: not wanted by the person (12009, on the web), blocked by the browser (12011), or never answered. */
  dialog: 'works' | 'ignored' | 'blocked' | 'silent';
  /** So many attempts to open a dialog find the one before it still there (12007), although it was closed. */
  dialogsThatLinger: number;
  /** The country of the computer's regional settings: how dates are shown that follow the system (office-js#229, #4291, #2824). */
  region: Region;
  /** A leading `'` stays in the text of cells with the format `@`; no document says which Excel does (office-js#6687). */
  keepsApostrophe: boolean;
  /** Whether changes of cells say that this add-in made them: from ExcelApi 1.14 on (`WorksheetChangedEventArgs.triggerSource`). */
  namesTrigger: boolean;
  /** So many actions are still done, and the one after them is refused: once, in the middle of whatever is under way. */
  actionsLeft: number;
  /** Points by which cells are told beside where shapes stand: with a scaled display or a zoomed sheet (office-js#3136, #2068, #1942). */
  pointsOff: number;
  /** What the host changes in texts that are written, such as a control character that it drops. */
  distort: (text: string) => string;
}

/** A host without faults. */
export function noFaults(): Switches {
  return {
    cellEdit: false,
    refuseProtection: false,
    payloadLimit: Infinity,
    nullValues: false,
    hang: false,
    sessionLost: false,
    insertSheets: 'works',
    unreadableConditionalFormats: false,
    readOnly: false,
    sharedRuntime: true,
    dialog: 'works',
    dialogsThatLinger: 0,
    region: 'th-TH',
    keepsApostrophe: false,
    namesTrigger: true,
    actionsLeft: Infinity,
    pointsOff: 0,
    distort: (text) => text,
  };
}
