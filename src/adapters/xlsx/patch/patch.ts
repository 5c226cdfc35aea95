import { MAX_CELL_TEXT } from '../../../domain/spreadsheet/limits.ts';
import { COLUMNS, ROWS } from '../../../domain/spreadsheet/limits.ts';
import type { CellPatch } from '../../../domain/spreadsheet/content.ts';

import { FormatEditor, StylesLocator } from './format-editor.ts';
import { RichStringsHandler, type RichText } from '../read/rich-text.ts';
import { refusedPatches } from './refused-patches.ts';
import { renameHeadings } from './table-headings.ts';
import type { PatchedSome } from '../../../usecases/ports/workbook-codec.ts';
import { readWorkbookPart, relatedPart, type WorkbookPart } from '../read/workbook-part.ts';
import type { ReadOptions } from '../options.ts';
import { dropParts } from '../package/drop-parts.ts';
import { OpcPackage } from '../package/opc-package.ts';
import { stampSaved } from './stamp-saved.ts';
import { patchSheet, type CellChange, type CellChanges } from './patch-sheet.ts';
import { encodeXml } from '../xml/xml-encoding.ts';
import { repackZip } from '../zip/repack.ts';

/**
 * A workbook with some cells changed. Only the parts of their sheets change, and in these only the cells; a new number
 * format is added to the styles, a table's column takes the name of its heading; where a formula gives way, the
 * calculation chain goes too, which Excel makes anew. Of two patches of a kind for a cell the last counts. The core
 * properties say that the workbook was saved at `savedAt`, an ISO 8601 instant, if that is given.
 * @throws {UnreadableWorkbook}
 * @throws {RangeError} for a sheet that does not exist or has no cells, a cell outside of it, a text that is too long or
 *   does not fit its runs, a cell in an array formula, a heading that its table cannot have, and a format where the workbook has no styles.
 */
export function patchWorkbook(
  bytes: Uint8Array,
  patches: readonly CellPatch[],
  options: ReadOptions,
  savedAt?: string,
): Uint8Array {
  const file = new OpcPackage(bytes, options);
  const workbook = readWorkbookPart(file);
  const styles = new LazyStyles(file, workbook);
  const context = {
    limits: options.limits,
    richString: richStrings(file, workbook),
    styleWith: (style: number, format: string, builtIn: number | undefined): number =>
      styles.editor.withNumberFormat(style, format, builtIn),
  };
  const changes = new Map<string, Uint8Array | undefined>();
  let formulaGone = false;
  for (const [part, cells] of groupByPart(workbook, patches)) {
    const before = file.text(part);
    const patched = patchSheet(part, before.text, cells, context);
    formulaGone ||= patched.formulaGone;
    if (patched.xml !== before.text)
      changes.set(file.entryName(part) ?? part, encodeXml({ ...before, text: patched.xml }));
    const texts = new Map(
      [...cells].flatMap(([cellIndex, { text }]) => (text === undefined ? [] : [[cellIndex, text]])),
    );
    for (const [name, content] of renameHeadings(file, part, texts)) changes.set(name, content);
  }
  for (const [name, content] of styles.changes()) changes.set(name, content);
  const chain = formulaGone ? relatedPart(workbook, 'calcChain') : undefined;
  if (chain !== undefined) {
    for (const [name, content] of dropParts(file, workbook.part, [chain])) changes.set(name, content);
  }
  if (changes.size === 0) return bytes;
  if (savedAt !== undefined) {
    for (const [name, content] of stampSaved(file, savedAt)) changes.set(name, content);
  }
  return repackZip(file.archive, changes, options);
}

/**
 * As {@link patchWorkbook}, but a cell that cannot be changed or whose change would harm the workbook is left alone.
 * @throws {UnreadableWorkbook} and {@link RangeError} as there, for what is no fault of single cells
 */
export function patchSome(
  bytes: Uint8Array,
  patches: readonly CellPatch[],
  options: ReadOptions,
  savedAt?: string,
): PatchedSome {
  try {
    return { bytes: patchWorkbook(bytes, patches, options, savedAt), refused: [] };
  } catch (error) {
    const file = new OpcPackage(bytes, options);
    const refused = refusedPatches(file, readWorkbookPart(file), patches);
    if (refused.length === 0) throw error;
    const left = new Set(refused.map(({ patch }) => patch));
    const rest = patches.filter((patch) => !left.has(patch));
    return { bytes: patchWorkbook(bytes, rest, options, savedAt), refused };
  }
}

/** Looks up rich text in the shared strings, which are read only when first needed. */
function richStrings(file: OpcPackage, workbook: WorkbookPart): (index: number) => RichText | undefined {
  let strings: ReadonlyMap<number, RichText> | undefined;
  return (index) => {
    const part = relatedPart(workbook, 'sharedStrings');
    strings ??= part === undefined ? new Map() : file.read(part, 'sst', () => new RichStringsHandler()).strings;
    return strings.get(index);
  };
}

/** The styles of a workbook, which are read only when a number format changes. */
class LazyStyles {
  readonly #file: OpcPackage;
  readonly #part: string | undefined;
  #editor: FormatEditor | undefined;

  constructor(file: OpcPackage, workbook: WorkbookPart) {
    this.#file = file;
    this.#part = relatedPart(workbook, 'styles');
  }

  get editor(): FormatEditor {
    const part = this.#part;
    if (part === undefined) throw new RangeError('the workbook has no styles');
    this.#editor ??= new FormatEditor(
      part,
      this.#file.text(part).text,
      this.#file.read(part, 'styleSheet', () => new StylesLocator()),
    );
    return this.#editor;
  }

  /** The changed entry of the styles; empty if nothing was added. */
  changes(): readonly (readonly [name: string, content: Uint8Array])[] {
    const part = this.#part;
    if (part === undefined || this.#editor === undefined) return [];
    const before = this.#file.text(part);
    const { xml } = this.#editor;
    return xml === before.text ? [] : [[this.#file.entryName(part) ?? part, encodeXml({ ...before, text: xml })]];
  }
}

function groupByPart(workbook: WorkbookPart, patches: readonly CellPatch[]): ReadonlyMap<string, CellChanges> {
  const parts = new Map<string, Map<number, CellChange>>();
  for (const { sheet, row, column, ...change } of patches) {
    const part = workbook.sheets.find(({ name }) => name === sheet)?.part;
    if (part === undefined) throw new RangeError(`no worksheet ${JSON.stringify(sheet)}`);
    if (!isIndex(row, ROWS) || !isIndex(column, COLUMNS))
      throw new RangeError(`no cell in row ${row}, column ${column}`);
    if ('text' in change && change.text.length > MAX_CELL_TEXT)
      throw new RangeError(`text of ${change.text.length} characters`);
    const cells = parts.get(part) ?? new Map<number, CellChange>();
    const cellIndex = row * COLUMNS + column;
    // A patch without runs does not preserve the runs of an earlier patch of the cell.
    const runs = 'text' in change ? { keepRuns: change.keepRuns ?? false } : {};
    parts.set(part, cells.set(cellIndex, { ...cells.get(cellIndex), ...change, ...runs }));
  }
  return parts;
}

function isIndex(value: number, size: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < size;
}
