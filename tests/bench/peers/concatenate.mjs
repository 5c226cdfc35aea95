import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { read, utils, write } from '@e965/xlsx';

/**
 * What somebody writes who has an afternoon: the rows of every sheet of every workbook in a folder below one another in one
 * workbook. SheetJS leaves out whatever it can. Arguments: the folder, and the file to write.
 */
const [folder, out] = process.argv.slice(2);
const rows = [];
for (const file of readdirSync(folder).toSorted()) {
  const options = { dense: true, cellText: false, cellHTML: false, cellFormula: false };
  const workbook = read(readFileSync(path.join(folder, file)), options);
  for (const name of workbook.SheetNames) {
    for (const row of workbook.Sheets[name]['!data'] ?? []) {
      if (row !== undefined) rows.push([file, name, ...Array.from(row, (cell) => cell?.v)]);
    }
  }
}
const whole = utils.book_new();
utils.book_append_sheet(whole, utils.aoa_to_sheet(rows, { dense: true }), 'all');
writeFileSync(out, write(whole, { type: 'buffer', bookType: 'xlsx', compression: true }));
process.stdout.write(String(rows.length));
