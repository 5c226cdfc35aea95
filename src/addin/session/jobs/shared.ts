import { agencyFolderName, MASTER_FOLDER } from '../../../domain/sharing/library-layout.ts';
import { sizeLimitOfMaster } from '../../../domain/master/size-limit.ts';
import type { AgencyCode } from '../../../domain/programme/roster.ts';
import { isMasterOf } from '../../../usecases/is-master-of.ts';
import { openWorkbook } from '../../../usecases/read-workbook.ts';
import type { ChosenFiles } from '../../../usecases/ports/file-store.ts';
import { LibraryFault, type DocumentLibrary } from '../../../usecases/ports/document-library.ts';
import type { LibraryMemory } from '../../../usecases/ports/library-memory.ts';
import type { CachedResult, ResultCache } from '../../../usecases/ports/result-cache.ts';
import { giveOut, needsPerson } from '../../../usecases/sharing/give-out.ts';
import { librarySource } from '../../../usecases/sharing/library-source.ts';
import { libraryStatus, type AgencyStatus, type LibraryStatus } from '../../../usecases/sharing/library-status.ts';
import { readTree } from '../../../usecases/sharing/library-tree.ts';
import { planGiveOut } from '../../../usecases/sharing/plan-give-out.ts';
import { planPublish, publish } from '../../../usecases/sharing/publish.ts';
import { accept, planSendBack, sendBack } from '../../../usecases/sharing/send-back.ts';
import { recordCollected } from '../../../usecases/sharing/record-collected.ts';
import { notice, type Notice } from '../notice.ts';
import { programmeOfReport } from '../programmes.ts';
import type { Job } from '../session-state.ts';
import type { SharedFolder, SharedPlace } from '../shared-folder.ts';
import { collect } from './collect.ts';

/** Opens a shared folder, for which the person may have to sign in. Nothing is written. */
export async function openShared(job: Job, place: SharedPlace): Promise<Notice> {
  const { root } = await libraryAt(job, place, job.signal);
  const account = place.kind === 'link' ? (await job.ports.shared?.sharePoint?.())?.signIn.account : undefined;
  const shared: SharedFolder = { place, name: root.name, cache: memoryCache(), memory: libraryMemory() };
  job.set({ shared: { ...shared, ...(account ? { account: account.name } : {}) } });
  return notice('shared-opened', { facts: { folder: root.name } });
}

/** Shows what giving out to every agency would do. */
export async function planSharing(job: Job): Promise<undefined> {
  const library = await libraryOf(job, job.signal);
  const plan = await planGiveOut({ library, memory: sharedOf(job).memory, codec: job.ports.codec }, requestOf(job));
  updateShared(job, { plan, given: undefined });
}

/** Carries out the plan of giving out. It can be stopped between agencies. */
export async function shareOut(job: Job): Promise<Notice> {
  const { plan } = sharedOf(job);
  if (plan === undefined) return notice('not-planned');
  const { ports, signal } = job;
  // Without the signal, so that no agency's workbook is left incomplete.
  const library = await libraryOf(job);
  const given = await giveOut({ ...ports, library, progress: job.progress }, requestOf(job), plan, {
    ...runBy(job),
    signal,
  });
  updateShared(job, { given, status: undefined });
  const count = given.filter(({ file }) => file === 'done').length;
  const left = given.filter(needsPerson).length;
  const facts = { count, total: given.length, folder: library.root.name };
  return left === 0 ? notice('given-out', { facts }) : notice('given-out-partly', { facts: { ...facts, left } });
}

/** Reads the progress of the agencies. */
export async function readSharedStatus(job: Job): Promise<Notice> {
  const { agencies } = await statusNow(job, await libraryOf(job, job.signal));
  const count = agencies.filter(isDone).length;
  return notice('shared-status', { facts: { count, total: agencies.length } });
}

/** Whether nothing is left for an agency to do. */
function isDone({ state }: AgencyStatus): boolean {
  return state === 'answered' || state === 'accepted';
}

