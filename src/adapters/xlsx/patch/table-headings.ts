import { COLUMNS } from '../../../domain/spreadsheet/limits.ts';
import { cellRange } from '../../../domain/spreadsheet/cell-reference.ts';
import type { OpcPackage } from '../package/opc-package.ts';
import { applyEdits, type Edit } from '../../../domain/text/edits.ts';
import { unescapeXstring } from '../xml/spreadsheet-escapes.ts';
import { withAttribute } from '../xml/start-tag.ts';
import { encodeXml } from '../xml/xml-encoding.ts';
import { columnKey, usedColumnNames } from './column-names.ts';
import type { XmlAttributes, XmlHandler } from '../xml/xml-events.ts';

/** The headings of a table, from left to right. */
export interface TableHeadings {
  readonly part: string;
  /** Cell index of the first heading (`row * COLUMNS + column`). */
  readonly cellIndex: number;
  readonly names: readonly string[];
}

interface LocatedHeadings extends TableHeadings {
  /** Locations of the start tags of its columns. */
  readonly tags: readonly { readonly start: number; readonly end: number }[];
}

/** The headings of the tables of a sheet that have headings. */
export function headingsOf(file: OpcPackage, sheetPart: string): readonly LocatedHeadings[] {
  return file.relationships(sheetPart).flatMap(({ type, target: part, external }) => {
    if (type !== 'table' || external || file.entryName(part) === undefined) return [];
    const { columns, cellIndex } = file.read(part, 'table', () => new TableLocator());
    return cellIndex === undefined ? [] : [{ part, cellIndex, names: columns.map(({ name }) => name), tags: columns }];
  });
}

/**
 * The table parts that change with the texts of a sheet: a heading's text must equal its column's name, or Excel
 * reports a damaged file (ISO/IEC 29500-1, 18.5.1.3).
 * @throws {RangeError} for a heading that is empty, duplicate, or used in a formula, a defined name or a pivot table
 */
export function renameHeadings(
  file: OpcPackage,
  sheetPart: string,
  texts: ReadonlyMap<number, string>,
): ReadonlyMap<string, Uint8Array> {
  const changes = new Map<string, Uint8Array>();
  for (const { part, cellIndex, names, tags } of headingsOf(file, sheetPart)) {
    const renamed = tags.flatMap((tag, index) => {
      const text = texts.get(cellIndex + index);
      return text === undefined || text === names[index] ? [] : [{ ...tag, name: names[index] ?? '', text }];
    });
    if (renamed.length === 0) continue;
    checkNames(names.map((name, index) => texts.get(cellIndex + index) ?? name));
    const used = usedColumnNames(file);
    for (const { name } of renamed) {
      if (used.has(columnKey(name))) throw new RangeError(`${JSON.stringify(name)} is a heading that is referred to`);
    }
    const before = file.text(part);
    const edits = renamed.map(({ start, end, text }): Edit => {
      return { start, end, text: withAttribute(before.text.slice(start, end), 'name', escapeName(text)) };
    });
    changes.set(file.entryName(part) ?? part, encodeXml({ ...before, text: applyEdits(before.text, edits) }));
  }
  return changes;
}

function checkNames(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    const key = name.toLowerCase();
    if (name === '' || seen.has(key)) throw new RangeError(`heading ${JSON.stringify(name)} of a table`);
    seen.add(key);
  }
}

/** Escapes a name for an attribute of type ST_Xstring, in which line ends are escaped too. */
function escapeName(text: string): string {
  return text
    .replace(/_(?=x[\da-fA-F]{4}_)/g, '_x005F_')
    .replace(/[\p{Cc}\p{Surrogate}\ufffe\uffff]/gu, (unit) => `_x${unit.charCodeAt(0).toString(16).padStart(4, '0')}_`);
}

/** Locates the columns of a table part. */
class TableLocator implements XmlHandler {
  /** Names of the columns and locations of their start tags. */
  readonly columns: { readonly name: string; readonly start: number; readonly end: number }[] = [];
  /** Cell index of the first heading (`row * COLUMNS + column`); undefined for a table without headings. */
  cellIndex: number | undefined;

  open(name: string, attributes: XmlAttributes, start: number, end: number): void {
    if (name === 'table') {
      const range = cellRange(attributes.get('ref') ?? '');
      if (range !== undefined && attributes.get('headerRowCount') !== '0')
        this.cellIndex = range.top * COLUMNS + range.left;
    } else if (name === 'tableColumn') {
      this.columns.push({ name: unescapeXstring(attributes.get('name') ?? ''), start, end });
    }
  }

  text(): void {
    // Only start tags matter.
  }

  close(): void {
    // Only start tags matter.
  }
}
