import { LOG_FOLDER, logFileName, RECORD_FILE, RECORD_FOLDER } from '../../domain/sharing/library-layout.ts';
import {
  emptyRecord,
  forProgramme,
  formatLog,
  formatRecord,
  isLaterRecord,
  parseLog,
  parseRecord,
  withEvents,
  type SharingEvent,
  type SharingRecord,
} from '../../domain/sharing/record.ts';
import { fetchFile } from './fetch-file.ts';
import { isFault } from './is-fault.ts';
import type { DocumentLibrary, LibraryFile, LibraryFolder, LibraryItem } from '../ports/document-library.ts';
import type { LibraryTree } from './library-tree.ts';

/**
 * Reads what is recorded in a library for a programme. A record that is missing, damaged or written by a later version of the program is
 * rebuilt from the log, which consists of files that are never changed. So is a record of which OneDrive keeps two copies, because two
 * computers wrote it before synchronization.
 */
export async function readRecord(
  library: DocumentLibrary,
  tree: LibraryTree,
  programme: string,
): Promise<SharingRecord> {
  const folder = tree.at([RECORD_FOLDER]);
  const file = tree.at([RECORD_FOLDER, RECORD_FILE]);
  if (folder?.kind !== 'folder') return emptyRecord(programme);
  const loaded = file?.kind === 'file' ? await load(library, file) : undefined;
  const record = loaded?.record;
  const hasCopies = tree.files.some((item) => item.parent === folder.id && isCopy(item));
  if (record && !loaded.isLater && !hasCopies) return forProgramme(record, programme);
  const whole = withEvents(record ?? emptyRecord(programme), (await rebuilt(library, folder, programme)).events);
  return forProgramme(whole, programme);
}

/** Whether an item is a conflicting copy of the record, `manifest-PC01.json` or `manifest (1).json`. */
function isCopy({ kind, name }: LibraryItem): boolean {
  return kind === 'file' && name !== RECORD_FILE && COPY.test(name);
}

const COPY = new RegExp(`^${RECORD_FILE.replace('.json', '')}[^.]*\\.json$`, 'i');

/** The record, undefined if it cannot be read, and the version of its file. */
interface LoadedRecord {
  readonly record: SharingRecord | undefined;
  /** Whether a later version of the program wrote it. */
  readonly isLater: boolean;
  readonly file: LibraryFile;
}

/** Limit of attempts if others keep writing the record between reading and writing; then the events are in the log only. */
const ATTEMPTS = 8;

/** Adds events to the record of a library and to the log of a run. */
export interface Recorder {
  add(event: SharingEvent): void;
  /** Writes what was added since the last time. */
  flush(): Promise<void>;
}

/**
 * Creates the recorder of one run.
 * @param options.run distinguishes runs that began at the same time
 */
export function createRecorder(
  library: DocumentLibrary,
  { programme, startedAt, run }: { readonly programme: string; readonly startedAt: string; readonly run: string },
): Recorder {
  let pending: SharingEvent[] = [];
  let parts = 0;
  return {
    add: (event) => void pending.push({ ...event, programme }),
    async flush() {
      if (pending.length === 0) return;
      const events = pending;
      pending = [];
      try {
        const folder = await library.makeFolder(library.root, RECORD_FOLDER);
        // Events that are in the log twice, because a response was lost, count once.
        await writeLog(library, folder, logFileName(startedAt, `${run}-${++parts}`), events);
        await addToRecord(library, folder, programme, events);
      } catch (error) {
        pending = [...events, ...pending];
        throw error;
      }
    },
  };
}

async function writeLog(
  library: DocumentLibrary,
  folder: LibraryFolder,
  name: string,
  events: readonly SharingEvent[],
): Promise<void> {
  const logs = await library.makeFolder(folder, LOG_FOLDER);
  await library.create(logs, name, new TextEncoder().encode(formatLog(events)));
}

async function addToRecord(
  library: DocumentLibrary,
  folder: LibraryFolder,
  programme: string,
  events: readonly SharingEvent[],
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const found = (await library.children(folder)).find(({ name }) => name === RECORD_FILE);
    const loaded = found?.kind === 'file' ? await load(library, found) : undefined;
    // A later version's record is not changed; the events are in the log.
    if (loaded?.isLater === true) return;
    const record = loaded?.record ?? (await rebuilt(library, folder, programme));
    const bytes = new TextEncoder().encode(formatRecord(withEvents(record, events)));
    try {
      if (loaded) await library.replace(loaded.file, bytes);
      else await library.create(folder, RECORD_FILE, bytes);
      return;
    } catch (error) {
      // Somebody else wrote the record in the meantime: add to the new version.
      if (attempt === ATTEMPTS || !(isFault(error, 'changed') || isFault(error, 'exists'))) throw error;
    }
  }
}

async function load(library: DocumentLibrary, file: LibraryFile): Promise<LoadedRecord> {
  const downloaded = await fetchFile(library, file);
  const text = new TextDecoder().decode(downloaded.bytes);
  return { record: parseRecord(text), isLater: isLaterRecord(text), file: downloaded.file };
}

async function rebuilt(library: DocumentLibrary, folder: LibraryFolder, programme: string): Promise<SharingRecord> {
  const logs = (await library.children(folder)).find(({ name }) => name === LOG_FOLDER);
  let record = emptyRecord(programme);
  for (const log of logs?.kind === 'folder' ? await library.children(logs) : []) {
    if (log.kind !== 'file') continue;
    record = withEvents(record, parseLog(new TextDecoder().decode((await fetchFile(library, log)).bytes)));
  }
  return record;
}
