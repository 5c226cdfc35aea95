import type { Problem } from '../domain/diagnostics/problem.ts';
import type { ReadResult } from '../domain/submissions/submission.ts';
import { readAgencyWorkbook, type ReadContext } from '../domain/form/read/read-agency-workbook.ts';
import type { WorkbookContent } from '../domain/spreadsheet/content.ts';
import { FileFault, type FileStore } from './ports/file-store.ts';
import { UnreadableWorkbook, type WorkbookCodec } from './ports/workbook-codec.ts';
import { unopened, unreadable } from './unreadable.ts';

/**
 * One agency's workbook from its bytes. Bytes that cannot be read are a `file-...` problem, never an error, so that
 * one bad file does not stop the rest.
 */
export async function readWorkbook(
  codec: Pick<WorkbookCodec, 'decode'>,
  bytes: Uint8Array,
  context: ReadContext,
): Promise<ReadResult> {
  const opened = await openWorkbook(
    codec,
    bytes,
    (content) => readAgencyWorkbook(limited(content), context),
    context.file,
  );
  return 'code' in opened ? { submissions: [], problems: [opened] } : opened;
}

/** Cells in which answers are looked for: many times what an agency's workbook has. The office's own workbooks may have more. */
export const MAX_ANSWER_CELLS = 40_000;

/**
 * The content of an agency's workbook, unless it is of another order of size than any.
 * @throws {UnreadableWorkbook}
 */
export function limited(content: WorkbookContent): WorkbookContent {
  const cells = content.sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0);
  if (cells <= MAX_ANSWER_CELLS) return content;
  throw new UnreadableWorkbook({ reason: 'too-large', limit: 'cells', most: MAX_ANSWER_CELLS }, `${cells} cells`);
}

/** What `use` makes of a workbook's content; where its bytes or its content are too strange, the problem that says so. */
export async function openWorkbook<Result>(
  codec: Pick<WorkbookCodec, 'decode'>,
  bytes: Uint8Array,
  use: (content: WorkbookContent) => Result,
  file: string,
): Promise<Result | Problem> {
  try {
    return use(await codec.decode(bytes));
  } catch (error) {
    return unreadable(error, file);
  }
}

/** One agency's workbook from its file, which `context` names. A file that cannot be opened is a `file-unreadable` problem. */
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

/** Whether there is a file at the path. */
export async function isThere(files: FileStore, path: string): Promise<boolean> {
  try {
    return (await files.list(path)).length > 0;
  } catch (error) {
    if (error instanceof FileFault && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return false;
    throw error;
  }
}
