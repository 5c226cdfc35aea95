import type { CarriedFault } from '../domain/diagnostics/problem.ts';
import { packedYearIn, type PackedYear } from '../domain/form/carried-year.ts';
import type { NamedYear } from '../domain/form/identity.ts';
import { MAX_YEAR_TEXT, parseYearText, yearDigest, yearText } from '../domain/programme/year-text.ts';
import type { YearData } from '../domain/programme/year-data.ts';
import type { WorkbookContent } from '../domain/spreadsheet/content.ts';
import { isLoadFailure } from './load-failure.ts';
import type { WorkbookCodec } from './ports/workbook-codec.ts';

/** Most bytes of UTF-8 that are unpacked: a character takes at most three. */
const MAX_BYTES = 3 * MAX_YEAR_TEXT;

/** Packs the data of a year once, for all workbooks that are made from it. */
export async function packYear(codec: Pick<WorkbookCodec, 'packText'>, data: YearData): Promise<PackedYear> {
  return { digest: yearDigest(data), ...(await codec.packText(yearText(data))) };
}

/**
 * The data of the year that a workbook carries; undefined where it carries none. What a stranger put there in their place is a fault,
 * never an error.
 * @param named the year that the workbook is of, where that is known: no other is taken
 */
export async function carriedYear(
  codec: Pick<WorkbookCodec, 'unpackText'>,
  content: WorkbookContent,
  named?: NamedYear,
): Promise<YearData | CarriedFault | undefined> {
  const packed = packedYearIn(content);
  if (packed === undefined || typeof packed === 'string') return packed;
  const text = packed.size > MAX_BYTES ? undefined : await textOrNot(codec, packed);
  const data = text === undefined ? undefined : parseYearText(text);
  if (data === undefined || yearDigest(data) !== packed.digest) return 'damaged';
  const { id, version } = data.programme;
  return named === undefined || (id === named.programme && version === named.version) ? data : 'foreign';
}

async function textOrNot(codec: Pick<WorkbookCodec, 'unpackText'>, packed: PackedYear): Promise<string | undefined> {
  try {
    return await codec.unpackText(packed);
  } catch (error) {
    if (isLoadFailure(error)) throw error;
    return undefined;
  }
}
