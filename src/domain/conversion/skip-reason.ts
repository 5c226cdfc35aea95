/** Why a conversion skips a cell with digits. */
export type SkipReason =
  | 'formula'
  | 'locked'
  | 'mixed-looks'
  | 'error'
  | 'outside-selection'
  | 'all-preserved'
  | 'no-such-format'
  /** A formula, a defined name or a list of choices depends on the text. */
  | 'used-text'
  /** The heading of a table column that a formula, a defined name or a pivot table refers to. */
  | 'used-heading'
  /** The heading of a table column that would become equal to another one. */
  | 'same-heading'
  /** The cell cannot be read: a part of the file is damaged there. */
  | 'unreadable'
  /** Somebody else changed the cell after it was read. */
  | 'changed-meanwhile';
