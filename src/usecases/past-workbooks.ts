import type { Problem } from '../domain/diagnostics/problem.ts';
import { tableOf } from '../domain/master/read/list-sheets.ts';
import type { SheetContent, WorkbookContent } from '../domain/spreadsheet/content.ts';
import { findFiles, type NamedFile } from './find-files.ts';
import { openNamed } from './open-named.ts';
import type { FileSource } from './ports/file-store.ts';
import { ANY_SIZE, type WorkbookCodec } from './ports/workbook-codec.ts';
import { isMaster } from './is-master-of.ts';
import { limited, openWorkbook } from './read-workbook.ts';
import { skippedBySize } from './skipped.ts';
import { unopened } from './unreadable.ts';

/** What opening last year's workbooks needs. */
export interface PastPorts {
  readonly codec: Pick<WorkbookCodec, 'decode'>;
  readonly files: FileSource;
}

/** How the answers of an earlier year are read. */
export interface PastReaders<Past> {
  /** Of an agency's workbook; undefined if it names no agency. */
  readonly ofAgency: (content: WorkbookContent) => Past | undefined;
  /** Of all agencies in the table of all answers of a master. */
  readonly inTable: (table: SheetContent) => readonly Past[];
}

/**
 * The answers of an earlier year in agencies' workbooks and masters under the paths, of any programme. A file that cannot be read or names no agency
 * becomes a problem.
 */
export async function pastWorkbooks<Past extends object>(
  ports: PastPorts,
  paths: readonly string[],
  read: PastReaders<Past>,
): Promise<{ readonly found: readonly Past[]; readonly problems: readonly Problem[] }> {
  const { files, problems: unfound } = await findFiles(ports.files, paths);
  const problems = [...unfound];
  const found: Past[] = [];
  for (const file of files) {
    const past = await pastOf(ports, file, read);
    if ('problem' in past) problems.push(past.problem);
    else found.push(...past.past);
  }
  return { found, problems };
}

type Opened<Past> = { readonly past: readonly Past[] } | { readonly problem: Problem };

async function pastOf<Past extends object>(
  { codec, files }: PastPorts,
  { path: file, size }: NamedFile,
  read: PastReaders<Past>,
): Promise<Opened<Past>> {
  const known = skippedBySize({ path: file, size });
  if (known) return { problem: known };
  const opened = (content: WorkbookContent): Opened<Past> => {
    const past = pastIn(content, read);
    return past.length > 0 ? { past } : { problem: { code: 'not-agency-workbook', file } };
  };
  try {
    const bytes = await files.read(file);
    const result = await openNamed(codec, bytes, opened, file);
    if (!('code' in result)) return result;
    if (result.code !== 'master-not-checked') return { problem: result };
    const large = await openWorkbook(codec, bytes, opened, file, ANY_SIZE);
    return 'code' in large ? { problem: large } : large;
  } catch (error) {
    return { problem: unopened(error, file) };
  }
}

function pastIn<Past>(content: WorkbookContent, { ofAgency, inTable }: PastReaders<Past>): readonly Past[] {
  if (isMaster(content)) {
    const table = tableOf(content.sheets);
    return table ? inTable(table) : [];
  }
  const past = ofAgency(limited(content));
  return past ? [past] : [];
}
