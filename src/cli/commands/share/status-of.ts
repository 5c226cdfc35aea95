import type { DocumentLibrary } from '../../../usecases/ports/document-library.ts';
import { withLibrary } from '../../../usecases/sharing/library-files.ts';
import { librarySource } from '../../../usecases/sharing/library-source.ts';
import { readTree } from '../../../usecases/sharing/library-tree.ts';
import { libraryStatus, type AgencyStatus, type LibraryStatus } from '../../../usecases/sharing/library-status.ts';
import { valueOf, type OptionName } from '../../args.ts';
import type { Call } from '../../command.ts';
import { DATA_OPTIONS, loadData, type Data } from '../../data.ts';
import { UsageError } from '../../usage-error.ts';
import { oneAgency, openedLibrary, type OpenedLibrary } from './action.ts';
import { createProgress } from '../../output/progress.ts';

/** Options of {@link statusOf}. */
export const STATUS_OPTIONS: readonly OptionName[] = ['cache', 'no-cache'];

/**
 * The data that the options select; without a selection, those of the workbooks in the shared folder.
 * @throws {UsageError} {@link UnusableData} {@link LibraryFault}
 */
export async function dataOfLibrary(call: Call, library: DocumentLibrary): Promise<Data> {
  const { options, ports } = call;
  if (DATA_OPTIONS.some((option) => options.has(option))) return loadData(call);
  const memory = options.has('no-cache') ? undefined : await ports.openCache?.(valueOf(options, 'cache'));
  const source = librarySource(library, await readTree(library, memory));
  return loadData(call, { files: withLibrary(ports.files, source), paths: [source.path] });
}

/** Reads how far the agencies are; files that have not changed since the last time come from the cache. */
export async function statusOf(
  { io, options, ports }: Call,
  data: Data,
  library: DocumentLibrary,
  signal: AbortSignal | undefined,
  due?: string,
): Promise<LibraryStatus> {
  const cache = options.has('no-cache') ? undefined : await ports.openCache?.(valueOf(options, 'cache'));
  return libraryStatus(
    { ...ports, library, progress: createProgress(io), ...(cache ? { cache, memory: cache } : {}) },
    { ...data, ...(due === undefined ? {} : { due }), ...(signal === undefined ? {} : { signal }) },
  );
}

/** One agency with a workbook in the shared folder. */
export interface AgencyInLibrary extends OpenedLibrary {
  readonly data: Data;
  readonly status: LibraryStatus;
  readonly own: AgencyStatus;
}

/**
 * Opens the shared folder and reads how far the one agency is that `--agency` names.
 * @throws {UsageError} if it has no workbook there; {@link LibraryFault}
 */
export async function agencyInLibrary(call: Call): Promise<AgencyInLibrary> {
  const agencyIn = oneAgency(call);
  const opened = await openedLibrary(call);
  const data = await dataOfLibrary(call, opened.library);
  const agency = agencyIn(data.roster);
  const status = await statusOf(call, data, opened.library, opened.signal);
  const own = status.agencies.find((found) => found.agency === agency);
  if (own === undefined || own.files.length === 0) throw new UsageError('no-workbook', { agency: agency.name });
  return { ...opened, data, status, own };
}
