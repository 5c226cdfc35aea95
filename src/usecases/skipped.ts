import type { Problem } from '../domain/diagnostics/problem.ts';
import { fileKind } from '../domain/spreadsheet/file-kind.ts';
import type { FoundFile } from './ports/file-store.ts';

/**
 * Megabytes above which a file is not even loaded; real workbooks are far smaller.
 * @internal
 */
export const MAX_FILE_MB = 100;

/** Bytes of a file that a program keeps beside an open one are less, and those of a workbook more. */
const MOST_OF_LOCK = 2048;

/** Why a file is not even loaded, by its size; undefined if it is. */
export function skippedBySize({ path: file, size }: FoundFile): Problem | undefined {
  // Nobody else may open what Excel keeps beside an open workbook.
  if (size < MOST_OF_LOCK && fileKind(file) === 'lock') return { code: 'file-lock-skipped', file };
  if (size <= MAX_FILE_MB * 2 ** 20) return undefined;
  return inWordsOfName({ code: 'file-too-large', file, limit: 'file', most: MAX_FILE_MB }, file);
}

/**
 * Why the bytes of a file are not read as a workbook, by how they begin; undefined if they are. What is named as something else
 * has to begin as a package: a document or archive may have a workbook inside it.
 */
export function skippedByStart(bytes: Uint8Array, file: string): Problem | undefined {
  const kind = fileKind(file);
  if (kind === 'workbook' || kind === 'copy' || bytes.length === 0 || isZip(bytes)) return undefined;
  return { code: `file-${kind}-skipped`, file };
}

/** As {@link skippedByStart}, but only for what a program keeps for a while beside a workbook. */
export function skippedAsTemporary(bytes: Uint8Array, file: string): Problem | undefined {
  const kind = fileKind(file);
  return kind === 'lock' || kind === 'partial' ? skippedByStart(bytes, file) : undefined;
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** Problems that say what a file is not. */
const OF_CONTENT: ReadonlySet<Problem['code']> = new Set([
  'file-not-workbook',
  'file-encrypted',
  'file-rights-managed',
  'file-old-format',
  'file-damaged',
  'file-too-large',
]);

/** The problem of a file that could not be read as a workbook; where its name says that it is none, that it is skipped as such. */
export function inWordsOfName(problem: Problem, file: string): Problem {
  const { code } = problem;
  const kind = fileKind(file);
  if (kind === 'workbook') return problem;
  if (kind === 'copy') return code === 'file-not-workbook' ? { code: 'file-document-skipped', file } : problem;
  const isExpected = code === 'file-empty' && (kind === 'lock' || kind === 'partial');
  return OF_CONTENT.has(code) || isExpected ? { code: `file-${kind}-skipped`, file } : problem;
}
