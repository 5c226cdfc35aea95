import type { SharingEvent } from '../../domain/sharing/record.ts';
import type { Consolidation } from '../../domain/submissions/consolidation.ts';
import type { LibrarySource } from './library-source.ts';
import { versionTags } from './same-version.ts';

/** What to record of a consolidation: the versions of the files whose answers are new in the master. */
export function collectedEvents(
  { agencies }: Consolidation,
  source: LibrarySource,
  at: string,
  by?: string,
): readonly SharingEvent[] {
  return agencies.flatMap(({ agency, submissions }) =>
    submissions.flatMap(({ file }): readonly SharingEvent[] => {
      const version = source.versionOf(file);
      if (version === undefined || !source.wasFetched(file)) return [];
      return [
        {
          event: 'collected',
          at,
          agency,
          ...versionTags(version),
          ...(by === undefined ? {} : { by }),
        },
      ];
    }),
  );
}
