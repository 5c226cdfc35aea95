import type { UnreadPart } from '../../../domain/spreadsheet/content.ts';
import type { PartFault } from '../../../domain/spreadsheet/file-fault.ts';
import { UnreadableWorkbook } from '../../../usecases/ports/workbook-codec.ts';

/** Keeps what could not be read of a workbook, so that one bad part does not stop the others. */
export class UnreadParts {
  readonly parts: UnreadPart[] = [];
  /** Faults of the sheets whose cells could not be read. */
  readonly sheetFaults: UnreadableWorkbook[] = [];

  /**
   * What `read` gives, or `otherwise` with the fault kept.
   * @throws {UnreadableWorkbook} for a fault of the whole file, such as a limit of all parts
   */
  attempt<Result>(place: Pick<UnreadPart, 'holds' | 'sheet'>, read: () => Result, otherwise: NoInfer<Result>): Result {
    try {
      return read();
    } catch (error) {
      const fault = faultOfPart(error, place);
      if (fault === undefined) throw withSheet(error, place.sheet);
      if (place.holds === 'cells') this.sheetFaults.push(fault.error);
      this.parts.push({ ...place, ...fault.part });
      return otherwise;
    }
  }
}

/** What `read` gives, or `otherwise` where the part is damaged: for parts that hold nothing an agency wrote. */
export function readOr<Result>(read: () => Result, otherwise: NoInfer<Result>): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof UnreadableWorkbook && error.why.reason === 'damaged') return otherwise;
    throw error;
  }
}

interface FaultOfPart {
  readonly error: UnreadableWorkbook;
  readonly part: Omit<UnreadPart, 'holds' | 'sheet'>;
}

/** The fault if it is one of this part alone: limits guard the whole file, but for the cells of a sheet. */
function faultOfPart(error: unknown, { holds, sheet }: Pick<UnreadPart, 'holds' | 'sheet'>): FaultOfPart | undefined {
  if (!(error instanceof UnreadableWorkbook)) return undefined;
  const { why, detail } = error;
  const isOfPart =
    why.reason === 'damaged' || (why.reason === 'too-large' && why.limit === 'cells' && holds === 'cells');
  if (!isOfPart) return undefined;
  const cell = why.reason === 'damaged' ? why.cell : undefined;
  const fault: PartFault = why.reason === 'damaged' ? { reason: why.reason, damage: why.damage } : why;
  return {
    error: withSheet(error, sheet),
    part: { why: fault, detail, ...(cell === undefined ? {} : { cell }) },
  };
}

/** Adds the name of the sheet to a fault. */
function withSheet<Fault>(error: Fault, sheet: string | undefined): Fault | UnreadableWorkbook {
  if (!(error instanceof UnreadableWorkbook) || sheet === undefined) return error;
  return new UnreadableWorkbook(error.why, error.detail, { cause: error, sheet });
}
