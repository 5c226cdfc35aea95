import type { DocumentLibrary } from '../../../usecases/ports/document-library.ts';
import { libraryStatus, type AgencyStatus, type LibraryStatus } from '../../../usecases/sharing/library-status.ts';
import { valueOf, type OptionName } from '../../args.ts';
import type { Call } from '../../command.ts';
import type { Data } from '../../data.ts';
import { UsageError } from '../../usage-error.ts';
import { oneAgency, openedLibrary, type OpenedLibrary } from './action.ts';
import { createProgress } from '../../output/progress.ts';

/** Options of {@link statusOf}. */
export const STATUS_OPTIONS: readonly OptionName[] = ['cache', 'no-cache'];

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
  readonly status: LibraryStatus;
  readonly own: AgencyStatus;
}

/**
 * Opens the shared folder and reads how far the one agency is that `--agency` names.
 * @throws {UsageError} if it has no workbook there; {@link LibraryFault}
 */
export async function agencyInLibrary(call: Call, data: Data): Promise<AgencyInLibrary> {
  const agency = oneAgency(call, data.roster);
  const opened = await openedLibrary(call);
  const status = await statusOf(call, data, opened.library, opened.signal);
  const own = status.agencies.find((found) => found.agency === agency);
  if (own === undefined || own.files.length === 0) throw new UsageError('no-workbook', { agency: agency.name });
  return { ...opened, status, own };
}
