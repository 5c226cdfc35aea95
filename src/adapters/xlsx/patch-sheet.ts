import { cellName } from '../../domain/workbook/address.ts';
import type { CellRange } from '../../domain/workbook/sheet-content.ts';
import { COLUMNS } from './content/cell-reference.ts';
import { SheetLocator, type Extent, type LocatedCell, type LocatedRow } from './content/sheet-locator.ts';
import { damaged } from './faults.ts';
import type { ReadLimits } from './limits.ts';
import { applyEdits, type Edit } from './xml/edits.ts';
import { readXml } from './xml/read-xml.ts';
import { escapeXstring } from './xml/spreadsheet-escapes.ts';

/** A worksheet part with texts put in. */
export interface PatchedSheet {
  readonly xml: string;
  /** True where a formula had to give way. */
  readonly formulaGone: boolean;
}

/** New texts of cells by their places (`row * COLUMNS + column`). */
export type CellTexts = ReadonlyMap<number, string>;

/** What writing into a worksheet part needs to know. */
interface Target {
  readonly xml: string;
  readonly sheet: SheetLocator;
  /** Prefix of the part's elements, with its colon; empty with most writers. */
  readonly prefix: string;
}

/**
 * Puts texts into cells of a worksheet part; an empty text empties the cell. Cells keep their formats, one that was not
 * there takes its row's or column's; the rest of the part stays as it is. Where a formula gives way whose text others
 * share, these get it written out.
 * @throws {UnreadableWorkbook}
 * @throws {RangeError} for a cell in the midst of an array formula, which Excel does not change either.
 */
export function patchSheet(part: string, xml: string, texts: CellTexts, limits: ReadLimits): PatchedSheet {
  const rows = groupByRow(texts);
  const sheet = readXml(part, xml, 'worksheet', limits, () => new SheetLocator(part, new Set(rows.keys())));
  if (sheet.data === undefined) throw damaged(part, 'xml', 'no sheetData');
  refuseArrays(sheet.arrays, texts);
  const target = { xml, sheet, prefix: /^<([^\s/>]*:)?/.exec(xml.slice(sheet.data.start))?.[1] ?? '' };
  const found = new Map(sheet.rows.map((row) => [row.row, row]));
  const edits = [...rows].flatMap(([row, cells]) => {
    const located = found.get(row);
    return located === undefined ? [] : patchRow(target, located, cells);
  });
  const missing = new Map([...rows].filter(([row]) => !found.has(row)));
  edits.push(...addRows(target, sheet.data, missing), ...writeOutShared(target, texts));
  const patched = sheet.rows.flatMap(({ cells }) => cells).filter(({ place }) => texts.has(place));
  return { xml: applyEdits(xml, edits), formulaGone: patched.some(({ hasFormula }) => hasFormula) };
}

/** Rows from top to bottom, their cells from left to right. */
function groupByRow(texts: CellTexts): ReadonlyMap<number, CellTexts> {
  const rows = new Map<number, Map<number, string>>();
  for (const [place, text] of [...texts].toSorted(([a], [b]) => a - b)) {
    const row = Math.floor(place / COLUMNS);
    rows.set(row, (rows.get(row) ?? new Map<number, string>()).set(place, text));
  }
  return rows;
}

function refuseArrays(arrays: readonly CellRange[], texts: CellTexts): void {
  for (const { top, left, bottom, right } of arrays) {
    for (const place of texts.keys()) {
      const [row, column] = [Math.floor(place / COLUMNS), place % COLUMNS];
      if (row >= top && row <= bottom && column >= left && column <= right) {
        throw new RangeError(`${cellName(row, column)} is part of the array formula in ${cellName(top, left)}`);
      }
    }
  }
}

function patchRow(target: Target, row: LocatedRow, texts: CellTexts): Edit[] {
  const cells = new Map(row.cells.map((cell) => [cell.place, cell]));
  const edits: Edit[] = [];
  let atEnd = '';
  for (const [place, text] of texts) {
    const cell = cells.get(place);
    if (cell !== undefined) {
      edits.push({ start: cell.start, end: cell.end, text: cellXml(target, keptAttributes(target, cell), text) });
    } else {
      const next = row.cells.find((other) => other.place > place);
      const added = newCell(target, place, text, row.style);
      if (next === undefined) atEnd += added;
      else edits.push({ start: next.start, end: next.start, text: added });
    }
  }
  if (atEnd !== '') edits.push(append(target, row, 'row', atEnd));
  return edits;
}

function addRows(target: Target, data: Extent, rows: ReadonlyMap<number, CellTexts>): Edit[] {
  const edits: Edit[] = [];
  let atEnd = '';
  for (const [row, texts] of rows) {
    const cells = [...texts].map(([place, text]) => newCell(target, place, text, undefined)).join('');
    if (cells === '') continue;
    const added = `<${target.prefix}row r="${row + 1}">${cells}</${target.prefix}row>`;
    const next = target.sheet.rows.find((other) => other.row > row);
    if (next === undefined) atEnd += added;
    else edits.push({ start: next.start, end: next.start, text: added });
  }
  if (atEnd !== '') edits.push(append(target, data, 'sheetData', atEnd));
  return edits;
}

/** Puts content at the end of an element, which is given an end tag where it was closed in its start tag. */
function append({ prefix }: Target, { openEnd, closeStart, end }: Extent, name: string, content: string): Edit {
  if (closeStart < end) return { start: closeStart, end: closeStart, text: content };
  return { start: openEnd - 2, end: openEnd, text: `>${content}</${prefix}${name}>` };
}

/** A cell that was not there; nothing where it has no text. */
function newCell(target: Target, place: number, text: string, rowStyle: string | undefined): string {
  if (text === '') return '';
  const [row, column] = [Math.floor(place / COLUMNS), place % COLUMNS];
  const columnStyle = target.sheet.columnStyles.find(({ first, last }) => column >= first && column <= last)?.style;
  const style = rowStyle ?? columnStyle;
  return cellXml(target, ` r="${cellName(row, column)}"${style === undefined ? '' : ` s="${style}"`}`, text);
}

/** A cell as an inline string: the shared strings, which other cells use, stay as they are. */
function cellXml({ prefix }: Target, attributes: string, text: string): string {
  const c = `${prefix}c`;
  if (text === '') return `<${c}${attributes}/>`;
  const content = `<${prefix}is><${prefix}t xml:space="preserve">${escapeXstring(text)}</${prefix}t></${prefix}is>`;
  return `<${c}${attributes} t="inlineStr">${content}</${c}>`;
}

/** The attributes of a cell as they are written, but for its type and for metadata of its old value. */
function keptAttributes({ xml }: Target, { start, openEnd }: LocatedCell): string {
  const attributes = xml.slice(start, openEnd).matchAll(/\s+([^\s=]+)\s*=\s*(?:"[^"]*"|'[^']*')/g);
  return [...attributes].map(([raw, name = '']) => (['t', 'cm', 'vm'].includes(name) ? '' : raw)).join('');
}

/** Formulas for the cells that took theirs from a cell which is now a text. */
function writeOutShared({ sheet, prefix }: Target, texts: CellTexts): Edit[] {
  return sheet.shared
    .filter(({ formula }) => texts.has(formula.place))
    .flatMap(({ formula, followers }) =>
      followers
        .filter(({ place }) => !texts.has(place))
        .map(({ place, start, end }) => {
          const text = escapeXstring(formula.at(place));
          return { start, end, text: `<${prefix}f>${text}</${prefix}f>` };
        }),
    );
}
