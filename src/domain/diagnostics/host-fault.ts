/** Why the program that a workbook is open in, or the page that it is open on, did not do what it was asked for. */
export type HostFaultReason =
  /** The person is typing in a cell. */
  | 'cell-in-edit'
  /** The host protects the sheet or the workbook, by a password or otherwise. */
  | 'protected'
  /** Opened for reading only. */
  | 'read-only'
  /** More at once than the host takes or gives. */
  | 'too-large'
  /** The host kept back what cells hold; `detail` is the name of their sheet. */
  | 'no-values'
  /** No answer came. The host may still do what it was asked for. */
  | 'timed-out'
  /** The host no longer knows the workbook by what this program has of it, as after a night on the web. */
  | 'session-lost'
  /** A sheet is no longer there; `detail` is its name. */
  | 'sheet-gone'
  /** A chart, a picture or something else that is no cell is selected, or another workbook is in front. */
  | 'no-cells-selected'
  /** The person or their browser lets no window open. */
  | 'window-refused'
  /** This host, or this version of it, cannot do that. */
  | 'not-supported'
  /** The host cannot undo it, and was asked to make it one step that can be undone. */
  | 'undo-not-supported'
  /** The host would not keep a text as it was written; `detail` is the cell. */
  | 'text-changed'
  /** Anything else; `detail` is the host's own code. */
  | 'failed';
