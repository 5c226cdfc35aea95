import { COLUMNS } from '../../../domain/spreadsheet/limits.ts';
import { cellName } from '../../../domain/spreadsheet/address.ts';
import type { CellRange } from '../../../domain/spreadsheet/content.ts';

import { richTextXml, type RichText } from '../read/rich-text.ts';
import { SheetLocator, type Extent, type LocatedCell, type LocatedRow } from '../read/sheet-locator.ts';
import { damaged } from '../faults.ts';
import type { ReadLimits } from '../limits.ts';
import { applyEdits, type Edit } from '../../../domain/text/edits.ts';
import { readXml } from '../xml/read-xml.ts';
import { escapeXstring } from '../xml/spreadsheet-escapes.ts';
import { withAttribute } from '../xml/start-tag.ts';
import { wholeNumber } from '../xml/whole-number.ts';

/** A patched worksheet part. */
export interface PatchedSheet {
  readonly xml: string;
  /** True if a text replaced a formula. */
  readonly formulaGone: boolean;
}

/** The changes of one cell; see {@link TextPatch} and {@link FormatPatch}. */
export interface CellChange {
  readonly text?: string;
  readonly keepRuns?: boolean;
  readonly format?: string;
  readonly builtIn?: number;
}

/** Changes of cells by index (`row * COLUMNS + column`). */
export type CellChanges = ReadonlyMap<number, CellChange>;

/** The shared strings and styles that cells refer to. */
export interface PatchContext {
  readonly limits: ReadLimits;
  /** The shared string at an index if it is rich text. */
  readonly richString: (index: number) => RichText | undefined;
  /** Index of the cell format that equals another one but for its number format. */
  readonly styleWith: (style: number, format: string, builtIn: number | undefined) => number;
}

/** The worksheet part to write into. */
interface Target {
  readonly xml: string;
  readonly sheet: SheetLocator;
  readonly context: PatchContext;
  /** Namespace prefix of the part's elements with its colon; usually empty. */
  readonly prefix: string;
}

/**
 * Patches cells of a worksheet part; an empty text clears the cell. Cells keep their formats, and a new cell takes the
 * format of its row or column; the rest of the part stays as it is. If a text replaces the formula that other cells
 * share, they get it written out.
 * @throws {UnreadableWorkbook}
 * @throws {RangeError} for a text inside an array formula, which Excel does not allow either, and for a text that does
 * not fit its runs
 */
export function patchSheet(part: string, xml: string, changes: CellChanges, context: PatchContext): PatchedSheet {
  const rows = groupByRow(changes);
  const sheet = readXml(part, xml, 'worksheet', context.limits, () => new SheetLocator(part, new Set(rows.keys())));
  if (sheet.data === undefined) throw damaged(part, 'xml', 'no sheetData');
  const texts = new Set([...changes].flatMap(([cellIndex, { text }]) => (text === undefined ? [] : [cellIndex])));
  refuseArrays(sheet.arrays, texts);
  const target = { xml, sheet, context, prefix: /^<([^\s/>]*:)?/.exec(xml.slice(sheet.data.start))?.[1] ?? '' };
  const found = new Map(sheet.rows.map((row) => [row.row, row]));
  const edits = [...rows].flatMap(([row, cells]) => {
    const located = found.get(row);
    return located === undefined ? [] : patchRow(target, located, cells);
  });
  const missing = new Map([...rows].filter(([row]) => !found.has(row)));
  edits.push(...addRows(target, sheet.data, missing), ...writeOutShared(target, texts));
  const patched = sheet.rows.flatMap(({ cells }) => cells).filter(({ cellIndex }) => texts.has(cellIndex));
  return { xml: applyEdits(xml, edits), formulaGone: patched.some(({ hasFormula }) => hasFormula) };
}

/** Groups changes by row, sorted by row and column. */
function groupByRow(changes: CellChanges): ReadonlyMap<number, CellChanges> {
  const rows = new Map<number, Map<number, CellChange>>();
  for (const [cellIndex, change] of [...changes].toSorted(([a], [b]) => a - b)) {
    const row = Math.floor(cellIndex / COLUMNS);
    rows.set(row, (rows.get(row) ?? new Map<number, CellChange>()).set(cellIndex, change));
  }
  return rows;
}

function refuseArrays(arrays: readonly CellRange[], texts: ReadonlySet<number>): void {
  for (const { top, left, bottom, right } of arrays) {
    for (const cellIndex of texts) {
      const [row, column] = [Math.floor(cellIndex / COLUMNS), cellIndex % COLUMNS];
      if (row >= top && row <= bottom && column >= left && column <= right) {
        throw new RangeError(
          `${cellName({ row, column })} is part of the array formula in ${cellName({ row: top, column: left })}`,
        );
      }
    }
  }
}

