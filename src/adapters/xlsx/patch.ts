import type { CellPatch } from '../../domain/workbook/sheet-content.ts';
import { COLUMNS, ROWS } from './content/cell-reference.ts';
import { readWorkbookPart, relatedPart, type WorkbookPart } from './content/workbook-part.ts';
import type { ReadOptions } from './options.ts';
import { dropPart } from './package/drop-part.ts';
import { OpcPackage } from './package/opc-package.ts';
import { patchSheet, type CellTexts } from './patch-sheet.ts';
import { encodeXml } from './xml/xml-encoding.ts';
import { repackZip } from './zip/repack.ts';

/** UTF-16 units that a cell holds at most. */
const MAX_TEXT = 32_767;

/**
 * A workbook with new texts in some cells. Only the parts of their sheets change, and in these only the cells; where a
 * formula gives way, the calculation chain goes too, which Excel makes anew. Of two patches of a cell the last counts.
 * @throws {UnreadableWorkbook}
 * @throws {RangeError} for a sheet that is not there or has no cells, a cell outside of it, a text that is too long, and a cell in an array formula.
 */
export function patchWorkbook(bytes: Uint8Array, patches: readonly CellPatch[], options: ReadOptions): Uint8Array {
  const file = new OpcPackage(bytes, options);
  const workbook = readWorkbookPart(file);
  const changes = new Map<string, Uint8Array | undefined>();
  let formulaGone = false;
  for (const [part, texts] of groupByPart(workbook, patches)) {
    const before = file.text(part);
    const patched = patchSheet(part, before.text, texts, options.limits);
    formulaGone ||= patched.formulaGone;
    if (patched.xml !== before.text)
      changes.set(file.entryName(part) ?? part, encodeXml({ ...before, text: patched.xml }));
  }
  const chain = formulaGone ? relatedPart(workbook, 'calcChain') : undefined;
  if (chain !== undefined) {
    for (const [name, content] of dropPart(file, workbook.part, chain)) changes.set(name, content);
  }
  return changes.size === 0 ? bytes : repackZip(file.archive, changes, options);
}

function groupByPart(workbook: WorkbookPart, patches: readonly CellPatch[]): ReadonlyMap<string, CellTexts> {
  const parts = new Map<string, Map<number, string>>();
  for (const { sheet, row, column, text } of patches) {
    const part = workbook.sheets.find(({ name }) => name === sheet)?.part;
    if (part === undefined) throw new RangeError(`no worksheet ${JSON.stringify(sheet)}`);
    if (!isIndex(row, ROWS) || !isIndex(column, COLUMNS))
      throw new RangeError(`no cell in row ${row}, column ${column}`);
    if (text.length > MAX_TEXT) throw new RangeError(`text of ${text.length} characters`);
    parts.set(part, (parts.get(part) ?? new Map<number, string>()).set(row * COLUMNS + column, text));
  }
  return parts;
}

function isIndex(value: number, size: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < size;
}
