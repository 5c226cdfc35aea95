import { YEAR_SHEET } from '../../../domain/form/carried-year.ts';
import type { NamedYear } from '../../../domain/form/identity.ts';
import type { WorkbookContent } from '../../../domain/spreadsheet/content.ts';
import { carriedYear } from '../../../usecases/carried-year.ts';
import { HostFault, type WorkbookHost } from '../../../usecases/ports/workbook-host.ts';
import type { SessionPorts, YearOfOpen } from '../session-state.ts';

/**
 * The data of the year that the open workbook names: the program's own if they have that version, else those that the workbook carries,
 * else the program's in another version.
 * @param named the year; its version is missing in masters that other programs saved
 * @throws {HostFault}
 */
export async function yearOfOpen(
  { catalogue, workbook, codec }: SessionPorts,
  { programme, version }: Pick<NamedYear, 'programme'> & Partial<NamedYear>,
): Promise<YearOfOpen> {
  const known = catalogue.ofId(programme);
  if (known && (version === undefined || known.programme.version === version)) return { data: known };
  const named = version === undefined ? undefined : { programme, version };
  const carried = await carriedYear(codec, await contentOfYear(workbook), named);
  if (typeof carried === 'object') return { data: carried };
  return { data: known, ...(carried === undefined || known ? {} : { yearFault: carried }) };
}

/** The content of the sheet with the year or, if it was renamed, of all sheets. */
async function contentOfYear(workbook: Pick<WorkbookHost, 'read'>): Promise<WorkbookContent> {
  try {
    return await workbook.read([YEAR_SHEET], 'texts');
  } catch (error) {
    if (!(error instanceof HostFault && error.reason === 'sheet-gone')) throw error;
    return workbook.read(undefined, 'texts');
  }
}
