/** The byte order mark makes Excel read the file as UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** Characters that begin a formula in Excel, also in full width. */
const FORMULA_START = /^[=+\-@\t\r＝＋－＠]/;

/**
 * Formats rows as a CSV file (RFC 4180) for Excel. A field that Excel would read as a formula is prefixed with `'`, so that what
 * somebody typed into a workbook is never run in another.
 */
export function csvDocument(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
}

function csvField(text: string): string {
  const guarded = FORMULA_START.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
