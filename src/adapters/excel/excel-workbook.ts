import type { CellPatch } from '../../domain/spreadsheet/content.ts';
import { HostFault, type LiveWorkbook, type SheetRows, type SkippedPatch } from '../../usecases/ports/workbook-host.ts';
import { type WorkbookCodec } from '../../usecases/ports/workbook-codec.ts';
import { toBase64 } from './base64.ts';
import { deleteBackups, swapBackups, backupSheets } from './sheets/backup-sheets.ts';
import { KnownSheets } from './sheets/known-sheets.ts';
import { putSheets } from './sheets/put-sheets.ts';
import { readRules } from './read/read-rules.ts';
import { readSelected } from './read/read-selected.ts';
import { readFormatting } from './read/read-sheet.ts';
import { readSheets } from './read/read-sheets.ts';
import { createRunner, sleep, waitingForEdits, type Delay } from './run-excel.ts';
import { wholeFile } from './read/whole-file.ts';
import { watchChanges } from './read/watch-changes.ts';
import { blocksOf } from './write/cell-blocks.ts';
import { changePictures } from './write/change-pictures.ts';
import { moveRows } from './write/move-rows.ts';
import { writeCells } from './write/write-cells.ts';

/** Options of the adapter; office.js must be ready. */
export interface ExcelWorkbookOptions {
  readonly codec: Pick<WorkbookCodec, 'encode'>;
  /** Time limit of one request in milliseconds. */
  readonly timeLimit?: number;
  /** How to wait; a test may replace it. */
  readonly delay?: Delay;
}

const TIME_LIMIT = 60_000;

/**
 * The workbook that is open in Excel, through office.js. It makes no decisions: it reads content and writes plans and
 * texts.
 */
export function createExcelWorkbook(options: ExcelWorkbookOptions): LiveWorkbook {
  const { codec, timeLimit = TIME_LIMIT, delay = sleep } = options;
  const run = createRunner({ delay, timeLimit });
  const known = new KnownSheets();
  const tools = { run, runThrough: waitingForEdits(run, delay), known };
  const lookAround = async (names: readonly string[]): Promise<void> => {
    if (names.some((name) => !known.all.some((sheet) => sheet.name === name))) await readSheets(run, known, []);
  };
  /** @throws {RangeError} see {@link blocksOf}, before any request */
  const write = async (patches: readonly CellPatch[]): Promise<readonly SkippedPatch[]> => {
    blocksOf(patches);
    await lookAround(patches.map(({ sheet }) => sheet));
    await readMissingFormatting(patches);
    const skipped = patches.flatMap((patch) => skippedPatch(known, patch) ?? []);
    const left = new Set(skipped.map(({ patch }) => patch));
    await writeCells(
      run,
      known,
      patches.filter((patch) => !left.has(patch)),
    );
    return skipped;
  };
  /**
   * Loads what decides how a cell is written: whether it is locked on a protected sheet, and whether its text has
   * several formats.
   */
  const readMissingFormatting = async (patches: readonly CellPatch[]): Promise<void> => {
    const missing = patches
      .map((patch) => ({ ...known.named(patch.sheet), ...patch }))
      .filter(({ id, row, column }) => known.formattingOf(id, row, column) === undefined)
      .filter((patch) => keepsRuns(patch) || ('text' in patch && patch.protection !== undefined));
    if (missing.length === 0) return;
    for (const [id, formatting] of await readFormatting(run, missing)) known.formattingRead(id, formatting);
  };
  return {
    read: (sheets, detail) => readSheets(run, known, sheets, detail),
    file: () => wholeFile({ delay, timeLimit }),
    rules: ({ sheets }) => readRules(run, known, sheets),
    readSelected: () => readSelected(run, known),
    write: (patches) =>
      withNames(
        () => write(patches),
        patches.map(({ sheet }) => sheet),
      ),
    changePictures: (swaps, between) => {
      const sheets = swaps.map(({ sheet }) => sheet);
      return withNames(async () => {
        await lookAround(sheets);
        return changePictures(run, known, swaps, between);
      }, sheets);
    },
    openNew: async (plan) => {
      const base64 = toBase64(await codec.encode(plan));
      await run(() => Excel.createWorkbook(base64));
    },
    putSheets: (plan, others) => withNames(() => putSheets({ ...tools, encode: codec.encode }, plan, others), []),
    insertRows: (rows) => move(rows, 'insert'),
    deleteRows: (rows) => move(rows, 'delete'),
    backupSheets: (names) => backupSheets(tools, names),
    swapBackups: (names) => withNames(() => swapBackups(tools, names), []),
    deleteBackups: (names) => withNames(() => deleteBackups(tools, names), []),
    select: ({ sheet, row, column }) =>
      withNames(async () => {
        await lookAround([sheet]);
        await run(async (context) => {
          context.workbook.worksheets.getItem(known.named(sheet).id).getRangeByIndexes(row, column, 1, 1).select();
          await context.sync();
        });
      }, [sheet]),
    watch: (listener) => watchChanges(run, known, delay, listener),
  };

  function move(rows: SheetRows, way: 'insert' | 'delete'): Promise<void> {
    return withNames(async () => {
      await lookAround([rows.sheet]);
      await moveRows(run, known, rows, way);
    }, [rows.sheet]);
  }

  /** Adds the name of a deleted sheet to a fault, and tells whether a refusal means that the workbook is read-only. */
  async function withNames<Value>(work: () => Promise<Value>, names: readonly string[]): Promise<Value> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof HostFault)) throw error;
      if (error.reason === 'sheet-gone' && error.detail === '') {
        await readSheets(run, known, []);
        for (const name of names) known.named(name);
      }
      throw error.reason === 'protected' && known.readOnly ? new HostFault('read-only', '', { cause: error }) : error;
    }
  }
}

function keepsRuns(patch: CellPatch): boolean {
  return 'text' in patch && patch.keepRuns === true;
}

function skippedPatch(known: KnownSheets, patch: CellPatch): SkippedPatch | undefined {
  const { row, column } = patch;
  const { id } = known.named(patch.sheet);
  if (known.isStale(id, row, column)) return { patch, reason: 'changed-meanwhile' };
  return keepsRuns(patch) && known.formattingOf(id, row, column)?.mixed === true
    ? { patch, reason: 'mixed-looks' }
    : undefined;
}
