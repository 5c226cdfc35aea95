import type { CellPatch, RefusedPatch } from '../../../domain/spreadsheet/content.ts';
import { COLUMNS } from '../../../domain/spreadsheet/limits.ts';
import type { OpcPackage } from '../package/opc-package.ts';
import { SheetLocator } from '../read/sheet-locator.ts';
import { relatedPart, type WorkbookPart } from '../read/workbook-part.ts';
import { wholeNumber } from '../xml/whole-number.ts';
import { columnKey, usedColumnNames } from './column-names.ts';
import { StylesLocator } from './format-editor.ts';
import { headingsOf, type TableHeadings } from './table-headings.ts';

/** The patches of a workbook that would harm it or cannot be written, each with the reason. */
export function refusedPatches(
  file: OpcPackage,
  workbook: WorkbookPart,
  patches: readonly CellPatch[],
): readonly RefusedPatch[] {
  let used: ReadonlySet<string> | undefined;
  const isUsed = (name: string): boolean => (used ??= usedColumnNames(file)).has(columnKey(name));
  const formats = countFormats(file, workbook);
  return workbook.sheets.flatMap(({ name, part }) => {
    const own = patches.filter(({ sheet }) => sheet === name);
    if (part === undefined || own.length === 0) return [];
    return [
      ...headingsOf(file, part).flatMap((table) => refusedHeadings(table, own, isUsed)),
      ...refusedFormats(file, part, own, formats),
    ];
  });
}

function refusedHeadings(
  { cellIndex, names }: TableHeadings,
  patches: readonly CellPatch[],
  isUsed: (name: string) => boolean,
): readonly RefusedPatch[] {
  const refused = new Map<CellPatch, RefusedPatch['reason']>();
  const renamed = patches.flatMap((patch) => {
    const index = patch.row * COLUMNS + patch.column - cellIndex;
    const before = names[index];
    return 'text' in patch && before !== undefined && patch.text !== before ? [{ patch, index, before }] : [];
  });
  for (const { patch, before } of renamed) if (isUsed(before)) refused.set(patch, 'used-heading');
  // A heading that stays may be the name that another one was to have.
  for (let before = -1; before < refused.size;) {
    before = refused.size;
    const now = [...names];
    for (const { patch, index } of renamed) if (!refused.has(patch)) now[index] = patch.text;
    for (const { patch } of renamed) {
      const isTwice = now.filter((name) => name.toLowerCase() === patch.text.toLowerCase()).length > 1;
      if (!refused.has(patch) && (patch.text === '' || isTwice)) refused.set(patch, 'same-heading');
    }
  }
  return [...refused].map(([patch, reason]) => ({ patch, reason }));
}

/** Number of cell formats of the workbook. */
function countFormats(file: OpcPackage, workbook: WorkbookPart): number {
  const part = relatedPart(workbook, 'styles');
  if (part === undefined || file.entryName(part) === undefined) return 0;
  return file.read(part, 'styleSheet', () => new StylesLocator()).formats.length;
}

/** A cell whose own format is missing cannot have one that differs from it only in its numbers. */
function refusedFormats(
  file: OpcPackage,
  part: string,
  patches: readonly CellPatch[],
  formats: number,
): readonly RefusedPatch[] {
  const wanted = patches.filter((patch) => 'format' in patch);
  if (wanted.length === 0) return [];
  const rows = new Set(wanted.map(({ row }) => row));
  const located = file.read(part, 'worksheet', () => new SheetLocator(part, rows));
  const styles = new Map(
    located.rows.flatMap(({ cells }) => cells.map(({ cellIndex, style }) => [cellIndex, wholeNumber(style) ?? 0])),
  );
  return wanted
    .filter(({ row, column }) => (styles.get(row * COLUMNS + column) ?? 0) >= formats)
    .map((patch) => ({ patch, reason: 'no-such-format' }));
}
