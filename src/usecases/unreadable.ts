import { MAX_DETAIL, type Problem } from '../domain/diagnostics/problem.ts';
import { oneLine } from '../domain/text/one-line.ts';
import { isLoadFailure } from './load-failure.ts';
import { FileFault } from './ports/file-store.ts';
import { UnreadableWorkbook } from './ports/workbook-codec.ts';

/** Whether the problem means that nothing of the file could be read. */
export function isUnreadable({ code }: Problem): boolean {
  return UNREADABLE.has(code);
}

const UNREADABLE: ReadonlySet<Problem['code']> = new Set([
  'file-empty',
  'file-not-workbook',
  'file-encrypted',
  'file-rights-managed',
  'file-old-format',
  'file-other-format',
  'file-damaged',
  'file-too-large',
  'file-unreadable',
  'file-took-too-long',
  'file-crashed-reader',
]);

/**
 * The problem for a path that the system refused to open, or that cannot be read out of its archive.
 * @throws any error that is not a {@link FileFault} or an {@link UnreadableWorkbook}
 */
export function unopened(error: unknown, file: string): Problem {
  if (error instanceof UnreadableWorkbook) return unreadable(error, file);
  if (error instanceof FileFault) return { code: 'file-unreadable', file, detail: error.code };
  throw error;
}

/**
 * The problem for bytes that cannot be read as a workbook.
 * @throws the error where it says nothing about the file, because the reader itself could not be loaded
 */
export function unreadable(error: unknown, file?: string): Problem {
  if (isLoadFailure(error)) throw error;
  const of = file === undefined ? {} : { file };
  if (!(error instanceof UnreadableWorkbook)) {
    // A bug in this program must not stop the consolidation of the other files.
    return { code: 'file-damaged', ...of, damage: 'unforeseen', detail: oneLine(String(error), MAX_DETAIL) };
  }
  const { why } = error;
  const detail = oneLine(error.detail, MAX_DETAIL);
  const location = { ...of, ...(error.sheet === undefined ? {} : { sheet: error.sheet }) };
  switch (why.reason) {
    case 'empty':
      return { code: 'file-empty', ...of };
    case 'not-workbook':
      return { code: 'file-not-workbook', ...of };
    case 'encrypted':
      return { code: 'file-encrypted', ...of };
    case 'rights-managed':
      return { code: 'file-rights-managed', ...of };
    case 'old-format':
      return { code: 'file-old-format', ...of };
    case 'other-format':
      return { code: 'file-other-format', ...of, format: why.format };
    case 'damaged': {
      const cell = why.cell === undefined ? {} : { cell: why.cell };
      return { code: 'file-damaged', ...location, ...cell, damage: why.damage, detail };
    }
    case 'too-large':
      return { code: 'file-too-large', ...location, limit: why.limit, most: why.most };
  }
}
