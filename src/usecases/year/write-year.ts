import { rawYearData, type YearData } from '../../domain/programme/year-data.ts';
import { yearFileName } from '../../domain/year-workbook/plan/year-workbook.ts';
import type { FileStore } from '../ports/file-store.ts';
import type { WorkbookCodec } from '../ports/workbook-codec.ts';
import { freePath } from '../free-path.ts';
import { planYear } from './plan-year.ts';

/** Which data to write, and where. */
export interface WriteYearRequest {
  readonly data: YearData;
  readonly created: string;
  /** Folder, created if missing. */
  readonly out: string;
  /** Whether to replace files that are there; otherwise new ones are put beside them. */
  readonly replace: boolean;
}

/** Paths of the files that hold the data. */
export interface WrittenYear {
  readonly workbook: string;
  readonly programme: string;
  readonly roster: string;
}

/**
 * Writes a year's data: the workbook, in which every measure has its key now, and the two data files.
 * @throws {FileFault} if a file cannot be written; earlier files are complete
 */
export async function writeYear(
  ports: { readonly codec: Pick<WorkbookCodec, 'encode'>; readonly files: FileStore },
  { data, created, out, replace }: WriteYearRequest,
): Promise<WrittenYear> {
  const folder = out.replace(/(.)\/+$/, '$1');
  const raw = rawYearData(data);
  const write = async (name: string, bytes: Uint8Array): Promise<string> => {
    const path = `${folder}/${name}`.replace(/^\/\//, '/');
    const free = replace ? path : await freePath(ports.files, path, bytes);
    await ports.files.write(free, bytes);
    return free;
  };
  return {
    workbook: await write(yearFileName(data), await ports.codec.encode(planYear(data, created))),
    programme: await write(`programme-${data.programme.id}.json`, jsonBytes(raw.programme)),
    roster: await write(`roster-${data.roster.id}.json`, jsonBytes(raw.roster)),
  };
}

function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}
