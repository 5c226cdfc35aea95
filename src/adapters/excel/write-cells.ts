import { cellName } from '../../domain/workbook/address.ts';
import type { CellPatch, TextPatch } from '../../domain/workbook/sheet-content.ts';
import { HostFault } from '../../usecases/ports.ts';
import { blocksOf, requestsOf, type CellBlock } from './cell-blocks.ts';
import { changeSheets } from './change-sheets.ts';
import { guarded } from './guarded.ts';
import type { KnownSheet, KnownSheets } from './known-sheets.ts';
import { REQUEST_BYTES } from './limits.ts';
import type { RunExcel } from './run-excel.ts';

/**
 * Writes number formats and texts, and reads each text back in the same round trip; several of them only where the texts are
 * too large for one. A text of which Excel kept the guard is written once more without it. One of which it made something else
 * gives way to what was in the cell before. Protection is lifted only where it is in the way.
 * @throws {RangeError} see {@link blocksOf}
 */
export async function writeCells(run: RunExcel, known: KnownSheets, patches: readonly CellPatch[]): Promise<void> {
  for (const blocks of requestsOf(blocksOf(patches), REQUEST_BYTES)) {
    const differing = await writeBlocks(run, known, blocks, guarded);
    if (differing.length === 0) continue;
    const unguarded = differing.filter(({ after, patch }) => after === `'${patch.text}`);
    const again = blocksOf(unguarded.map(({ patch }) => patch));
    const hopeless = [
      ...differing.filter((cell) => !unguarded.includes(cell)),
      ...(again.length === 0 ? [] : await writeBlocks(run, known, again, (text) => text)),
    ];
    if (hopeless.length > 0) await restore(run, known, hopeless);
  }
}

/** A cell that does not hold what was written into it. */
interface DifferingCell {
  readonly patch: TextPatch;
  /** As it can be written again. */
  readonly before: string;
  readonly after: unknown;
}

async function writeBlocks(
  run: RunExcel,
  known: KnownSheets,
  blocks: readonly CellBlock[],
  guard: (text: string) => string,
): Promise<readonly DifferingCell[]> {
  const sheets = [...new Set(blocks.map(({ sheet }) => sheet))].map((name) => known.named(name));
  const inTheWay = sheets.filter((sheet) =>
    blocks.some((block) => block.sheet === sheet.name && isProtected(known, sheet, block)),
  );
  const written = await changeSheets(run, inTheWay, ({ workbook }) => {
    // All sheets first: one that has been deleted stops the request before anything is written.
    const proxies = new Map(sheets.map(({ id, name }) => [name, workbook.worksheets.getItem(id)]));
    return blocks.flatMap((block) => {
      const sheet = proxies.get(block.sheet);
      return sheet === undefined ? [] : queueBlock(sheet, block, guard);
    });
  });
  return written.flatMap(({ block, before, after }) => differingCells(block, before, after));
}

function isProtected(known: KnownSheets, sheet: KnownSheet, { kind, row, column, contents }: CellBlock): boolean {
  if (sheet.protection === undefined) return false;
  if (kind === 'format') return sheet.protection.allowFormatCells !== true;
  return contents.some((_, index) => known.isLocked(sheet.id, row + index, column));
}

interface WrittenBlock {
  readonly block: CellBlock;
  readonly before: Excel.Range;
  readonly after: Excel.Range;
}

/** Nothing comes back of formats: Excel may spell them in its own way. */
function queueBlock(sheet: Excel.Worksheet, block: CellBlock, guard: (text: string) => string): WrittenBlock[] {
  const range = (): Excel.Range => sheet.getRangeByIndexes(block.row, block.column, block.contents.length, 1);
  if (block.kind === 'format') {
    range().numberFormat = block.contents.map((format) => [format]);
    return [];
  }
  const before = range().load('values,formulas,valueTypes');
  range().values = block.contents.map((text) => [guard(text)]);
  return [{ block, before, after: range().load('values') }];
}

function differingCells(
  { sheet, row, column, contents }: CellBlock,
  before: Excel.Range,
  after: Excel.Range,
): readonly DifferingCell[] {
  return contents.flatMap((text, index) => {
    const found = (after.values as unknown[][])[index]?.[0];
    if (found === text) return [];
    return [{ patch: { sheet, row: row + index, column, text }, before: writtenAgain(before, index), after: found }];
  });
}

type CellValue = string | number | boolean;

/** What must be written into a cell so that it holds what it held: a formula, a number, or a text as text. */
function writtenAgain({ formulas, values, valueTypes }: Excel.Range, index: number): string {
  const [formula, value] = [formulas, values].map((matrix) => (matrix as CellValue[][])[index]?.[0] ?? '');
  const type = valueTypes[index]?.[0] as string | undefined;
  return type === 'String' && formula === value ? guarded(String(value)) : String(formula);
}

async function restore(run: RunExcel, known: KnownSheets, cells: readonly DifferingCell[]): Promise<never> {
  const patches = cells.map(({ patch, before }) => ({ ...patch, text: before }));
  await writeBlocks(run, known, blocksOf(patches), (text) => text);
  const [first] = cells;
  const place = first === undefined ? '' : `${first.patch.sheet}!${cellName(first.patch.row, first.patch.column)}`;
  throw new HostFault('text-changed', place);
}
