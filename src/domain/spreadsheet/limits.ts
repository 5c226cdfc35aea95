/**
 * What Excel allows, once for the whole program (Microsoft Support, "Excel specifications and limits"). Other programs allow
 * more in places; what is written here must open in Excel.
 */

/** Rows of a sheet. */
export const ROWS = 1_048_576;

/** Columns of a sheet. */
export const COLUMNS = 16_384;

/** Text in one cell, in UTF-16 units. */
export const MAX_CELL_TEXT = 32_767;

/** Line feeds in one cell. */
export const MAX_LINE_FEEDS = 253;

/** Height of a row, in points; taller text is cut off on screen and in print. */
export const MAX_ROW_HEIGHT = 409;

/** Name of a sheet, in UTF-16 units. */
export const MAX_SHEET_NAME = 31;

/** Number format code, in UTF-16 units. */
export const MAX_FORMAT_CODE = 255;
