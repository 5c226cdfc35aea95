import type { Programme } from '../domain/programme/programme.ts';
import type { Roster } from '../domain/programme/roster.ts';
import { addResult, emptyConsolidation, finish } from '../domain/report/consolidate.ts';
import type { Consolidation } from '../domain/report/consolidation.ts';
import { textOf, type Problem } from '../domain/report/problem.ts';
import { planMasterWorkbook } from '../domain/workbook/master-workbook.ts';
import { agencyNames, describeProblem } from '../domain/messages/message.ts';
import { agencyDiffers } from './agency-of-path.ts';
import { findFiles } from './find-files.ts';
import type { Clock, FileStore, OpenReader, Progress, ResultCache, WorkbookCodec } from './ports.ts';
import { readFiles } from './read-files.ts';
import { isThere, readWorkbookFile } from './read-workbook.ts';

/** What a consolidation needs from outside. */
export interface ConsolidatePorts {
  readonly codec: Pick<WorkbookCodec, 'encode' | 'decode'>;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly progress: Progress;
  /** Where workbooks are read; the asking thread where it is left out. */
  readonly openReader?: OpenReader;
  /** Remembers what files held; nothing is remembered where it is left out. */
  readonly cache?: ResultCache;
}

/** What is to be consolidated, and into which file. */
export interface ConsolidateRequest {
  readonly programme: Programme;
  readonly roster: Roster;
  /** Files and folders. */
  readonly paths: readonly string[];
  /** Path of the master. */
  readonly out: string;
  /** Month of the report, such as `เมษายน ๒๕๖๕`, where it is not the programme's own. */
  readonly asOf?: string;
  /** Stops the work; nothing is written then. */
  readonly signal?: AbortSignal;
}

/**
 * What came of it. `nothing-read` is when no path could be opened at all, `out-is-answers` when the master would have replaced
 * an agency's answers; in both nothing was written.
 */
export type ConsolidateOutcome =
  | { readonly kind: 'written'; readonly consolidation: Consolidation; readonly filesFound: number }
  | { readonly kind: 'nothing-read'; readonly problems: readonly Problem[] }
  | { readonly kind: 'out-is-answers' };

/**
 * Reads every workbook that the paths lead to and writes the master, which is the same in whatever order they are read. A bad
 * file is a problem among the others.
 * @throws {FileFault} where the master cannot be written, or the signal's reason.
 */
export async function consolidate(ports: ConsolidatePorts, request: ConsolidateRequest): Promise<ConsolidateOutcome> {
  const { programme, roster, out } = request;
  const created = ports.clock.now();
  const found = await findFiles(ports.files, request.paths);
  if (await holdsAnswers(ports, request)) return { kind: 'out-is-answers' };
  let state = emptyConsolidation(programme, roster);
  state = addResult(state, { submissions: [], problems: found.problems });
  let opened = 0;
  let done = 0;
  for await (const { file, result: read } of readFiles(ports, request, found.files)) {
    const { path } = file;
    const result = { ...read, problems: [...agencyDiffers(read, path, roster), ...read.problems] };
    state = addResult(state, result);
    if (!result.problems.some(({ code }) => code === 'file-unreadable')) opened += 1;
    ports.progress(++done, found.files.length, path);
  }
  request.signal?.throwIfAborted();
  const consolidation = finish(state);
  if (opened === 0 && consolidation.problems.some(({ code }) => code === 'file-unreadable')) {
    return { kind: 'nothing-read', problems: consolidation.problems };
  }
  const names = agencyNames(roster);
  const plan = planMasterWorkbook(consolidation, {
    created,
    ...(request.asOf === undefined ? {} : { asOf: request.asOf }),
    describe: (problem) => describeProblem(problem, 'th', names),
  });
  const bytes = await ports.codec.encode(plan);
  // Until here the thread was busy: an interruption that came meanwhile is told now.
  await new Promise((resolve) => setTimeout(resolve));
  request.signal?.throwIfAborted();
  await ports.files.write(out, bytes);
  return { kind: 'written', consolidation, filesFound: found.files.length };
}

/** Whether an agency's workbook stands where the master is to go, be it among the inputs or not, of this year or another. */
async function holdsAnswers(ports: ConsolidatePorts, { programme, roster, out }: ConsolidateRequest): Promise<boolean> {
  if (!(await isThere(ports.files, out))) return false;
  const { submissions, problems } = await readWorkbookFile(ports, { file: out, programme, roster });
  const ofAnotherYear = problems.some(({ code }) => code === 'programme-differs' || code === 'agency-unknown');
  return submissions.length > 0 || ofAnotherYear || problems.some((problem) => textOf(problem) !== '');
}
