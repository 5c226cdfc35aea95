import type { CellPosition } from '../../domain/spreadsheet/address.ts';
import type { Damage, Limit } from '../../domain/spreadsheet/file-fault.ts';
import { UnreadableWorkbook } from '../../usecases/ports/workbook-codec.ts';
import { MAX_TEXT } from './limits.ts';

/** Details of a fault. */
interface Known {
  readonly cell?: CellPosition;
  readonly cause?: unknown;
}

/** The fault of a damaged package; `part` names the part and `fact` the technical reason. */
export function damaged(part: string, damage: Damage, fact: string, { cell, cause }: Known = {}): UnreadableWorkbook {
  return new UnreadableWorkbook(
    { reason: 'damaged', damage, ...(cell === undefined ? {} : { cell }) },
    `${part}: ${fact}`,
    cause === undefined ? undefined : { cause },
  );
}

/**
 * The fault of a workbook above a limit of {@link ReadLimits}; `most` is the limit in the unit of {@link Limit}, `what`
 * the technical reason.
 */
export function tooLarge(limit: Limit, most: number, what: string): UnreadableWorkbook {
  return new UnreadableWorkbook({ reason: 'too-large', limit, most }, `${what} > ${most}`);
}

/**
 * Checks the length of a text in UTF-16 code units.
 * @throws {UnreadableWorkbook} if it is above {@link MAX_TEXT}
 */
export function limitText(length: number): void {
  if (length > MAX_TEXT) throw tooLarge('text', MAX_TEXT, 'characters of one text');
}

/** Converts bytes to megabytes for {@link tooLarge}. */
export function megabytes(bytes: number): number {
  return Math.ceil(bytes / 2 ** 20);
}
