import type { Consolidation } from '../domain/submissions/consolidation.ts';
import { textOf, type Problem } from '../domain/diagnostics/problem.ts';
import { collectAnswers, type CollectPorts, type CollectRequest } from './collect-answers.ts';
import { planMaster } from './plan-master.ts';
import type { Clock } from './ports/clock.ts';
import type { FileStore } from './ports/file-store.ts';
import type { WorkbookCodec } from './ports/workbook-codec.ts';
import { isThere, readWorkbookFile } from './read-workbook.ts';

/** The ports of a consolidation. */
export interface ConsolidatePorts extends CollectPorts {
  readonly codec: Pick<WorkbookCodec, 'encode' | 'decode'>;
  readonly files: FileStore;
  readonly clock: Clock;
}

/** What to consolidate, and the file to write. */
export interface ConsolidateRequest extends CollectRequest {
  /** Path of the master. */
  readonly out: string;
  /** Month of the report, such as `เมษายน ๒๕๖๕`, if it differs from the programme's own. */
  readonly asOf?: string;
}

/**
 * The outcome. `nothing-read`: no path could be opened. `out-is-answers`: the master would have replaced
 * an agency's answers. In both cases nothing was written.
 */
export type ConsolidateOutcome =
  | { readonly kind: 'written'; readonly consolidation: Consolidation; readonly filesFound: number }
  | { readonly kind: 'nothing-read'; readonly problems: readonly Problem[] }
  | { readonly kind: 'out-is-answers' };

/**
 * Reads every workbook under the paths and writes the master, which does not depend on the order of reading. An unreadable
 * file becomes a problem.
 * @throws {FileFault} if the master cannot be written; the signal's reason if it was aborted.
 */
export async function consolidate(ports: ConsolidatePorts, request: ConsolidateRequest): Promise<ConsolidateOutcome> {
  const { out, asOf, signal } = request;
  const created = ports.clock.now();
  if (await holdsAnswers(ports, request)) return { kind: 'out-is-answers' };
  const collected = await collectAnswers(ports, request);
  if (collected.kind === 'nothing-read') return collected;
  const plan = planMaster(collected.consolidation, { created, ...(asOf === undefined ? {} : { asOf }) });
  const bytes = await ports.codec.encode(plan);
  // The thread was busy until here; let an interruption that arrived meanwhile be reported now.
  await new Promise((resolve) => setTimeout(resolve));
  signal?.throwIfAborted();
  await ports.files.write(out, bytes);
  return { ...collected, kind: 'written' };
}

/** Whether the output path holds an agency's workbook, of any year, among the inputs or not. */
async function holdsAnswers(ports: ConsolidatePorts, { programme, roster, out }: ConsolidateRequest): Promise<boolean> {
  if (!(await isThere(ports.files, out))) return false;
  const { submissions, problems } = await readWorkbookFile(ports, { file: out, programme, roster });
  const ofAnotherYear = problems.some(({ code }) => code === 'programme-differs' || code === 'agency-unknown');
  return submissions.length > 0 || ofAnotherYear || problems.some((problem) => textOf(problem) !== '');
}
