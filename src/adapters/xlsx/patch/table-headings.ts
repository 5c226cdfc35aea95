import { COLUMNS } from '../../../domain/spreadsheet/limits.ts';
import { cellRange } from '../read/cell-reference.ts';
import type { OpcPackage } from '../package/opc-package.ts';
import { applyEdits, type Edit } from '../../../domain/text/edits.ts';
import { unescapeXstring } from '../xml/spreadsheet-escapes.ts';
import { withAttribute } from '../xml/start-tag.ts';
import { encodeXml } from '../xml/xml-encoding.ts';
import type { XmlAttributes, XmlHandler } from '../xml/xml-events.ts';

/**
 * The table parts that change with the texts of a sheet: a heading's text must equal its column's name, or Excel
 * reports a damaged file (ISO/IEC 29500-1, 18.5.1.3).
 * @throws {RangeError} for a heading that is empty, duplicate, or used in a formula
 */
export function renameHeadings(
  file: OpcPackage,
  sheetPart: string,
  texts: ReadonlyMap<number, string>,
  sheetParts: readonly string[],
): ReadonlyMap<string, Uint8Array> {
  const changes = new Map<string, Uint8Array>();
  for (const { type, target, external } of file.relationships(sheetPart)) {
    const entry = file.entryName(target);
    if (type !== 'table' || external || entry === undefined) continue;
    const { columns, cellIndex } = file.read(target, 'table', () => new TableLocator());
    if (cellIndex === undefined) continue;
    const renamed = columns.flatMap((column, index) => {
      const text = texts.get(cellIndex + index);
      return text === undefined || text === column.name ? [] : [{ ...column, index, text }];
    });
    if (renamed.length === 0) continue;
    const names = columns.map(({ name }, index) => texts.get(cellIndex + index) ?? name);
    checkNames(names);
    const before = file.text(target);
    for (const { name } of renamed) refuseUsed(file, name, [target, ...sheetParts]);
    const edits = renamed.map(({ start, end, text }): Edit => {
      return { start, end, text: withAttribute(before.text.slice(start, end), 'name', escapeName(text)) };
    });
    changes.set(entry, encodeXml({ ...before, text: applyEdits(before.text, edits) }));
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

/** Formulas refer to table columns in brackets and would have to change with the heading. */
function refuseUsed(file: OpcPackage, name: string, parts: readonly string[]): void {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const formula = new RegExp(`<(?:\\w+:)?(?:f|\\w+Formula)\\b[^>]*>[^<]*[[@]${escaped}\\]`);
  if (parts.some((part) => formula.test(file.text(part).text))) {
    throw new RangeError(`a formula refers to the heading ${JSON.stringify(name)} of a table`);
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
