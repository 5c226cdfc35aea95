import type { SharingEvent } from '../../domain/sharing/record.ts';
import type { Consolidation } from '../../domain/submissions/consolidation.ts';
import type { Clock } from '../ports/clock.ts';
import type { DocumentLibrary } from '../ports/document-library.ts';
import type { LibraryMemory } from '../ports/library-memory.ts';
import type { LibrarySource } from './library-source.ts';
import { versionTags } from './same-version.ts';
import { createRecorder } from './sharing-record.ts';

/** The ports of recording what was collected. */
export interface RecordCollectedPorts {
  readonly library: DocumentLibrary;
  readonly clock: Clock;
  /** Remembers which versions were recorded; without it, all are recorded every time. */
  readonly memory?: LibraryMemory | undefined;
}

/** The run that collected. */
export interface CollectingRun {
  /** Identifier of the programme. */
  readonly programme: string;
  /** Identifies this run in the log. */
  readonly run: string;
  /** Who is signed in. */
  readonly by?: string;
}

/**
 * Records in the library which versions of the agencies' files a consolidation has answers from, except those that are recorded already.
 * A file need not have been downloaded for it, because the status may have done so before.
 * @throws {LibraryFault} if recording fails; the next run makes up for it
 */
export async function recordCollected(
  { library, clock, memory }: RecordCollectedPorts,
  { agencies }: Consolidation,
  source: LibrarySource,
  { programme, run, by }: CollectingRun,
): Promise<void> {
  const at = clock.now();
  const key = `${library.root.id} collected ${programme}`;
  const recorded = tagsIn(await memory?.load(key));
  const recorder = createRecorder(library, { programme, startedAt: at, run });
  for (const { agency, submissions } of agencies) {
    for (const { file } of submissions) {
      const version = source.versionOf(file);
      if (version === undefined || source.wasRefused(file) || recorded.get(version.id) === version.tag) continue;
      const event: SharingEvent = { event: 'collected', at, agency, ...versionTags(version) };
      recorder.add(by === undefined ? event : { ...event, by });
      recorded.set(version.id, version.tag);
    }
  }
  await recorder.flush();
  await memory?.save(key, JSON.stringify([...recorded]));
}

/** Parses the tags that were recorded last, by item; none if the remembered text is not valid. */
function tagsIn(text: string | undefined): Map<string, string> {
  try {
    return new Map(JSON.parse(text ?? '[]') as [string, string][]);
  } catch {
    return new Map();
  }
}
