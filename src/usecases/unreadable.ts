import type { Problem } from '../domain/diagnostics/problem.ts';
import { FileFault } from './ports/file-store.ts';
import { UnreadableWorkbook } from './ports/workbook-codec.ts';

/** Whether the problem is that nothing of the file could be read. */
export function isUnreadable({ code }: Problem): boolean {
  return UNREADABLE.has(code);
}

const UNREADABLE: ReadonlySet<Problem['code']> = new Set([
  'file-not-workbook',
  'file-encrypted',
  'file-old-format',
  'file-other-format',
  'file-damaged',
  'file-too-large',
  'file-unreadable',
  'file-took-too-long',
  'file-crashed-reader',
]);

/** The problem of a path that the system refused. @throws what is no {@link FileFault} */
export function unopened(error: unknown, file: string): Problem {
  if (error instanceof FileFault) return { code: 'file-unreadable', file, detail: error.code };
  throw error;
}

/** The problem of bytes that cannot be read as a workbook. */
export function unreadable(error: unknown, file?: string): Problem {
  const of = file === undefined ? {} : { file };
  if (!(error instanceof UnreadableWorkbook)) {
    // A fault of ours on a strange file is still a bad file to the person who consolidates the other seventy-six.
    return { code: 'file-damaged', ...of, damage: 'unforeseen', detail: shortened(String(error)) };
  }
  const { why } = error;
  const detail = shortened(error.detail);
  const location = { ...of, ...(error.sheet === undefined ? {} : { sheet: error.sheet }) };
  switch (why.reason) {
    case 'not-workbook':
      return { code: 'file-not-workbook', ...of };
    case 'encrypted':
      return { code: 'file-encrypted', ...of };
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

/** Characters of a technical detail: it may quote what the file says, and that may be anything. */
const MAX_DETAIL = 120;

/** On one line and not too long; what a terminal might obey is left out. */
function shortened(detail: string): string {
  const line = detail.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
  return line.length <= MAX_DETAIL ? line : `${Array.from(line).slice(0, MAX_DETAIL).join('')}…`;
}
