/** Makes Excel take the file for UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** What Excel takes for the beginning of a formula, also in full width. */
const FORMULA_START = /^[=+\-@\t\r＝＋－＠]/;

/**
 * Rows as a CSV file (RFC 4180) for Excel. A field that Excel would take for a formula begins with `'`, so that what
 * somebody typed into a workbook is never run in another.
 */
export function csvDocument(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
}

function csvField(text: string): string {
  const guarded = FORMULA_START.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
