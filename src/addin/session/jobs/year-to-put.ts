import { packedYearIn, type PackedYear } from '../../../domain/form/carried-year.ts';
import type { YearData } from '../../../domain/programme/year-data.ts';
import type { WorkbookContent } from '../../../domain/spreadsheet/content.ts';
import { packYear } from '../../../usecases/carried-year.ts';
import type { SessionPorts } from '../session-state.ts';

/**
 * The data of the year to put into the open master; undefined if it carries the same already.
 * @param open content of the open master; undefined if it could not be read
 */
export async function yearToPut(
  { codec }: Pick<SessionPorts, 'codec'>,
  data: YearData,
  open: WorkbookContent | undefined,
): Promise<PackedYear | undefined> {
  const year = await packYear(codec, data);
  const carried = open && packedYearIn(open);
  return typeof carried === 'object' && carried.packed === year.packed ? undefined : year;
}
