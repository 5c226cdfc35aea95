import type { Damage, Limit } from '../../domain/diagnostics/file-fault.ts';
import { UnreadableWorkbook } from '../../usecases/ports/workbook-codec.ts';
import { MAX_TEXT } from './limits.ts';

/** What is known of a fault beyond its kind. */
interface Known {
  /** A1 reference. */
  readonly cell?: string;
  readonly cause?: unknown;
}

/** The fault of a package or part that breaks its format; `part` is where, `fact` is what, in technical words. */
export function damaged(part: string, damage: Damage, fact: string, { cell, cause }: Known = {}): UnreadableWorkbook {
  return new UnreadableWorkbook(
    { reason: 'damaged', damage, ...(cell === undefined ? {} : { cell }) },
    `${part}: ${fact}`,
    cause === undefined ? undefined : { cause },
  );
}

/** The fault of a workbook that passes a cap of {@link ReadLimits}, which `most` gives in the unit of {@link Limit}; `what` is technical. */
export function tooLarge(limit: Limit, most: number, what: string): UnreadableWorkbook {
  return new UnreadableWorkbook({ reason: 'too-large', limit, most }, `${what} > ${most}`);
}

/** @throws {UnreadableWorkbook} where one text has more characters than any may have. */
export function limitText(length: number): void {
  if (length > MAX_TEXT) throw tooLarge('text', MAX_TEXT, 'characters of one text');
}

/** Bytes as megabytes, for {@link tooLarge}. */
export function megabytes(bytes: number): number {
  return Math.ceil(bytes / 2 ** 20);
}
