import type { Problem } from '../domain/diagnostics/problem.ts';
import type { ReadResult } from '../domain/submissions/submission.ts';
import { readAgencyWorkbook, type ReadContext } from '../domain/form/read/read-agency-workbook.ts';
import { identityOfProperties } from '../domain/form/identity.ts';
import type { SheetContent, UnreadPart, WorkbookContent } from '../domain/spreadsheet/content.ts';
import { FileFault, type FileStore } from './ports/file-store.ts';
import { UnreadableWorkbook, type WorkbookCodec } from './ports/workbook-codec.ts';
import { unopened, unreadable } from './unreadable.ts';

/**
 * Reads an agency's workbook from bytes. Bytes that cannot be read are a `file-...` problem, never an error, so that
 * one bad file does not stop the others.
 */
export async function readWorkbook(
  codec: Pick<WorkbookCodec, 'decode'>,
  bytes: Uint8Array,
  context: ReadContext,
): Promise<ReadResult> {
  try {
    return readAgencyWorkbook(limited(await codec.decode(bytes)), context);
  } catch (error) {
    const { file } = context;
    const problem: Problem = isLargeOfOffice(error)
      ? { code: 'file-of-office-skipped', file }
      : unreadable(error, file);
    return { submissions: [], problems: [problem] };
  }
}

/** Whether a workbook of the office holds more than an agency's may: the master of many agencies, which is no answer to read. */
export function isLargeOfOffice(error: unknown): boolean {
  if (!(error instanceof UnreadableWorkbook) || error.properties === undefined) return false;
  return identityOfProperties(error.properties).office;
}

/**
 * Most cells in which answers are searched: many times those of an agency's workbook. Workbooks of the office may have
 * more.
 * @internal
 */
export const MAX_ANSWER_CELLS = 40_000;

/**
 * The content without the cells of sheets that are far larger than an agency's workbook, such as a list that somebody
 * kept beside the form; they are in its `unread`. The smallest sheets come first: those of the form are small.
 */
export function limited(content: WorkbookContent): WorkbookContent {
  let room = MAX_ANSWER_CELLS;
  const kept = new Set<SheetContent>();
  for (const sheet of content.sheets.toSorted((one, other) => one.cells.length - other.cells.length)) {
    if (sheet.cells.length > room) break;
    room -= sheet.cells.length;
    kept.add(sheet);
  }
  const left = content.sheets.filter((sheet) => !kept.has(sheet));
  if (left.length === 0) return content;
  const unread = left.map(({ name: sheet, cells }): UnreadPart => ({
    holds: 'cells',
    sheet,
    why: { reason: 'too-large', limit: 'cells', most: MAX_ANSWER_CELLS },
    detail: `${cells.length} cells`,
  }));
  return {
    ...content,
    sheets: content.sheets.map((sheet) => (kept.has(sheet) ? sheet : { ...sheet, cells: [] })),
    unread: [...(content.unread ?? []), ...unread],
  };
}

/**
 * The content, if all cells of its sheets were read: who changes a workbook must know all of it.
 * @throws {UnreadableWorkbook} if they were not
 */
export function whole(content: WorkbookContent): WorkbookContent {
  const lost = content.unread?.find(({ holds }) => holds === 'cells' || holds === 'place');
  if (lost === undefined) return content;
  const { why, sheet, cell, detail } = lost;
  const options = sheet === undefined ? {} : { sheet };
  if (why.reason === 'too-large' || cell === undefined) throw new UnreadableWorkbook(why, detail, options);
  throw new UnreadableWorkbook({ ...why, cell }, detail, options);
}

/** Decodes a workbook, with `sizeLimit` for its content, and passes that to `use`; if either fails, returns the problem. */
export async function openWorkbook<Result>(
  codec: Pick<WorkbookCodec, 'decode'>,
  bytes: Uint8Array,
  use: (content: WorkbookContent) => Result,
  file: string,
  sizeLimit?: number,
): Promise<Result | Problem> {
  try {
    return use(await codec.decode(bytes, sizeLimit));
  } catch (error) {
    return unreadable(error, file);
  }
}

/**
 * Reads an agency's workbook from the file that `context` names. A file that cannot be opened is a `file-unreadable`
 * problem.
 */
export async function readWorkbookFile(
  ports: { readonly codec: Pick<WorkbookCodec, 'decode'>; readonly files: Pick<FileStore, 'read'> },
  context: ReadContext,
): Promise<ReadResult> {
  let bytes: Uint8Array;
  try {
    bytes = await ports.files.read(context.file);
  } catch (error) {
    return { submissions: [], problems: [unopened(error, context.file)] };
  }
  return readWorkbook(ports.codec, bytes, context);
}

/** Whether a file exists at the path. */
export async function isThere(files: FileStore, path: string): Promise<boolean> {
  try {
    return (await files.list(path)).length > 0;
  } catch (error) {
    if (error instanceof FileFault && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return false;
    throw error;
  }
}