/** Reads the answers in the shared folder, and records there which versions were read. No file of an agency is written. */
export async function collectShared(job: Job): Promise<Notice> {
  const library = await libraryOf(job, job.signal);
  const { cache, memory } = sharedOf(job);
  const source = librarySource(library, await readTree(library, memory));
  const before = job.state().collection;
  const outcome = await collect(job, { ...source, paths: [source.path] }, cache);
  const { collection } = job.state();
  if (collection?.kind !== 'read' || collection === before || outcome.kind !== 'message') return outcome;
  const { programme } = programmeOfReport(job.state());
  try {
    const run = { programme: programme.id, ...runBy(job) };
    await recordCollected({ ...job.ports, library, memory }, collection.answers.consolidation, source, run);
    return outcome;
  } catch (error) {
    // The answers were read nevertheless.
    if (!(error instanceof LibraryFault)) throw error;
    return { ...outcome, hints: [...outcome.hints, ['not-recorded']] };
  }
}

/** Shows what publishing a master would do. */
export async function planPublishing(job: Job, files: ChosenFiles): Promise<Notice | undefined> {
  const [path] = files.paths;
  if (path === undefined) return notice('no-files');
  const { programme, roster } = programmeOfReport(job.state());
  const bytes = await files.read(path);
  const { codec } = job.ports;
  const isMaster = await openWorkbook(
    codec,
    bytes,
    (content) => isMasterOf(content, programme),
    path,
    sizeLimitOfMaster(programme, roster),
  );
  if (typeof isMaster === 'object') return { kind: 'problem', problem: isMaster };
  if (!isMaster) return notice('not-the-master', { facts: { file: path, year: programme.year } });
  const library = await libraryOf(job, job.signal);
  const plan = await planPublish({ ...job.ports, library }, publishRequest(job, path, bytes));
  updateShared(job, { publishing: { path, bytes, plan } });
  return undefined;
}

/** Publishes the master that is shown. */
export async function publishMaster(job: Job): Promise<Notice> {
  const { publishing } = sharedOf(job);
  if (publishing === undefined) return notice('not-planned');
  const { path, bytes } = publishing;
  const library = await libraryOf(job);
  const { file, kept, isBeside } = await publish({ ...job.ports, library }, publishRequest(job, path, bytes));
  updateShared(job, { publishing: undefined });
  const facts = { path: `${MASTER_FOLDER}/${file.name}` };
  if (kept) return notice('published-kept', { facts: { ...facts, kept: `${MASTER_FOLDER}/${kept.name}` } });
  return notice(isBeside ? 'published-beside' : 'published', { facts });
}

/** Sends remarks back to an agency, unless its files changed since they were shown. */
export async function sendBackTo(job: Job, code: AgencyCode, note: string): Promise<Notice> {
  const library = await libraryOf(job);
  const checked = await stillAsShown(job, library, code);
  if (checked.kind === 'changed') return checked.notice;
  const plan = planSendBack(checked.status, checked.agency.agency);
  const words = note.trim() === '' ? {} : { note };
  const file = await sendBack(
    { ...job.ports, library },
    { ...programmeOfReport(job.state()), ...runBy(job), ...words },
    plan,
  );
  const path = `${agencyFolderName(plan.agency)}/${file.name}`;
  updateShared(job, { message: { agency: code, path, remarks: plan.remarks.length } });
  await statusNow(job, library);
  return notice('sent-back', { facts: { agency: plan.agency.name, remarks: plan.remarks.length, path } });
}

/** Records that the office accepts an agency's answers, unless its files changed since they were shown. */
export async function acceptAnswers(job: Job, code: AgencyCode): Promise<Notice> {
  const library = await libraryOf(job);
  const checked = await stillAsShown(job, library, code);
  if (checked.kind === 'changed') return checked.notice;
  const { programme } = programmeOfReport(job.state());
  await accept({ ...job.ports, library }, { programme, ...runBy(job) }, checked.agency);
  await statusNow(job, library);
  return notice('accepted', { facts: { agency: checked.agency.agency.name } });
}

