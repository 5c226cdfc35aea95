import type { PackedYear } from '../../domain/form/carried-year.ts';
import { agencyFileName, planAgencyWorkbook } from '../../domain/form/plan/agency-workbook.ts';
import { agencyFolderName } from '../../domain/sharing/library-layout.ts';
import type { SharingEvent } from '../../domain/sharing/record.ts';
import type { StepOutcome } from '../../domain/sharing/steps.ts';
import { packYear } from '../carried-year.ts';
import { inParallel } from '../in-parallel.ts';
import type { Clock } from '../ports/clock.ts';
import { LibraryFault, type DocumentLibrary, type LibraryFolder } from '../ports/document-library.ts';
import type { Progress } from '../ports/progress.ts';
import type { WorkbookCodec } from '../ports/workbook-codec.ts';
import { isFault } from './is-fault.ts';
import type { GiveOutLine, GiveOutPlan, GiveOutRequest } from './plan-give-out.ts';
import { versionTags } from './same-version.ts';
import { createRecorder, type Recorder } from './sharing-record.ts';

/** The ports of giving out. */
export interface GiveOutPorts {
  readonly library: DocumentLibrary;
  readonly codec: Pick<WorkbookCodec, 'encode' | 'packText'>;
  readonly clock: Clock;
  readonly progress: Progress;
}

/** The outcome of giving out for one agency. If it was interrupted, giving out again continues. */
export interface GivenOut {
  readonly line: GiveOutLine;
  readonly file: StepOutcome;
  readonly access: StepOutcome;
  /** Why the file or the access failed; the file is kept if only the access failed. */
  readonly fault?: LibraryFault;
}

/** Whether something failed or was not done, or whether a person has to act first. */
export function needsPerson({ line, file, access }: GivenOut): boolean {
  const isClosed = line.file === 'taken' || line.file === 'denied';
  return isClosed || file === 'failed' || file === 'not-done' || access === 'failed';
}

/** Options of giving out. */
export interface GiveOutOptions {
  /** Identifies this run in the log. */
  readonly run: string;
  /** Who is signed in. */
  readonly by?: string;
  /** Stops after the steps that have begun. */
  readonly signal?: AbortSignal;
}

/** Agencies that are processed in parallel. */
const PARALLEL = 4;

/** Agencies after which the record is written: often enough to show the office the progress, without overloading the service. */
const RECORD_INTERVAL = 20;

/**
 * Gives out workbooks as planned: creates a folder, the workbook in it, and access to the folder. Existing files are never replaced.
 * Every step can be repeated: what is done already is left as it is.
 * @returns the outcome for each line of the plan, in order
 */
export async function giveOut(
  ports: GiveOutPorts,
  request: Pick<GiveOutRequest, 'programme' | 'roster'>,
  plan: GiveOutPlan,
  options: GiveOutOptions,
): Promise<readonly GivenOut[]> {
  const { library, clock, progress } = ports;
  const startedAt = clock.now();
  const recorder = createRecorder(library, { programme: request.programme.id, startedAt, run: options.run });
  const run: Run = { ...ports, ...request, year: await packYear(ports.codec, request), recorder, options };
  const done = new Map<GiveOutLine, GivenOut>();
  // A fault that would occur for every other agency, too.
  let ended: LibraryFault | undefined;
  const work = async (line: GiveOutLine): Promise<GivenOut> => {
    if (options.signal?.aborted === true) return { line, ...NOT_DONE };
    if (ended) return { line, ...NOT_DONE, fault: ended };
    const given = await giveOutTo(run, line);
    if (given.fault && FATAL.has(given.fault.reason)) ended = given.fault;
    return given;
  };
  try {
    for await (const given of inParallel(plan.lines, PARALLEL, work)) {
      done.set(given.line, given);
      progress(done.size, plan.lines.length, given.line.agency.name);
      if (done.size % RECORD_INTERVAL === 0) await recorder.flush();
    }
  } finally {
    // Giving out again finds what is done without the record, and a fault here must not hide another one.
    await recorder.flush().catch((error: unknown) => {
      if (!(error instanceof LibraryFault)) throw error;
    });
  }
  return plan.lines.flatMap((line) => done.get(line) ?? []);
}

const NOT_DONE = { file: 'not-done', access: 'not-done' } as const;

/** Faults that end giving out for all agencies. */
const FATAL: ReadonlySet<string> = new Set<LibraryFault['reason']>(['signed-out', 'unreachable', 'busy', 'full']);

interface Run extends GiveOutPorts, Pick<GiveOutRequest, 'programme'> {
  /** The data of the year, for every workbook to carry. */
  readonly year: PackedYear;
  readonly recorder: Recorder;
  readonly options: GiveOutOptions;
}

async function giveOutTo(run: Run, line: GiveOutLine): Promise<GivenOut> {
  const { library } = run;
  const { agency, found } = line;
  if (line.file === 'taken' || line.file === 'denied') return { line, file: 'there', access: 'not-done' };
  let folder: LibraryFolder | undefined;
  let file: GivenOut['file'] = 'there';
  try {
    if (line.file === 'create') {
      folder = await library.makeFolder(library.root, agencyFolderName(agency));
      file = await createIn(run, line, folder);
    } else if (found) recordExisting(run, line, found);
  } catch (error) {
    return { line, file: 'failed', access: 'not-done', fault: faultOf(error) };
  }
  if (line.access !== 'grant') return { line, file, access: line.access === 'granted' ? 'there' : 'not-done' };
  try {
    folder ??= await library.makeFolder(library.root, agencyFolderName(agency));
    const recipients = agency.sharedWith ?? [];
    await library.sharing?.grant(folder, recipients);
    add(run, { event: 'shared', agency: agency.code, recipients });
    return { line, file, access: 'done' };
  } catch (error) {
    return { line, file, access: 'failed', fault: faultOf(error) };
  }
}

/** Creates the workbook. One that appeared in the meantime, by a request whose response was lost or by somebody else, is kept. */
async function createIn(run: Run, { agency, found }: GiveOutLine, folder: LibraryFolder): Promise<'done' | 'there'> {
  const { library, codec, programme, year } = run;
  const name = agencyFileName(programme, agency);
  const bytes = await codec.encode(planAgencyWorkbook(programme, agency, { created: run.clock.now(), year }));
  try {
    const file = found ? await library.replace(found, bytes) : await library.create(folder, name, bytes);
    add(run, { event: 'given-out', agency: agency.code, ...versionTags(file) });
    return 'done';
  } catch (error) {
    if (isFault(error, 'exists') || isFault(error, 'changed')) return 'there';
    throw error;
  }
}

/** Records a workbook that an interrupted run gave out without recording it. */
function recordExisting(
  run: Run,
  { agency, file, isRecorded }: GiveOutLine,
  found: NonNullable<GiveOutLine['found']>,
): void {
  if (file === 'keep' && isRecorded !== true)
    add(run, { event: 'given-out', agency: agency.code, ...versionTags(found) });
}

type NewEvent = SharingEvent extends infer Event
  ? Event extends SharingEvent
    ? Omit<Event, 'at' | 'by'>
    : never
  : never;

function add({ recorder, clock, options: { by } }: Run, event: NewEvent): void {
  recorder.add({ ...event, at: clock.now(), ...(by === undefined ? {} : { by }) });
}

/** @throws the error if it is not a fault of the library, such as a programming error or the reason of an abort */
function faultOf(error: unknown): LibraryFault {
  if (error instanceof LibraryFault) return error;
  throw error;
}
