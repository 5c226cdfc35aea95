import { agencyFileName } from '../../domain/form/plan/agency-workbook.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { Agency, Roster } from '../../domain/programme/roster.ts';
import { agencyFolderName, isOfAgencies, isRemarksFile } from '../../domain/sharing/library-layout.ts';
import { lastEvent, type SharingRecord } from '../../domain/sharing/record.ts';
import type { AccessStep, FileStep } from '../../domain/sharing/steps.ts';
import { fileKind } from '../../domain/spreadsheet/file-kind.ts';
import { extensionOf } from '../../domain/text/file-path.ts';
import { inParallel } from '../in-parallel.ts';
import { isAnswered } from '../is-answered.ts';
import type { LibraryMemory } from '../ports/library-memory.ts';
import type { DocumentLibrary, LibraryFile } from '../ports/document-library.ts';
import type { WorkbookCodec } from '../ports/workbook-codec.ts';
import { readWorkbook } from '../read-workbook.ts';
import { fetchFile } from './fetch-file.ts';
import { isFault, isUnreadableFile } from './is-fault.ts';
import { readTree, type LibraryTree } from './library-tree.ts';
import { isSameVersion } from './same-version.ts';
import { readRecord } from './sharing-record.ts';

/** The ports of giving out. */
export interface PlanGiveOutPorts {
  readonly library: DocumentLibrary;
  readonly memory?: LibraryMemory;
  readonly codec: Pick<WorkbookCodec, 'decode'>;
}

/** Which agencies get a workbook. */
export interface GiveOutRequest {
  readonly programme: Programme;
  readonly roster: Roster;
  readonly agencies: readonly Agency[];
}

/** The plan of giving out for one agency. */
export interface GiveOutLine {
  readonly agency: Agency;
  readonly file: FileStep;
  readonly access: AccessStep;
  /** The existing workbook or, if `file` is `create`, an empty file of its name to be replaced. */
  readonly found?: LibraryFile;
  /** Whether the record has already that it was given out. */
  readonly isRecorded?: boolean;
}

/** The plan of giving out. */
export interface GiveOutPlan {
  /** In the order of the request. */
  readonly lines: readonly GiveOutLine[];
  readonly record: SharingRecord;
}

/** Agencies that are examined in parallel. */
const PARALLEL = 4;

/**
 * Plans giving out. Only reads. An existing workbook is never replaced, whatever its content and name.
 * @throws {LibraryFault}
 */
export async function planGiveOut(ports: PlanGiveOutPorts, request: GiveOutRequest): Promise<GiveOutPlan> {
  const { library, memory } = ports;
  const tree = await readTree(library, memory);
  const record = await readRecord(library, tree, request.programme.id);
  const lines = new Map<Agency, GiveOutLine>();
  const look = (agency: Agency): Promise<GiveOutLine> => lineOf(ports, request, { tree, record, agency });
  for await (const line of inParallel(request.agencies, PARALLEL, look)) lines.set(line.agency, line);
  return { lines: request.agencies.flatMap((agency) => lines.get(agency) ?? []), record };
}

interface Look {
  readonly tree: LibraryTree;
  readonly record: SharingRecord;
  readonly agency: Agency;
}

async function lineOf(ports: PlanGiveOutPorts, request: GiveOutRequest, look: Look): Promise<GiveOutLine> {
  const { agency, record } = look;
  const access = accessStep(ports.library, record, agency);
  try {
    return { agency, access, ...(await fileStep(ports, request, look)) };
  } catch (error) {
    if (isFault(error, 'denied')) return { agency, access, file: 'denied' };
    throw error;
  }
}

async function fileStep(
  ports: PlanGiveOutPorts,
  request: GiveOutRequest,
  { tree, record, agency }: Look,
): Promise<Pick<GiveOutLine, 'file' | 'found' | 'isRecorded'>> {
  const given = lastEvent(record, 'given-out', agency.code);
  const known = given && tree.byId(given.item);
  // The workbook that was given out, by its identifier, even if it was moved or renamed.
  if (given && known?.kind === 'file') {
    const isUntouched = await isSameVersion(ports.library, known, given);
    if (isUntouched) return { file: known.isOpen === true ? 'locked' : 'keep', found: known, isRecorded: true };
  }
  const folder = [agencyFolderName(agency)];
  const own = tree.at(folder);
  if (own?.kind === 'folder' && own.isClosed === true) return { file: 'denied' };
  const name = agencyFileName(request.programme, agency);
  const workbooks =
    known?.kind === 'file' ? [known] : [...workbooksIn(tree, folder), ...namesakesOf(tree, name, folder)];
  for (const workbook of workbooks) {
    const file = await stepOf(ports, request, agency, workbook);
    if (file) return { file, found: workbook };
  }
  const other = tree.at([...folder, name]) ?? own;
  // A browser that was closed during giving out leaves an empty file.
  if (other?.kind === 'file' && other.size === 0 && tree.pathOf(other).length > 1) {
    return { file: 'create', found: other };
  }
  return other === undefined || (other.kind === 'folder' && tree.pathOf(other).length === 1)
    ? { file: 'create' }
    : { file: 'taken', ...(other.kind === 'file' ? { found: other } : {}) };
}

function workbooksIn(tree: LibraryTree, folder: readonly string[]): readonly LibraryFile[] {
  return tree.files.filter((file) => {
    const path = tree.pathOf(file);
    return path.length > 1 && path[0] === folder[0] && fileKind(file.name) === 'workbook' && !isRemarksFile(file.name);
  });
}

/** Workbooks in other places whose names begin like the agency's: if its workbook was moved, a second, empty one must not be created. */
function namesakesOf(tree: LibraryTree, name: string, folder: readonly string[]): readonly LibraryFile[] {
  const stem = name.slice(0, name.length - extensionOf(name).length).normalize('NFC');
  return tree.files.filter((file) => {
    const path = tree.pathOf(file);
    const isElsewhere = isOfAgencies(path) && (path.length === 1 || path[0] !== folder[0]);
    return isElsewhere && fileKind(file.name) === 'workbook' && file.name.normalize('NFC').startsWith(stem);
  });
}

/** The step for a workbook according to its content; undefined if it is not this agency's. */
async function stepOf(
  { library, codec }: PlanGiveOutPorts,
  { programme, roster }: GiveOutRequest,
  agency: Agency,
  file: LibraryFile,
): Promise<FileStep | undefined> {
  const bytes = await bytesOf(library, file);
  const result = bytes && (await readWorkbook(codec, bytes, { programme, roster, file: file.name }));
  if (!result?.submissions.some((submission) => submission.agency === agency.code)) return undefined;
  if (isAnswered(result)) return 'changed';
  return file.isOpen ? 'locked' : 'keep';
}

/** The bytes of a file; undefined if it is damaged or no longer exists, so that the other files can still be examined. */
async function bytesOf(library: DocumentLibrary, file: LibraryFile): Promise<Uint8Array | undefined> {
  try {
    return (await fetchFile(library, file)).bytes;
  } catch (error) {
    if (isUnreadableFile(error)) return undefined;
    throw error;
  }
}

function accessStep({ sharing }: DocumentLibrary, record: SharingRecord, agency: Agency): AccessStep {
  if (sharing === undefined) return 'elsewhere';
  const { sharedWith = [] } = agency;
  if (sharedWith.length === 0) return 'no-address';
  const granted = lastEvent(record, 'shared', agency.code)?.recipients ?? [];
  return sharedWith.every((recipient) => granted.includes(recipient)) ? 'granted' : 'grant';
}
