import type { Catalogue } from '../../domain/programme/catalogue.ts';
import type { YearData } from '../../domain/programme/year-data.ts';
import { changesBetween, type YearChange } from '../../domain/year-workbook/changes.ts';
import { readYearWorkbook, type YearReading } from '../../domain/year-workbook/read/read-year-workbook.ts';
import { knownVersion } from '../../domain/year-workbook/version.ts';
import type { WorkbookContent } from '../../domain/spreadsheet/content.ts';
import { ANY_SIZE, type WorkbookCodec } from '../ports/workbook-codec.ts';
import { whole } from '../read-workbook.ts';

/** A year's workbook as it was read, against the edition before it. */
export interface YearImport extends YearReading {
  /** When the workbook was last saved. */
  readonly savedAt?: string;
  /** The edition that the changes are against; absent where there is none. */
  readonly base?: YearData;
  readonly changes: readonly YearChange[];
}

/**
 * Reads a year's workbook from bytes. The edition before it is the given one, else that with the same id, else that of the year before.
 * @throws {UnreadableWorkbook}
 */
export async function readYear(
  codec: Pick<WorkbookCodec, 'decode'>,
  bytes: Uint8Array,
  catalogue: Catalogue,
  base?: YearData,
): Promise<YearImport> {
  return importOf(whole(await codec.decode(bytes, ANY_SIZE)), catalogue, base);
}

/** The same of a workbook that was read already. */
export function importOf(content: WorkbookContent, catalogue: Catalogue, given?: YearData): YearImport {
  const known = catalogue.years().flatMap((year) => catalogue.ofYear(year) ?? []);
  const reading = readYearWorkbook(
    content,
    known.map(({ programme }) => knownVersion(programme)),
  );
  const { savedAt } = content;
  const { data } = reading;
  const base = data && (given ?? catalogue.ofId(data.programme.id) ?? latestBefore(data, known));
  return {
    ...reading,
    ...(savedAt === undefined ? {} : { savedAt }),
    ...(base === undefined ? {} : { base }),
    changes: data && base ? changesBetween(base, data) : [],
  };
}

function latestBefore({ programme }: YearData, known: readonly YearData[]): YearData | undefined {
  return known.findLast((one) => one.programme.year < programme.year);
}