function patchRow(target: Target, row: LocatedRow, changes: CellChanges): Edit[] {
  const cells = new Map(row.cells.map((cell) => [cell.cellIndex, cell]));
  const edits: Edit[] = [];
  let atEnd = '';
  for (const [cellIndex, change] of changes) {
    const cell = cells.get(cellIndex);
    if (cell !== undefined) edits.push(patchCell(target, cell, change));
    else {
      const next = row.cells.find((other) => other.cellIndex > cellIndex);
      const added = newCell(target, cellIndex, change, row.style);
      if (next === undefined) atEnd += added;
      else edits.push({ start: next.start, end: next.start, text: added });
    }
  }
  if (atEnd !== '') edits.push(append(target, row, 'row', atEnd));
  return edits;
}

function addRows(target: Target, data: Extent, rows: ReadonlyMap<number, CellChanges>): Edit[] {
  const edits: Edit[] = [];
  let atEnd = '';
  for (const [row, changes] of rows) {
    const cells = [...changes].map(([cellIndex, change]) => newCell(target, cellIndex, change, undefined)).join('');
    if (cells === '') continue;
    const added = `<${target.prefix}row r="${row + 1}">${cells}</${target.prefix}row>`;
    const next = target.sheet.rows.find((other) => other.row > row);
    if (next === undefined) atEnd += added;
    else edits.push({ start: next.start, end: next.start, text: added });
  }
  if (atEnd !== '') edits.push(append(target, data, 'sheetData', atEnd));
  return edits;
}

/** Appends content to an element, and adds an end tag if the element was self-closing. */
function append({ prefix }: Target, { openEnd, closeStart, end }: Extent, name: string, content: string): Edit {
  if (closeStart < end) return { start: closeStart, end: closeStart, text: content };
  return { start: openEnd - 2, end: openEnd, text: `>${content}</${prefix}${name}>` };
}

/** The edit of an existing cell; without a new text only its start tag changes. */
function patchCell(target: Target, cell: LocatedCell, change: CellChange): Edit {
  const { text, keepRuns } = change;
  const { start, openEnd, end, sharedString } = cell;
  const style = styleFor(target, cell.style, change);
  const restyled = (tag: string): string => (style === cell.style ? tag : withAttribute(tag, 's', style ?? '0'));
  if (text === undefined) return { start, end: openEnd, text: restyled(target.xml.slice(start, openEnd)) };
  const shared = sharedString === undefined ? undefined : target.context.richString(sharedString);
  const rich = keepRuns === true && text !== '' ? (cell.rich ?? shared) : undefined;
  return {
    start,
    end,
    text: cellXml(target, restyled(`${preservedAttributes(target, cell)}>`).slice(0, -1), text, rich),
  };
}

/** The XML of a new cell; empty if it has neither text nor format. */
function newCell(target: Target, cellIndex: number, change: CellChange, rowStyle: string | undefined): string {
  const { text = '', format } = change;
  if (text === '' && format === undefined) return '';
  const [row, column] = [Math.floor(cellIndex / COLUMNS), cellIndex % COLUMNS];
  const columnStyle = target.sheet.columnStyles.find(({ first, last }) => column >= first && column <= last)?.style;
  const style = styleFor(target, rowStyle ?? columnStyle, change);
  return cellXml(target, ` r="${cellName({ row, column })}"${style === undefined ? '' : ` s="${style}"`}`, text);
}

/** Index of a cell's format, with another number format on request. */
function styleFor({ context }: Target, style: string | undefined, { format, builtIn }: CellChange): string | undefined {
  if (format === undefined) return style;
  const before = wholeNumber(style) ?? 0;
  const after = context.styleWith(before, format, builtIn);
  return after === before ? style : String(after);
}

/** The XML of a cell with an inline string; shared strings stay unchanged, because other cells use them. */
function cellXml({ prefix }: Target, attributes: string, text: string, rich?: RichText): string {
  const c = `${prefix}c`;
  if (text === '') return `<${c}${attributes}/>`;
  const content =
    rich === undefined
      ? `<${prefix}t xml:space="preserve">${escapeXstring(text)}</${prefix}t>`
      : richTextXml(rich, text, prefix);
  return `<${c}${attributes} t="inlineStr"><${prefix}is>${content}</${prefix}is></${c}>`;
}

/** The attributes of a cell as written, without its type and the metadata of its old value. */
function preservedAttributes({ xml }: Target, { start, openEnd }: LocatedCell): string {
  const attributes = xml.slice(start, openEnd).matchAll(/\s+([^\s=]+)\s*=\s*(?:"[^"]*"|'[^']*')/g);
  return [...attributes].map(([raw, name = '']) => (['t', 'cm', 'vm'].includes(name) ? '' : raw)).join('');
}

/** Writes out formulas for the cells that shared the formula of a cell which is a text now. */
function writeOutShared({ sheet, prefix }: Target, texts: ReadonlySet<number>): Edit[] {
  return sheet.shared
    .filter(({ formula }) => texts.has(formula.cellIndex))
    .flatMap(({ formula, followers }) =>
      followers
        .filter(({ cellIndex }) => !texts.has(cellIndex))
        .map(({ cellIndex, start, end }) => {
          const text = escapeXstring(formula.at(cellIndex));
          return { start, end, text: `<${prefix}f>${text}</${prefix}f>` };
        }),
    );
}
