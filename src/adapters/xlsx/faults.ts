import { UnreadableWorkbook } from '../../usecases/ports.ts';

/** The fault of a package or part that breaks its format; `part` is where, `fact` is what. */
export function damaged(part: string, fact: string, cause?: unknown): UnreadableWorkbook {
  return new UnreadableWorkbook('damaged', `${part}: ${fact}`, cause === undefined ? undefined : { cause });
}

/** The fault of a workbook that passes a cap of {@link ReadLimits}; `what` is the thing that is capped. */
export function tooLarge(what: string, cap: number): UnreadableWorkbook {
  return new UnreadableWorkbook('too-large', `${what} > ${cap}`);
}
