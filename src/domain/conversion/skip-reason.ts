/** Why a conversion skips a cell with digits. */
export type SkipReason =
  | 'formula'
  | 'locked'
  | 'mixed-looks'
  | 'error'
  | 'token'
  | 'data'
  | 'outside-selection'
  | 'all-preserved'
  | 'no-such-format'
  /** Somebody else changed the cell after it was read. */
  | 'changed-meanwhile';
