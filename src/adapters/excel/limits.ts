/** Rows and columns of a worksheet, and UTF-16 units that a cell holds at most. */
export const ROWS = 1_048_576;
export const COLUMNS = 16_384;
export const MAX_TEXT = 32_767;

/** Excel on the web takes and gives 5 MB at a time; what surrounds the texts of a request has its share. */
export const REQUEST_BYTES = 4_000_000;
