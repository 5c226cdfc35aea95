import type { Consolidation } from '../domain/submissions/consolidation.ts';
import type { Finding } from '../domain/checks/finding.ts';
import { decisionsInSheet, type Decision } from '../domain/master/decisions.ts';
import { roomOfMaster } from '../domain/master/room.ts';
import { PROBLEMS_SHEET } from '../domain/master/sheet-names.ts';
import type { Programme } from '../domain/programme/programme.ts';
import { identityOfProperties } from '../domain/form/identity.ts';
import type { WorkbookContent } from '../domain/spreadsheet/content.ts';
import { textOf, type Problem } from '../domain/diagnostics/problem.ts';
import { collectAnswers, type CollectPorts, type CollectRequest } from './collect-answers.ts';
import { planMaster } from './plan-master.ts';
import type { Clock } from './ports/clock.ts';
import { FileFault, type FileStore } from './ports/file-store.ts';
import type { WorkbookCodec } from './ports/workbook-codec.ts';
import { isUntouched, mergeMaster, type MasterMerge } from './merge-master.ts';
import { isThere, openWorkbook, readWorkbookFile } from './read-workbook.ts';

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
  /** Whether to overwrite a file that somebody has worked in. */
  readonly replace?: boolean;
  /** Whether to find out only what would be written. */
  readonly preview?: boolean;
  /** Month of the report, such as `เมษายน ๒๕๖๕`, if it differs from the programme's own. */
  readonly asOf?: string;
}

/**
 * The outcome. `written`: the path is `out`, or one beside it where `out` holds what a person wrote or changed.
 * `nothing-read`: no path could be opened. `out-is-answers`: the master would have replaced an agency's answers. In the
 * last two cases nothing was written.
 */
export type ConsolidateOutcome =
  | {
      readonly kind: 'written';
      readonly consolidation: Consolidation;
      /** What the rules find in the answers that are used. */
      readonly findings: readonly Finding[];
      readonly filesFound: number;
      readonly path: string;
      /** Whether anything was written: not for a preview, nor where the edited master has these answers already. */
      readonly isWritten: boolean;
      /** The edited master at `out` that the answers were merged with. */
      readonly merge?: MasterMerge;
      /** Where that master is kept. */
      readonly backup?: string;
    }
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
  const { consolidation, findings } = collected;
  const edited = request.replace ? undefined : await editedAt(ports, request);
  const merge = edited && mergeMaster(edited.content, consolidation);
  const mergeIn = merge ? { merge } : {};
  if (merge?.kind === 'same' || request.preview) {
    const path = merge || request.replace ? out : await freePath(ports, request);
    return { ...collected, ...mergeIn, kind: 'written', path, isWritten: false };
  }
  const decisions = await decisionsAt(ports, request);
  const plan = planMaster(consolidation, {
    created,
    findings,
    decisions,
    ...(merge ? { merge: merge.facts } : {}),
    ...(asOf === undefined ? {} : { asOf }),
  });
  const bytes = await ports.codec.encode(plan);
  // The thread was busy until here; let an interruption that arrived meanwhile be reported now.
  await new Promise((resolve) => setTimeout(resolve));
  signal?.throwIfAborted();
  if (edited && merge) {
    const backup = await backupPath(ports, out, created);
    await ports.files.write(backup, edited.bytes);
    await ports.files.write(out, bytes);
    return { ...collected, ...mergeIn, kind: 'written', path: out, isWritten: true, backup };
  }
  const path = request.replace ? out : await freePath(ports, request);
  await ports.files.write(path, bytes);
  return { ...collected, kind: 'written', path, isWritten: true };
}

