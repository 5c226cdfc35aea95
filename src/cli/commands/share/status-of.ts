import type { DocumentLibrary } from '../../../usecases/ports/document-library.ts';
import { libraryStatus, type LibraryStatus } from '../../../usecases/sharing/library-status.ts';
import { valueOf, type OptionName } from '../../args.ts';
import type { Call } from '../../command.ts';
import type { Data } from '../../data.ts';
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
