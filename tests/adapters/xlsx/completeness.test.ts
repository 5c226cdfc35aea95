import { readFileSync } from 'node:fs';
import path from 'node:path';

const CELLS = 'read/decode.test.ts';
const EXTRAS = 'read/sheet-extras.test.ts';
const LOOKS = 'read/looks.test.ts';
const ZIP = 'zip/zip-archive.test.ts';
const ORACLE = 'read/decode-oracle.test.ts';
const OTHERS = '../../slow/other-writers.slow.ts';

/** All that a complete reader and writer of .xlsx must do, with the file and the words of a test that holds it. */
const TESTS: readonly (readonly [feature: string, file: string, words: string])[] = [
  ['shared strings', CELLS, 'a shared string'],
  ['inline strings', CELLS, 'an inline string'],
  ['rich text as text', CELLS, 'inline rich text'],
  ['rich text as runs', LOOKS, 'has runs: %s'],
  ['phonetic runs ignored', LOOKS, 'phonetic runs'],
  ['formulas with cached values', CELLS, 'a text of a formula'],
  ['shared formulas', CELLS, 'that cells share is written out for each'],
  ['array formulas', CELLS, 'that fills an array stands in each of its cells'],
  ['formulas never computed', CELLS, 'a formula never computed'],
  ['errors', CELLS, 'an error'],
  ['booleans', CELLS, "['true'"],
  ['numbers by their formats', CELLS, 'a number in Thai digits'],
  ['dates by their formats', CELLS, 'a date in a built-in format'],
  ['both date systems', CELLS, 'counts dates by the date system of the workbook'],
  ['ISO dates of strict files', CELLS, 'an ISO date'],
  ['hyperlinks', CELLS, 'has merged ranges and links'],
  ['merged cells', CELLS, 'has merged ranges and links'],
  ['comments as text', EXTRAS, 'are told by cell, with their authors, rich text joined'],
  ['threads of comments', EXTRAS, 'in threads are told once'],
  ['texts of shapes', EXTRAS, 'tells the text of %s'],
  ["pictures' anchors", EXTRAS, 'tells a picture with its image, wherever it is anchored'],
  ["pictures' bytes on request", EXTRAS, 'are given with their bytes on request'],
  ['charts, diagrams and embedded documents', EXTRAS, 'a document that is embedded'],
  ['fonts, number formats and locks', LOOKS, 'what a cell looks like'],
  ['defined names', CELLS, 'has properties, names and the time when it was saved'],
  ['custom properties', CELLS, 'has properties, names and the time when it was saved'],
  ['sheet states', CELLS, 'is told by its name, whatever it is called, and by its state'],
  ['prefixed names', CELLS, 'prefixed names'],
  ['XML comments', CELLS, 'comments between elements'],
  ['CDATA', CELLS, 'a cell in CDATA'],
  ['missing cell references', CELLS, 'that does not tell its place follows the one before'],
  ['UTF-16', CELLS, 'UTF-16'],
  ['strict namespaces', CELLS, 'strict namespaces'],
  ['zip64', ZIP, 'zip64'],
  ['data descriptors', ZIP, 'descriptor'],
  ['_x000D_ escapes', CELLS, "['escapes'"],
  ['xml:space', CELLS, 'white space without xml:space'],
  ['SheetJS as oracle', ORACLE, 'the reader agrees with SheetJS'],
  ['files of openpyxl, Gnumeric, LibreOffice and exceljs', OTHERS, 'is read as SheetJS reads it'],
  [
    'patches of one cell',
    'patch/patch.test.ts',
    'gives the content with the patches made, and leaves all other parts as they were',
  ],
  [
    'patches of rich text',
    'patch/patch-looks.test.ts',
    'keeps its runs, and leaves the shared string to the other cells',
  ],
  ['styles that must be added', 'patch/patch-looks.test.ts', 'is added to the styles, and the value stays'],
  ['headings of tables', 'patch/patch-looks.test.ts', 'renames its column, and the table stays as it was'],
  ['patches of files of all writers', OTHERS, 'keeps its looks where digits change, and no other part does'],
];

describe('the reader and writer of .xlsx is complete', () => {
  it.each(TESTS)('%s', (_, file, words) => {
    expect(readFileSync(path.join(import.meta.dirname, file), 'utf8')).toContain(words);
  });
});