/** The master at a path, if somebody has worked in it. */
async function editedAt(
  { codec, files }: ConsolidatePorts,
  { out, programme, roster }: ConsolidateRequest,
): Promise<{ readonly bytes: Uint8Array; readonly content: WorkbookContent } | undefined> {
  const bytes = (await isThere(files, out)) ? await bytesOf(files, out) : undefined;
  const room = roomOfMaster(programme, roster);
  const content = bytes && (await openWorkbook(codec, bytes, (opened) => opened, out, room));
  return bytes && content && !('code' in content) && !isUntouched(content) ? { bytes, content } : undefined;
}

/** `MASTER (2027-06-01 00.00.00).xlsx`, with the time of the merge, or the next name that no file has. */
async function backupPath({ files }: ConsolidatePorts, out: string, created: string): Promise<string> {
  const time = created.slice(0, 19).replace('T', ' ').replaceAll(':', '.');
  for (const paths = pathsBeside(out.replace(/(?=\.xlsx$)/i, ` (${time})`)); ;) {
    const path = paths.next().value;
    if (!(await isThere(files, path))) return path;
  }
}

/**
 * The first path of `MASTER.xlsx`, `MASTER (2).xlsx` … that holds no file, or a master that nobody has saved since it was
 * encoded: what an editor did to a master cannot be made anew from the agencies' workbooks.
 */
async function freePath(
  { codec, files }: ConsolidatePorts,
  { out, programme, roster }: ConsolidateRequest,
): Promise<string> {
  const room = roomOfMaster(programme, roster);
  for (const paths = pathsBeside(out); ;) {
    const path = paths.next().value;
    if (!(await isThere(files, path))) return path;
    const bytes = await bytesOf(files, path);
    // Writing says best what is wrong with a folder of that name.
    if (bytes === undefined || (await openWorkbook(codec, bytes, isUntouched, path, room)) === true) return path;
  }
}

/** `MASTER.xlsx`, `MASTER (2).xlsx` … without end. */
function* pathsBeside(out: string): Generator<string, never, undefined> {
  yield out;
  for (let number = 2; ; number += 1) yield out.replace(/(?=\.xlsx$)/i, ` (${number})`);
}

/** What the office decided in the masters of this programme that are there already, the later master's word for the same. */
async function decisionsAt(
  { codec, files }: ConsolidatePorts,
  { out, programme, roster }: ConsolidateRequest,
): Promise<readonly Decision[]> {
  const room = roomOfMaster(programme, roster);
  const decisions = new Map<string, Decision>();
  for (const path of pathsBeside(out)) {
    const bytes = (await isThere(files, path)) ? await bytesOf(files, path) : undefined;
    if (bytes === undefined) break;
    const decided = await openWorkbook(codec, bytes, (content) => decisionsIn(content, programme), path, room);
    // A file that is no workbook is not replaced, and holds no decision.
    if ('code' in decided) continue;
    for (const decision of decided) decisions.set(decision.key, decision);
  }
  return [...decisions.values()];
}

function decisionsIn({ properties, sheets }: WorkbookContent, programme: Programme): readonly Decision[] {
  if (identityOfProperties(properties).master !== programme.id) return [];
  return sheets.filter(({ name }) => name === PROBLEMS_SHEET).flatMap(decisionsInSheet);
}

/** The bytes of a file; undefined for a folder. */
async function bytesOf(files: FileStore, path: string): Promise<Uint8Array | undefined> {
  try {
    return await files.read(path);
  } catch (error) {
    if (error instanceof FileFault && (error.code === 'EISDIR' || error.code === 'ENOENT')) return undefined;
    throw error;
  }
}

/** Whether the output path holds an agency's workbook, of any year, among the inputs or not. */
async function holdsAnswers(ports: ConsolidatePorts, { programme, roster, out }: ConsolidateRequest): Promise<boolean> {
  if (!(await isThere(ports.files, out))) return false;
  const { submissions, problems } = await readWorkbookFile(ports, { file: out, programme, roster });
  const ofAnotherYear = problems.some(({ code }) => code === 'programme-differs' || code === 'agency-unknown');
  return submissions.length > 0 || ofAnotherYear || problems.some((problem) => textOf(problem) !== '');
}