type CheckedAgain =
  | { readonly kind: 'same'; readonly status: LibraryStatus; readonly agency: AgencyStatus }
  | { readonly kind: 'changed'; readonly notice: Notice };

/** Reads the status again, because the person decided by what was shown, which may be hours old. */
async function stillAsShown(job: Job, library: DocumentLibrary, code: AgencyCode): Promise<CheckedAgain> {
  const find = (status: LibraryStatus | undefined): AgencyStatus | undefined =>
    status?.agencies.find(({ agency }) => agency.code === code);
  const shown = find(sharedOf(job).status);
  const status = await statusNow(job, library);
  const agency = find(status);
  if (agency && agency.files.length > 0 && versionsOf(shown) === versionsOf(agency))
    return { kind: 'same', status, agency };
  const facts = { agency: agency?.agency.name ?? code };
  return { kind: 'changed', notice: notice('changed-since-shown', { facts }) };
}

function versionsOf(status: AgencyStatus | undefined): string {
  return JSON.stringify(status?.files.map(({ version }) => [version.id, version.tag]));
}

async function statusNow(job: Job, library: DocumentLibrary): Promise<LibraryStatus> {
  const { cache, memory } = sharedOf(job);
  const { signal } = job;
  const status = await libraryStatus(
    { ...job.ports, library, cache, memory, progress: job.progress },
    { ...programmeOfReport(job.state()), signal },
  );
  updateShared(job, { status });
  return status;
}

/** @throws {LibraryFault} if none was opened; the page has no buttons for it then */
function sharedOf({ state }: Job): SharedFolder {
  const { shared } = state();
  if (shared === undefined) throw new LibraryFault('missing', '', '');
  return shared;
}

function updateShared(
  job: Job,
  change: { readonly [Name in keyof SharedFolder]?: SharedFolder[Name] | undefined },
): void {
  const kept = Object.entries({ ...sharedOf(job), ...change }).filter(([, value]) => value !== undefined);
  job.set({ shared: Object.fromEntries(kept) as unknown as SharedFolder });
}

function libraryOf(job: Job, signal?: AbortSignal): Promise<DocumentLibrary> {
  return libraryAt(job, sharedOf(job).place, signal);
}

/** Opens the folder again for a job that can be stopped. */
async function libraryAt(
  { ports: { shared } }: Job,
  place: SharedPlace,
  signal?: AbortSignal,
): Promise<DocumentLibrary> {
  if (place.kind === 'picked' && shared?.picked) return shared.picked.open(signal);
  const sharePoint = await shared?.sharePoint?.();
  if (place.kind === 'picked' || sharePoint === undefined) throw new LibraryFault('missing', '', 'no way there');
  return sharePoint.open(place.link, signal);
}

function requestOf({ state }: Job): Parameters<typeof planGiveOut>[1] {
  const { programme, roster } = programmeOfReport(state());
  return { programme, roster, agencies: roster.agencies };
}

function publishRequest(job: Job, path: string, bytes: Uint8Array): Parameters<typeof publish>[1] {
  return { programme: programmeOfReport(job.state()).programme.id, path, bytes, ...runBy(job) };
}

/** Identifies this run, and who started it, in the log. */
function runBy(job: Job): { readonly run: string; readonly by?: string } {
  const { account } = sharedOf(job);
  return { run: crypto.randomUUID().slice(0, 8), ...(account === undefined ? {} : { by: account }) };
}

function libraryMemory(): LibraryMemory {
  const texts = new Map<string, string>();
  return {
    load: (key) => Promise.resolve(texts.get(key)),
    save: (key, text) => Promise.resolve(void texts.set(key, text)),
  };
}

/** A cache that lasts as long as the folder is open on the page. */
function memoryCache(): ResultCache {
  const entries = new Map<string, CachedResult>();
  return {
    find: (key) => Promise.resolve(entries.get(key)),
    store: (key, entry) => Promise.resolve(void entries.set(key, entry)),
  };
}
