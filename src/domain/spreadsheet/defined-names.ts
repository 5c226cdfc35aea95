/** Names of spreadsheets, those too that will be refused: an answer in the wrong format must not be passed over in silence. */
const SPREADSHEET = /\.(?:xls[xmb]?|xlt[xm]?|ods)$/i;

/** Whether a file found in a folder is taken for an answer, by its name; `~$...`, left by Excel while a file is open, is one too. */
export function isSpreadsheetName(name: string): boolean {
  return SPREADSHEET.test(name);
}

/** Whether a file or folder is hidden, by its name: programs keep such for themselves. */
export function isHiddenName(name: string): boolean {
  return name.startsWith('.');
}
