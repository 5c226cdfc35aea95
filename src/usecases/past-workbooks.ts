import type { Problem } from '../domain/diagnostics/problem.ts';
import type { WorkbookContent } from '../domain/spreadsheet/content.ts';
import { findFiles, type NamedFile } from './find-files.ts';
import { openNamed } from './open-named.ts';
import type { FileSource } from './ports/file-store.ts';
import type { WorkbookCodec } from './ports/workbook-codec.ts';
import { limited } from './read-workbook.ts';
import { skippedBySize } from './skipped.ts';
import { unopened } from './unreadable.ts';

/** What opening last year's workbooks needs. */
export interface PastPorts {
  readonly codec: Pick<WorkbookCodec, 'decode'>;
  readonly files: FileSource;
}

/**
 * Agencies' workbooks of an earlier year under the paths, of any programme. One that cannot be read or names no agency becomes a problem.
 * @param read undefined if the workbook names no agency
 */
export async function pastWorkbooks<Past extends object>(
  ports: PastPorts,
  paths: readonly string[],
  read: (content: WorkbookContent) => Past | undefined,
): Promise<{ readonly found: readonly Past[]; readonly problems: readonly Problem[] }> {
  const { files, problems: unfound } = await findFiles(ports.files, paths);
  const problems = [...unfound];
  const found: Past[] = [];
  for (const file of files) {
    const past = await pastOf(ports, file, read);
    if ('problem' in past) problems.push(past.problem);
    else found.push(past.past);
  }
  return { found, problems };
}

type Opened<Past> = { readonly past: Past } | { readonly problem: Problem };

async function pastOf<Past extends object>(
  { codec, files }: PastPorts,
  { path: file, size }: NamedFile,
  read: (content: WorkbookContent) => Past | undefined,
): Promise<Opened<Past>> {
  const known = skippedBySize({ path: file, size });
  if (known) return { problem: known };
  const opened = (content: WorkbookContent): Opened<Past> => {
    const past = read(limited(content));
    return past ? { past } : { problem: { code: 'not-agency-workbook', file } };
  };
  try {
    const result = await openNamed(codec, await files.read(file), opened, file);
    return 'code' in result ? { problem: result } : result;
  } catch (error) {
    return { problem: unopened(error, file) };
  }
}
