import ExcelJS from 'exceljs';

/** Opens a workbook in another program, lets somebody change it there, and saves it at the given time. */
async function resave(
  bytes: Uint8Array,
  savedAt: string,
  change: (workbook: ExcelJS.Workbook) => void,
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  change(workbook);
  workbook.modified = new Date(savedAt);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Somebody renames the sheets and saves with a program that drops the document properties. */
export function renameSheets(bytes: Uint8Array, savedAt: string): Promise<Uint8Array> {
  return resave(bytes, savedAt, (workbook) => {
    workbook.worksheets.forEach((sheet, index) => (sheet.name = `Sheet${String(index + 1)}`));
  });
}

/** Somebody writes one line a row: every line after the first of a result cell moves to a row inserted below. */
export function insertRows(bytes: Uint8Array, savedAt: string): Promise<Uint8Array> {
  return resave(bytes, savedAt, (workbook) => {
    for (const sheet of workbook.worksheets.slice(1)) {
      for (let row = sheet.rowCount; row > 5; row -= 1) {
        const cell = sheet.getCell(row, RESULT_COLUMN);
        const [first, ...rest] = cell.text.split('\n');
        if (rest.length === 0) continue;
        cell.value = first ?? '';
        rest.forEach((text, index) => {
          sheet.insertRow(row + 1 + index, []);
          sheet.getCell(row + 1 + index, RESULT_COLUMN).value = text;
        });
      }
    }
  });
}

/** Somebody types a number, a date and a formula where texts are expected. */
export function typeValues(bytes: Uint8Array, savedAt: string): Promise<Uint8Array> {
  return resave(bytes, savedAt, (workbook) => {
    const sheet = workbook.worksheets[1]!;
    sheet.getCell(6, EVIDENCE_COLUMN).value = 2565;
    const date = sheet.getCell(6, EVIDENCE_COLUMN - 1);
    date.numFmt = 'dd/mm/yyyy';
    date.value = new Date('2022-02-17T00:00:00Z');
    sheet.getCell(8, EVIDENCE_COLUMN).value = { formula: '40+2', result: 42 };
  });
}

/** Somebody copies one sheet alone into a new workbook. */
export async function copySheetAlone(bytes: Uint8Array, savedAt: string): Promise<Uint8Array> {
  return resave(bytes, savedAt, (workbook) => {
    const copied = workbook.worksheets.findLast(({ state }) => state === 'visible');
    for (const sheet of workbook.worksheets) if (sheet !== copied) workbook.removeWorksheet(sheet.id);
  });
}

/** A copy that broke off half way. */
export function truncate(bytes: Uint8Array): Uint8Array {
  return bytes.slice(0, Math.floor(bytes.length / 2));
}

/** Counted from 1, as exceljs does: the token column is the first. */
const RESULT_COLUMN = 6;
const EVIDENCE_COLUMN = 8;
