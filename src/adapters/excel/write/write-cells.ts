import { cellName } from '../../../domain/spreadsheet/address.ts';
import type { CellPatch, TextPatch } from '../../../domain/spreadsheet/content.ts';
import { HostFault } from '../../../usecases/ports/workbook-host.ts';
import { blocksOf, requestsOf, type CellBlock } from './cell-blocks.ts';
import { changeSheets } from './change-sheets.ts';
import { guarded } from './guarded.ts';
import type { KnownSheet, KnownSheets } from '../sheets/known-sheets.ts';
import { REQUEST_BYTES } from '../limits.ts';
import type { RunExcel } from '../run-excel.ts';

/**
 * Writes number formats and texts, and reads each text back in the same round trip; several of them only where the texts are
 * too large for one. A text of which Excel kept the guard is written once more without it. Where Excel makes something else of a
 * text, or a later request fails, all cells get back what was in them. Protection is lifted only where it is in the way.
 * @throws {RangeError} see {@link blocksOf}
 */
export async function writeCells(run: RunExcel, known: KnownSheets, patches: readonly CellPatch[]): Promise<void> {
  const before: CellBlock[] = [];
  try {
    for (const blocks of requestsOf(blocksOf(patches), REQUEST_BYTES)) {
      const written = await writeBlocks(run, known, blocks, guarded);
      before.push(...written.map((block) => block.before));
      await settle(run, known, written.flatMap(differingCells));
    }
  } catch (error) {
    await putBack(run, known, before, error);
    throw error;
  }
}

/** What was written, and how to write again what was there. */
interface WrittenBlock {
  readonly block: CellBlock;
  readonly before: CellBlock;
  /** What the cells hold now; of formats nothing comes back, for Excel may spell them in its own way. */
  readonly after: readonly unknown[];
}

/** A cell that does not hold what was written into it. */
interface DifferingCell {
  readonly patch: TextPatch;
  readonly after: unknown;
}

/** Writes texts without the guard that Excel kept. @throws {HostFault} `text-changed` where it still holds something else */
async function settle(run: RunExcel, known: KnownSheets, differing: readonly DifferingCell[]): Promise<void> {
  const isGuarded = ({ after, patch }: DifferingCell): boolean => after === `'${patch.text}`;
  const hopeless = differing.find((cell) => !isGuarded(cell));
  if (hopeless !== undefined) throw textChanged(hopeless);
  if (differing.length === 0) return;
  const again = await writeBlocks(run, known, blocksOf(differing.map(({ patch }) => patch)), (text) => text);
  const [still] = again.flatMap(differingCells);
  if (still !== undefined) throw textChanged(still);
}

function textChanged({ patch: { sheet, row, column } }: DifferingCell): HostFault {
  return new HostFault('text-changed', `${sheet}!${cellName(row, column)}`);
}

async function putBack(run: RunExcel, known: KnownSheets, blocks: readonly CellBlock[], cause: unknown): Promise<void> {
  // A host that does not answer would only be asked in vain; an undo looks later what is there.
  if (cause instanceof HostFault && ['timed-out', 'session-lost'].includes(cause.reason)) return;
  try {
    for (const request of requestsOf(blocks, REQUEST_BYTES)) await writeBlocks(run, known, request, (text) => text);
  } catch (error) {
    throw new HostFault('failed', 'cells were not put back', { cause: new AggregateError([cause, error]) });
  }
}

async function writeBlocks(
  run: RunExcel,
  known: KnownSheets,
  blocks: readonly CellBlock[],
  guard: (text: string) => string,
): Promise<readonly WrittenBlock[]> {
  const sheets = [...new Set(blocks.map(({ sheet }) => sheet))].map((name) => known.named(name));
  const inTheWay = sheets.filter((sheet) =>
    blocks.some((block) => block.sheet === sheet.name && isProtected(known, sheet, block)),
  );
  for (const { sheet, row, column, contents, kind } of blocks) {
    if (kind === 'format') continue;
    const { id: sheetId } = known.named(sheet);
    known.ownChange({ sheetId, top: row, left: column, bottom: row + contents.length - 1, right: column });
  }
  const queued = await changeSheets(run, inTheWay, ({ workbook }) => {
    // All sheets first: one that has been deleted stops the request before anything is written.
    const proxies = new Map(sheets.map(({ id, name }) => [name, workbook.worksheets.getItem(id)]));
    return blocks.flatMap((block) => {
      const sheet = proxies.get(block.sheet);
      return sheet === undefined ? [] : [queueBlock(sheet, block, guard)];
    });
  });
  return queued.map(writtenBlock);
}

function isProtected(known: KnownSheets, sheet: KnownSheet, { kind, row, column, contents }: CellBlock): boolean {
  if (sheet.protection === undefined) return false;
  if (kind === 'format') return sheet.protection.allowFormatCells !== true;
  return contents.some((_, index) => known.formattingOf(sheet.id, row + index, column)?.unlocked !== true);
}

/** A block of which the cells were asked for before and after it is written. */
interface QueuedBlock {
  readonly block: CellBlock;
  readonly before: Excel.Range;
  readonly after: Excel.Range | undefined;
}

function queueBlock(sheet: Excel.Worksheet, block: CellBlock, guard: (text: string) => string): QueuedBlock {
  const range = (): Excel.Range => sheet.getRangeByIndexes(block.row, block.column, block.contents.length, 1);
  if (block.kind === 'format') {
    const before = range().load('numberFormat');
    range().numberFormat = block.contents.map((format) => [format]);
    return { block, before, after: undefined };
  }
  const before = range().load('values,formulas,valueTypes');
  range().values = block.contents.map((text) => [guard(text)]);
  return { block, before, after: range().load('values') };
}

function writtenBlock({ block, before, after }: QueuedBlock): WrittenBlock {
  const old = (_: string, index: number): string =>
    block.kind === 'format' ? String((before.numberFormat as unknown[][])[index]?.[0]) : writtenAgain(before, index);
  return {
    block,
    before: { ...block, contents: block.contents.map(old) },
    after: after === undefined ? block.contents : (after.values as unknown[][]).map(([value]) => value),
  };
}

function differingCells({ block, after }: WrittenBlock): readonly DifferingCell[] {
  const { sheet, row, column, contents } = block;
  return contents.flatMap((text, index) =>
    after[index] === text ? [] : [{ patch: { sheet, row: row + index, column, text }, after: after[index] }],
  );
}

type CellValue = string | number | boolean;

/** What must be written into a cell so that it holds what it held: a formula, a number, or a text as text. */
function writtenAgain({ formulas, values, valueTypes }: Excel.Range, index: number): string {
  const [formula, value] = [formulas, values].map((matrix) => (matrix as CellValue[][])[index]?.[0] ?? '');
  const type = valueTypes[index]?.[0] as string | undefined;
  return type === 'String' && formula === value ? guarded(String(value)) : String(formula);
}
