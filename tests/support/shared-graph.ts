import { openGraphLibrary } from '../../src/adapters/graph/graph-library.ts';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { builtInProgramme } from '../../src/domain/programme/catalogue.ts';
import type { Agency, Roster } from '../../src/domain/programme/roster.ts';
import type { DocumentLibrary } from '../../src/usecases/ports/document-library.ts';
import type { LibraryMemory } from '../../src/usecases/ports/library-memory.ts';
import type { CachedResult, ResultCache } from '../../src/usecases/ports/result-cache.ts';
import { fakeTime, SIGNED_IN } from './graph-server/client.ts';
import { startGraphServer, type GraphServer } from './graph-server/graph-server.ts';

/** The real programme and its 77 agencies, each with an address that its folder is shared with. */
export function sharedProgramme(): {
  programme: NonNullable<ReturnType<typeof builtInProgramme>>['programme'];
  roster: Roster;
} {
  const { programme, roster } = builtInProgramme()!;
  const agencies = roster.agencies.map((agency): Agency => ({ ...agency, sharedWith: [`${agency.code}@bma.example`] }));
  return { programme, roster: { ...roster, agencies } };
}

/** A folder of SharePoint that is open, and the server behind it. */
export interface SharedGraph {
  readonly server: GraphServer;
  /** Opens the folder anew, as a program does that is started again. */
  open(signal?: AbortSignal): Promise<DocumentLibrary>;
}

/** Starts a server with an empty folder `ITA 2565`. */
export async function sharedGraph(): Promise<SharedGraph> {
  const server = await startGraphServer();
  server.drive.makeFolder(server.drive.root, 'ITA 2565', server.me.actor).hiddenFor = 0;
  return {
    server,
    open: (signal) =>
      openGraphLibrary(`${server.link}/ITA%202565`, {
        base: server.base,
        signIn: SIGNED_IN,
        signal,
        waiting: fakeTime(),
      }),
  };
}

/** A cache and a memory that last as long as the test. */
export function ownMemory(): ResultCache & LibraryMemory {
  const results = new Map<string, CachedResult>();
  const texts = new Map<string, string>();
  return {
    find: (key) => Promise.resolve(results.get(key)),
    store: (key, entry) => Promise.resolve(void results.set(key, entry)),
    load: (key) => Promise.resolve(texts.get(key)),
    save: (key, text) => Promise.resolve(void texts.set(key, text)),
  };
}

/** The real codec. */
export const CODEC = createXlsxCodec();
