import type { Consolidation } from '../domain/submissions/consolidation.ts';
import { textOf, type Problem } from '../domain/diagnostics/problem.ts';
import { collectAnswers, type CollectPorts, type CollectRequest } from './collect-answers.ts';
import { planMaster } from './plan-master.ts';
import type { Clock } from './ports/clock.ts';
import type { FileStore } from './ports/file-store.ts';
import type { WorkbookCodec } from './ports/workbook-codec.ts';
import { isThere, readWorkbookFile } from './read-workbook.ts';

/** What a consolidation needs from outside. */
export interface ConsolidatePorts extends CollectPorts {
  readonly codec: Pick<WorkbookCodec, 'encode' | 'decode'>;
  readonly files: FileStore;
  readonly clock: Clock;
}

/** What is to be consolidated, and into which file. */
export interface ConsolidateRequest extends CollectRequest {
  /** Path of the master. */
  readonly out: string;
  /** Month of the report, such as `เมษายน ๒๕๖๕`, where it is not the programme's own. */
  readonly asOf?: string;
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
  const { out, asOf, signal } = request;
  const created = ports.clock.now();
  if (await holdsAnswers(ports, request)) return { kind: 'out-is-answers' };
  const collected = await collectAnswers(ports, request);
  if (collected.kind === 'nothing-read') return collected;
  const plan = planMaster(collected.consolidation, { created, ...(asOf === undefined ? {} : { asOf }) });
  const bytes = await ports.codec.encode(plan);
  // Until here the thread was busy: an interruption that came meanwhile is told now.
  await new Promise((resolve) => setTimeout(resolve));
  signal?.throwIfAborted();
  await ports.files.write(out, bytes);
  return { ...collected, kind: 'written' };
}

/** Whether an agency's workbook stands where the master is to go, be it among the inputs or not, of this year or another. */
async function holdsAnswers(ports: ConsolidatePorts, { programme, roster, out }: ConsolidateRequest): Promise<boolean> {
  if (!(await isThere(ports.files, out))) return false;
  const { submissions, problems } = await readWorkbookFile(ports, { file: out, programme, roster });
  const ofAnotherYear = problems.some(({ code }) => code === 'programme-differs' || code === 'agency-unknown');
  return submissions.length > 0 || ofAnotherYear || problems.some((problem) => textOf(problem) !== '');
}
