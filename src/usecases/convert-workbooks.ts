import type { Clock } from './ports/clock.ts';
import type { Problem } from '../domain/diagnostics/problem.ts';
import { undoChanges, type ConversionPlan, type SkippedCell } from '../domain/conversion/changes.ts';
import { damagedCells, withoutDamaged } from '../domain/conversion/damaged-cells.ts';
import { planConversion, type ConversionOptions } from '../domain/conversion/plan-conversion.ts';
import { changesTexts, leaveUsedTexts } from '../domain/conversion/used-texts.ts';
import type { WorkbookContent } from '../domain/spreadsheet/content.ts';
import { fileKind } from '../domain/spreadsheet/file-kind.ts';
import { nameOfPath } from '../domain/text/file-path.ts';
import { undoDocument } from '../domain/conversion/undo-record.ts';
import { findFiles, nameCopies, type NamedFile } from './find-files.ts';
import { patchSwaps } from './patch-swaps.ts';
import type { FileStore } from './ports/file-store.ts';
import type { Progress } from './ports/progress.ts';
import { ANY_SIZE, type WorkbookCodec } from './ports/workbook-codec.ts';
import { isThere, whole } from './read-workbook.ts';
import { unopened, unreadable } from './unreadable.ts';

/** The ports of {@link convertWorkbooks}. */
export interface ConvertPorts {
  readonly codec: Pick<WorkbookCodec, 'decode' | 'patchSome' | 'rules'>;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly progress: Progress;
}

/** Where to save converted workbooks. */
export type ConvertTarget =
  | { readonly kind: 'none' }
  | { readonly kind: 'in-place' }
  /** A folder; existing files are replaced only on request. */
  | { readonly kind: 'folder'; readonly folder: string; readonly replace: boolean };

/** The workbooks to convert, how, and where to save them. */
export interface ConvertRequest {
  readonly paths: readonly string[];
  readonly options: Omit<ConversionOptions, 'selection' | 'keepsRuns'>;
  /** Names of the sheets to convert; empty for all sheets. */
  readonly sheets: readonly string[];
  readonly target: ConvertTarget;
}

/** The result of converting one file. */
export type FileConversion =
  | { readonly file: string; readonly problem: Problem }
  | {
      readonly file: string;
      readonly plan: ConversionPlan;
      /** Requested sheets that the workbook does not have. */
      readonly missingSheets: readonly string[];
      /** Path of the converted workbook. */
      readonly written?: string;
      /** Path of the undo record. */
      readonly undo?: string;
      /** Path of an existing file that was not replaced. */
      readonly notReplaced?: string;
    };

/**
 * Converts the digits of workbooks; everything but the converted cells stays byte-identical. A conversion in place
 * writes an undo record beside each workbook. A file that fails does not stop the others.
 * @throws {FileFault} if a file cannot be written; files written before it are complete.
 */
export async function convertWorkbooks(
  ports: ConvertPorts,
  request: ConvertRequest,
): Promise<readonly FileConversion[]> {
  const { files: found, problems } = await findFiles(ports.files, request.paths);
  // Of a folder only the workbooks are meant.
  const files = found.filter(({ path }) => fileKind(path) === 'workbook' || request.paths.includes(path));
  const { target } = request;
  const copies = target.kind === 'folder' ? nameCopies(files, target.folder) : undefined;
  const conversions: FileConversion[] = [];
  for (const file of files) {
    conversions.push(await convertFile(ports, request, file, copies?.get(file)));
    ports.progress(conversions.length, files.length, file.path);
  }
  return [...problems.map((problem) => ({ file: problem.file ?? '', problem })), ...conversions];
}

async function convertFile(
  ports: ConvertPorts,
  request: ConvertRequest,
  file: NamedFile,
  copy: string | undefined,
): Promise<FileConversion> {
  if (fileKind(file.path) === 'lock')
    return { file: file.path, problem: { code: 'file-lock-skipped', file: file.path } };
  let bytes: Uint8Array;
  try {
    bytes = await ports.files.read(file.path);
  } catch (error) {
    return { file: file.path, problem: unopened(error, file.path) };
  }
  let content: WorkbookContent;
  let plan: ConversionPlan;
  let converted: Uint8Array;
  try {
    const decoded = await ports.codec.decode(bytes, ANY_SIZE);
    const damaged = damagedCells(decoded);
    content = damaged.length > 0 ? decoded : whole(decoded);
    plan = withoutDamaged(planOf(content, request), damaged);
    if (changesTexts(plan)) plan = leaveUsedTexts(plan, { content, rules: await ports.codec.rules(bytes) });
    ({ plan, bytes: converted } = await applied(ports, bytes, plan));
  } catch (error) {
    return { file: file.path, problem: unreadable(error, file.path) };
  }
  const missingSheets = request.sheets.filter((wanted) => !content.sheets.some(({ name }) => name === wanted));
  const saved = await save(ports, request.target, copy ?? file.path, plan, converted);
  return { file: file.path, plan, missingSheets, ...saved };
}

function planOf(content: WorkbookContent, { options, sheets }: ConvertRequest): ConversionPlan {
  const selection = sheets.length === 0 ? {} : { selection: sheets.map((sheet) => ({ sheet })) };
  return planConversion(content, { ...options, ...selection, keepsRuns: true });
}

/** The workbook after a plan, and what of the plan was carried out; cells that it does not let be changed are skipped. */
async function applied(
  { codec, clock }: ConvertPorts,
  bytes: Uint8Array,
  plan: ConversionPlan,
): Promise<{ readonly plan: ConversionPlan; readonly bytes: Uint8Array }> {
  const { done, refused, ...patched } = await patchSwaps(codec, bytes, plan.changes, clock.now());
  const skipped = refused.map(({ swap, reason }): SkippedCell => {
    const { sheet, row, column } = swap;
    return { sheet, row, column, text: swap.kind === 'text' ? swap.before : swap.text, reason, preserved: [] };
  });
  return { plan: { ...plan, changes: done, skipped: [...plan.skipped, ...skipped] }, bytes: patched.bytes };
}

type Saved = Pick<Extract<FileConversion, { readonly plan: ConversionPlan }>, 'written' | 'undo' | 'notReplaced'>;

/** @param path where the converted workbook goes */
async function save(
  { files }: ConvertPorts,
  target: ConvertTarget,
  path: string,
  { changes }: ConversionPlan,
  bytes: Uint8Array,
): Promise<Saved> {
  switch (target.kind) {
    case 'none':
      return {};
    case 'folder': {
      if (!target.replace && (await isThere(files, path))) return { notReplaced: path };
      await files.write(path, bytes);
      return { written: path };
    }
    case 'in-place': {
      if (changes.length === 0) return {};
      // The undo record is on disk before anything changes.
      const undo = await freePath(files, path);
      const document = undoDocument({ file: nameOfPath(path), swaps: undoChanges(changes) });
      await files.write(undo, new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`));
      await files.write(path, bytes);
      return { written: path, undo };
    }
  }
}

/** A free file name for the undo record, so that earlier conversions can still be undone, the last one first. */
async function freePath(files: FileStore, path: string): Promise<string> {
  for (let count = 1; ; count++) {
    const location = `${path}.undo${count === 1 ? '' : `-${count}`}.json`;
    if (!(await isThere(files, location))) return location;
  }
}
