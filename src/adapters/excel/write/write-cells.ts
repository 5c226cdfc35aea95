import { locationName } from '../../../domain/spreadsheet/address.ts';
import type { CellPatch, TextPatch } from '../../../domain/spreadsheet/content.ts';
import { HostFault } from '../../../usecases/ports/workbook-host.ts';
import { blocksOf, requestsOf, type CellBlock } from './cell-blocks.ts';
import { changeSheets } from './change-sheets.ts';
import { guarded } from './guarded.ts';
import type { KnownSheet, KnownSheets } from '../sheets/known-sheets.ts';
import { REQUEST_BYTES } from '../limits.ts';
import type { RunExcel } from '../run-excel.ts';

/**
 * Writes number formats and texts and reads each text back, all in one round trip unless the texts are too large. If
 * Excel stored the guard of a text, the text is written again without it. If Excel changes a text, or a later request
 * fails, all cells get their previous contents back. Protection is removed only if it is in the way.
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

/** A written block, and how to restore the previous contents. */
interface WrittenBlock {
  readonly block: CellBlock;
  readonly before: CellBlock;
  /** The contents read back; undefined contents for formats, because Excel may rewrite a format code. */
  readonly after: readonly unknown[];
}

/** A cell whose content differs from what was written. */
interface DifferingCell {
  readonly patch: TextPatch;
  readonly after: unknown;
}

/**
 * Writes texts again without the guard that Excel stored.
 * @throws {HostFault} `text-changed` if the content still differs
 */
async function settle(run: RunExcel, known: KnownSheets, differing: readonly DifferingCell[]): Promise<void> {
  const isGuarded = ({ after, patch }: DifferingCell): boolean => after === `'${patch.text}`;
  const hopeless = differing.find((cell) => !isGuarded(cell));
  if (hopeless !== undefined) throw textChanged(hopeless);
  if (differing.length === 0) return;
  const again = await writeBlocks(run, known, blocksOf(differing.map(({ patch }) => patch)), (text) => text);
  const [still] = again.flatMap(differingCells);
  if (still !== undefined) throw textChanged(still);
}

function textChanged({ patch }: DifferingCell): HostFault {
  return new HostFault('text-changed', locationName(patch));
}

async function putBack(run: RunExcel, known: KnownSheets, blocks: readonly CellBlock[], cause: unknown): Promise<void> {
  // A host that does not answer is not asked again; a later undo compares contents first.
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
    // Get all sheets first: a deleted one fails the request before anything is written.
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

/** A block whose cells are loaded before and after it is written. */
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

/** What to write into a cell to restore its content: a formula, a number, or a text as text. */
function writtenAgain({ formulas, values, valueTypes }: Excel.Range, index: number): string {
  const [formula, value] = [formulas, values].map((matrix) => (matrix as CellValue[][])[index]?.[0] ?? '');
  const type = valueTypes[index]?.[0] as string | undefined;
  return type === 'String' && formula === value ? guarded(String(value)) : String(formula);
}
