import type { Problem } from '../domain/diagnostics/problem.ts';
import { pastYearIn, type PastYear } from '../domain/form/read/past-year.ts';
import { pastYearsInTable } from '../domain/master/read/past-years-in-table.ts';
import { compareTexts } from '../domain/text/compare.ts';
import { pastWorkbooks, type PastPorts } from './past-workbooks.ts';

/** What agencies answered in an earlier year. */
export interface PastYears {
  /** By the agency's code, as the workbooks spell it. */
  readonly byAgency: ReadonlyMap<string, PastYear>;
  /** Files that could not be read, or are no agency's workbook. */
  readonly problems: readonly Problem[];
}

/**
 * Reads last year's workbooks and masters under the paths, of any programme; of several that have answers of an agency it takes those that were saved
 * last.
 */
export async function pastYears(ports: PastPorts, paths: readonly string[]): Promise<PastYears> {
  const { found, problems } = await pastWorkbooks(ports, paths, { ofAgency: pastYearIn, inTable: pastYearsInTable });
  const byTime = found.toSorted((one, other) => compareTexts(one.savedAt ?? '', other.savedAt ?? ''));
  return { byAgency: new Map(byTime.map((past) => [past.agency, past])), problems };
}
