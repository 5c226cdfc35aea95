/** Why the host of the open workbook, Excel or the standalone page, did not do what was requested. */
export type HostFaultReason =
  /** A cell is being edited. */
  | 'cell-in-edit'
  /** The sheet or workbook is protected. */
  | 'protected'
  /** The workbook is read-only. */
  | 'read-only'
  /** The request or response is too large. */
  | 'too-large'
  /** The host did not return the values of a sheet; `detail` is its name. */
  | 'no-values'
  /** The host did not answer in time and may still be working. */
  | 'timed-out'
  /** The session expired, such as after a night on the web. */
  | 'session-lost'
  /** A sheet was deleted or renamed; `detail` is its name. */
  | 'sheet-gone'
  /** The selection is a chart, a picture or another object, or another workbook is active. */
  | 'no-cells-selected'
  /** The person or browser blocked a dialog. */
  | 'window-refused'
  /** The host or its version does not support it. */
  | 'not-supported'
  /** The host cannot undo it, and was asked to make it one step that can be undone. */
  | 'undo-not-supported'
  /** Rows cannot be moved: a table, a filter or merged cells of the sheet are in the way. */
  | 'rows-held'
  /** The host changed a text when writing it; `detail` is the cell. */
  | 'text-changed'
  /** Any other fault; `detail` is the host's error code. */
  | 'failed';
