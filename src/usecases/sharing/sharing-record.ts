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
 * Reads what is recorded in a library for a programme. A record that is missing, damaged or of a later version of the program is
 * made anew from the log, to which nothing but whole files is ever added. So is one of which OneDrive keeps two versions, because
 * two computers wrote it before it was kept in step.
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

/** Whether something beside the record is a further version of it, `manifest-PC01.json` or `manifest (1).json`. */
function isCopy({ kind, name }: LibraryItem): boolean {
  return kind === 'file' && name !== RECORD_FILE && COPY.test(name);
}

const COPY = new RegExp(`^${RECORD_FILE.replace('.json', '')}[^.]*\\.json$`, 'i');

/** What is recorded, undefined if that cannot be read, and the version of the file that it was read from. */
interface LoadedRecord {
  readonly record: SharingRecord | undefined;
  /** Whether a later version of the program wrote it. */
  readonly isLater: boolean;
  readonly file: LibraryFile;
}

/** How often somebody else may write the record between our reading and writing before we leave it to the log. */
const ATTEMPTS = 8;

/** Adds events to the record of a library, and keeps the log of a run beside it. */
export interface Recorder {
  add(event: SharingEvent): void;
  /** Writes what was added since the last time. */
  flush(): Promise<void>;
}

/**
 * A recorder of one run.
 * @param run tells the run from others that began at the same time
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
        // What is in the log twice, because an answer was lost, counts once.
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
    // It is left as it is: what we add is in the log.
    if (loaded?.isLater === true) return;
    const record = loaded?.record ?? (await rebuilt(library, folder, programme));
    const bytes = new TextEncoder().encode(formatRecord(withEvents(record, events)));
    try {
      if (loaded) await library.replace(loaded.file, bytes);
      else await library.create(folder, RECORD_FILE, bytes);
      return;
    } catch (error) {
      // Somebody else recorded something meanwhile: add to what is there now.
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
