import { read, SSF, utils, type CellObject, type WorkSheet } from '@e965/xlsx';
import { cellName } from '../../../src/domain/spreadsheet/address.ts';
import type { CellContent, WorkbookContent } from '../../../src/domain/spreadsheet/content.ts';

/** What both this project's reader and SheetJS tell about a workbook, in one shape. */
export interface Common {
  readonly sheets: readonly {
    readonly name: string;
    readonly state: string;
    readonly merges: readonly string[];
    readonly cells: readonly string[];
  }[];
  readonly names: readonly string[];
  readonly properties: Readonly<Record<string, string>>;
}

const STATES = ['visible', 'hidden', 'veryHidden'];

/** By SheetJS. */
export function bySheetJs(bytes: Uint8Array): Common {
  const book = read(bytes, { cellNF: true, cellStyles: false });
  const names = book.Workbook?.Names ?? [];
  return {
    sheets: book.SheetNames.map((name, index) => ({
      name,
      state: STATES[book.Workbook?.Sheets?.[index]?.Hidden ?? 0]!,
      merges: (book.Sheets[name]!['!merges'] ?? []).map((range) => utils.encode_range(range)),
      cells: cellsBySheetJs(book.Sheets[name]!),
    })),
    names: names
      .map(({ Name, Ref, Sheet }) => [Name, Ref, Sheet === undefined ? '' : book.SheetNames[Sheet]!].join(' '))
      .toSorted(),
    properties: Object.fromEntries(Object.entries(book.Custprops ?? {}).map(([key, value]) => [key, String(value)])),
  };
}

function cellsBySheetJs(sheet: WorkSheet): string[] {
  const names = Object.keys(sheet).filter((name) => !name.startsWith('!'));
  const locations = names
    .map((name) => ({ name, ...utils.decode_cell(name) }))
    .toSorted((a, b) => a.r - b.r || a.c - b.c);
  return locations.flatMap(({ name }) => {
    const cell = sheet[name] as CellObject;
    const shown = shownBySheetJs(cell);
    // SheetJS keeps cells that show nothing; a cell without value it calls a stub, or a number where it has a formula.
    if (shown === undefined) return [];
    return [describe(name, shown, cell.f, cell.l?.Target)];
  });
}

/** The part of SheetJS that its types leave out. */
const { is_date: isDate } = SSF as { is_date: (format: string) => boolean };

/** Kind and text of a cell; a number as its value, since how it is shown depends on the language. */
function shownBySheetJs({ t, v, w, z }: CellObject): readonly [string, string] | undefined {
  const format = String(z ?? '');
  if (v === undefined || v === '') return undefined;
  if (t === 'b') return ['boolean', v === true ? 'TRUE' : 'FALSE'];
  if (t === 'e') return ['error', w ?? ''];
  if (t !== 'n') return ['text', String(v)];
  return isDate(format) ? ['date', ''] : ['number', isPlain(format) ? String(v) : ''];
}

function isPlain(format: string): boolean {
  return /^(general|@)?$/i.test(format);
}

/** By the reader under test; numbers that are not shown plain are left out, as above. */
export function byReader(content: WorkbookContent, plain: (sheet: string, cell: string) => boolean): Common {
  return {
    sheets: content.sheets.map(({ name, state, merges, cells }) => ({
      name,
      state,
      merges: merges.map(({ top, left, bottom, right }) =>
        utils.encode_range({ s: { r: top, c: left }, e: { r: bottom, c: right } }),
      ),
      cells: cells
        // A formula that was never computed has no value in SheetJS.
        .filter(({ kind, text, formula }) => kind !== 'text' || text !== `=${formula ?? ''}` || formula === undefined)
        .map((cell) =>
          describe(cellName(cell), shownByReader(cell, plain(name, cellName(cell))), cell.formula, cell.link),
        ),
    })),
    names: content.definedNames.map(({ name, refersTo, sheet = '' }) => [name, refersTo, sheet].join(' ')).toSorted(),
    properties: Object.fromEntries(content.properties),
  };
}

function shownByReader({ kind, text }: CellContent, plain: boolean): readonly [string, string] {
  if (kind === 'date') return ['date', ''];
  if (kind === 'number') return ['number', plain ? String(Number(text)) : ''];
  return [kind, text];
}

function describe(
  name: string,
  shown: readonly [string, string],
  formula: string | undefined,
  link: string | undefined,
): string {
  return [name, ...shown, formula === undefined ? '' : `=${formula}`, link === undefined ? '' : `>${link}`].join('|');
}

/** Whether SheetJS takes the number in a cell to be shown plain. */
export function plainBySheetJs(bytes: Uint8Array): (sheet: string, cell: string) => boolean {
  const book = read(bytes, { cellNF: true });
  return (sheet, cell) => isPlain(String((book.Sheets[sheet]?.[cell] as CellObject | undefined)?.z ?? ''));
}

/** What SheetJS would read: it gives the formula of an array only to its first cell, and takes the bytes of properties for Latin-1. */
export function asBySheetJs(common: Common): Common {
  const withoutArray = (cell: string): string => cell.replace(/^(D4\|[^|]*\|[^|]*\|)=F1:F2/, '$1');
  const latin1 = (text: string): string => Buffer.from(text).toString('latin1');
  return {
    ...common,
    sheets: common.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map(withoutArray) })),
    properties: Object.fromEntries(Object.entries(common.properties).map(([name, value]) => [name, latin1(value)])),
  };
}
