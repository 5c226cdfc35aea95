/** Rows and columns of a worksheet, and UTF-16 units that a cell holds at most. */
export const ROWS = 1_048_576;
export const COLUMNS = 16_384;
export const MAX_TEXT = 32_767;

/**
 * UTF-8 bytes of texts in one request. Excel on the web takes and gives 5 MB at a time, and the answer to a request holds
 * what was in the cells twice (as value and as formula) and what is in them now.
 */
export const REQUEST_BYTES = 1_500_000;
