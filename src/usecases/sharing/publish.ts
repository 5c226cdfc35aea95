import { nameOfPath, pathsBeside, withSuffix } from '../../domain/text/file-path.ts';
import { bangkokTime } from '../../domain/text/dates.ts';
import { MASTER_FOLDER } from '../../domain/sharing/library-layout.ts';
import { lastPublished } from '../../domain/sharing/record.ts';
import type { PublishStep } from '../../domain/sharing/steps.ts';
import type { Clock } from '../ports/clock.ts';
import type { DocumentLibrary, LibraryFile, LibraryFolder, Person } from '../ports/document-library.ts';
import { fetchFile } from './fetch-file.ts';
import { isFault } from './is-fault.ts';
import { readTree, type LibraryTree } from './library-tree.ts';
import { isSameVersion, versionTags } from './same-version.ts';
import { createRecorder, readRecord } from './sharing-record.ts';

/** The ports of publishing. */
export interface PublishPorts {
  readonly library: DocumentLibrary;
  readonly clock: Clock;
}

/** What to publish. */
export interface PublishRequest {
  /** Identifier of the programme. */
  readonly programme: string;
  /** The path of the master where it was made; only its name matters. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly run: string;
  readonly by?: string;
}

/** The plan of publishing. */
export interface PublishPlan {
  readonly step: PublishStep;
  readonly name: string;
  /** The published file, if there is one. */
  readonly found?: LibraryFile;
  readonly savedBy?: Person;
}

/** The outcome of publishing. */
export interface Published {
  readonly file: LibraryFile;
  /** A copy of the version that somebody edited. */
  readonly kept?: LibraryFile;
  /** Whether somebody had the master open, so that the new one was saved under another name. */
  readonly isBeside: boolean;
}

/**
 * Plans publishing. Only reads.
 * @throws {LibraryFault}
 */
export async function planPublish({ library }: PublishPorts, request: PublishRequest): Promise<PublishPlan> {
  const name = nameOfPath(request.path);
  const tree = await readTree(library);
  const found = tree.at([MASTER_FOLDER, name]);
  if (found?.kind !== 'file') return { step: 'create', name };
  const savedBy = found.modifiedBy === undefined ? {} : { savedBy: found.modifiedBy };
  return { step: await stepFor(library, tree, request, found), name, found, ...savedBy };
}

async function stepFor(
  library: DocumentLibrary,
  tree: LibraryTree,
  { programme, bytes }: PublishRequest,
  found: LibraryFile,
): Promise<PublishStep> {
  const published = lastPublished(await readRecord(library, tree, programme), found.id);
  if (published && (await isSameVersion(library, found, published))) return 'replace';
  return isSame(library, bytes, (await fetchFile(library, found)).bytes) ? 'same' : 'keep-both';
}

/** Limit of attempts if somebody keeps saving the master between reading and writing; then it is saved under another name. */
const ATTEMPTS = 5;

/**
 * Puts the master into the folder of masters. It replaces the version that was published last; a version that somebody edited is first
 * copied to another file. If somebody has the master open, the new one is saved under another name.
 * @throws {LibraryFault}
 */
export async function publish(ports: PublishPorts, request: PublishRequest): Promise<Published> {
  const { library, clock } = ports;
  const published = await put(ports, request);
  const recorder = createRecorder(library, { ...request, startedAt: clock.now() });
  recorder.add({
    event: 'published',
    at: clock.now(),
    ...versionTags(published.file),
    ...(request.by === undefined ? {} : { by: request.by }),
  });
  await recorder.flush();
  return published;
}

async function put(ports: PublishPorts, request: PublishRequest): Promise<Published> {
  const { library } = ports;
  const folder = await library.makeFolder(library.root, MASTER_FOLDER);
  for (let attempt = 1; ; attempt += 1) {
    const plan = await planPublish(ports, request);
    try {
      if (plan.found === undefined) {
        return { file: await library.create(folder, plan.name, request.bytes), isBeside: false };
      }
      if (plan.step === 'same') return { file: plan.found, isBeside: false };
      const kept = plan.step === 'keep-both' ? await keepCopy(ports, folder, plan.found) : undefined;
      const file = await library.replace(kept?.of ?? plan.found, request.bytes);
      return { file, isBeside: false, ...(kept ? { kept: kept.file } : {}) };
    } catch (error) {
      const isLocked = isFault(error, 'locked');
      if (!isLocked && !isFault(error, 'changed') && !isFault(error, 'exists')) throw error;
      if (isLocked || attempt === ATTEMPTS) {
        return { file: await createBeside(library, folder, plan.name, request.bytes), isBeside: true };
      }
    }
  }
}

/** Copies the existing version to another file. @returns the copy, and the version that was copied */
async function keepCopy(
  { library, clock }: PublishPorts,
  folder: LibraryFolder,
  found: LibraryFile,
): Promise<{ readonly file: LibraryFile; readonly of: LibraryFile }> {
  const { file, bytes } = await fetchFile(library, found);
  const now = clock.now();
  const time = (bangkokTime(file.modifiedAt ?? now) ?? now).replace('T', ' ').replaceAll(':', '.');
  const name = withSuffix(found.name, ` (ฉบับที่มีผู้แก้ไข ${time})`);
  return { file: await createBeside(library, folder, name, bytes), of: file };
}

/** Creates a file under the name or, if it is taken, the next free one. A file that has the content already is returned instead. */
async function createBeside(
  library: DocumentLibrary,
  folder: LibraryFolder,
  name: string,
  bytes: Uint8Array,
): Promise<LibraryFile> {
  for (const free of pathsBeside(name)) {
    try {
      return await library.create(folder, free, bytes);
    } catch (error) {
      if (!isFault(error, 'exists')) throw error;
      const there = (await library.children(folder)).find((item) => item.name === free);
      const held = there?.kind === 'file' ? await fetchFile(library, there) : undefined;
      if (held && isSame(library, bytes, held.bytes)) return held.file;
    }
  }
  throw new Error('no end of names');
}

/** Whether a file has the content that was sent: an interrupted run may have created it. */
function isSame({ isSame: isSameThere = isEqual }: DocumentLibrary, sent: Uint8Array, fetched: Uint8Array): boolean {
  return isSameThere(sent, fetched);
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
