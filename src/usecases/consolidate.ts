import type { AgencyCode } from '../domain/programme/roster.ts';
import type { Consolidation } from '../domain/submissions/consolidation.ts';
import type { Finding } from '../domain/checks/finding.ts';
import { latestDecisions } from '../domain/master/decisions.ts';
import { joinFollowUps } from '../domain/master/follow-up.ts';
import { sidesByName, unknownNames, type NamedSides } from '../domain/master/merge/outcomes.ts';
import { sizeLimitOfMaster } from '../domain/master/size-limit.ts';
import { tableOf } from '../domain/master/read/list-sheets.ts';
import type { WorkbookContent } from '../domain/spreadsheet/content.ts';
import { bangkokTime } from '../domain/text/dates.ts';
import { readAgencyWorkbook } from '../domain/form/read/read-agency-workbook.ts';
import { isSameBytes } from '../domain/image/picture.ts';
import { pathsBeside, withSuffix } from '../domain/text/file-path.ts';
import { textOf, type Problem } from '../domain/diagnostics/problem.ts';
import { packYear } from './carried-year.ts';
import { collectAnswers, type Collected, type CollectPorts, type CollectRequest } from './collect-answers.ts';
import { isMasterOf } from './is-master-of.ts';
import { masterChanges } from './master-changes.ts';
import { picturesOfMaster } from './pictures-of-master.ts';
import { planMaster } from './plan-master.ts';
import type { Clock } from './ports/clock.ts';
import { FileFault, type FileStore } from './ports/file-store.ts';
import type { WorkbookCodec } from './ports/workbook-codec.ts';
import { groupingAfter, isUntouched, mergeMaster, type MasterMerge } from './merge-master.ts';
import { isThere, limited, openWorkbook } from './read-workbook.ts';
import { writtenByOffice, type WrittenByOffice } from './written-by-office.ts';

/** The ports of a consolidation. */
export interface ConsolidatePorts extends CollectPorts {
  readonly codec: Pick<WorkbookCodec, 'encodeInPieces' | 'decode' | 'pictures' | 'packText'>;
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
  /** Whether to group similar answers; by default as the master at `out` does, else true. */
  readonly grouping?: boolean;
  /** What somebody accepted or refused of the differences between an edited master and the answers. */
  readonly sides?: NamedSides;
  /** Month of the report, such as `เมษายน ๒๕๖๕`, if it differs from the programme's own. */
  readonly asOf?: string;
}

/**
 * The outcome. `written`: the path is `out`, or one beside it where `out` holds what a person wrote or changed.
 * `nothing-read`: no path could be opened. `out-is-answers`: the master would have replaced an agency's answers.
 * `unknown-changes`: somebody chose for differences that are not there. In the last three cases nothing was written.
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
      /** Agencies whose answers only the replaced master has. */
      readonly gone: readonly AgencyCode[];
      /** Where the replaced master is kept: an edited one, or one with answers of its own. */
      readonly backup?: string;
    }
  | { readonly kind: 'nothing-read'; readonly problems: readonly Problem[] }
  | { readonly kind: 'out-is-answers' }
  | { readonly kind: 'unknown-changes'; readonly names: readonly string[] };

/**
 * Reads every workbook under the paths and writes the master, which does not depend on the order of reading. An unreadable
 * file becomes a problem.
 * @throws {FileFault} if the master cannot be written; the signal's reason if it was aborted.
 */
export async function consolidate(ports: ConsolidatePorts, request: ConsolidateRequest): Promise<ConsolidateOutcome> {
  const { out, asOf, signal } = request;
  const created = ports.clock.now();
  const open = openedOnce(ports, request);
  if (holdsAnswers(await open(out), request)) return { kind: 'out-is-answers' };
  const there = request.replace ? undefined : await masterAt(open, request, out);
  const { sides } = request;
  const edited = there && (sides || !isUntouched(there.content)) ? there : undefined;
  const grouping = request.grouping ?? (there ? groupingAfter(there.content) : true);
  const earlierPictures = there ? await picturesOfMaster(ports.codec, there.content, there.bytes) : [];
  const collected = await collectAnswers(ports, { ...request, grouping, earlierPictures });
  if (collected.kind === 'nothing-read') return collected;
  const { consolidation, findings } = collected;
  // A preview shows what becomes of every master; one that nobody has edited is then made anew, which gives the same.
  const mergedWith = request.preview ? there : edited;
  const merge = mergedWith && mergeAsChosen(mergedWith.content, collected, sides);
  const changes = merge?.kind === 'merged' ? merge.merged.changes : [];
  const names = sides ? (merge ? unknownNames(changes, sides) : [...sides.keys()]) : [];
  if (names.length > 0) return { kind: 'unknown-changes', names };
  const mergeIn = merge ? { merge } : {};
  const path = merge || request.replace ? out : await masterPath(ports, open, out);
  const earlier = path === out || request.replace ? there : await masterAt(open, request, path);
  const gone = earlier ? agenciesGone(earlier.content, consolidation) : [];
  const outcome = { ...collected, ...mergeIn, kind: 'written', path, gone } as const;
  if (merge?.kind === 'same' || request.preview) return { ...outcome, isWritten: false };
  const { decisions, followUp } = await writtenAt(open, request);
  const plan = planMaster(consolidation, {
    created,
    findings,
    decisions,
    followUp,
    pictures: collected.pictures,
    year: await packYear(ports.codec, request),
    ...(merge ? { merge: merge.facts } : {}),
    ...(asOf === undefined ? {} : { asOf }),
  });
  return ports.codec.encodeInPieces(plan, async (pieces) => {
    // The thread was busy until here; let an interruption that arrived meanwhile be reported now.
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
    const free = request.replace ? path : await pathUnlessSaved(ports, open, path);
    const replaces = earlier !== undefined && free === path && (merge !== undefined || gone.length > 0);
    const backup = replaces ? await backupPath(ports, path, created) : undefined;
    if (earlier && backup !== undefined) await ports.files.write(backup, earlier.bytes);
    await ports.files.write(free, pieces);
    return { ...outcome, path: free, isWritten: true, ...(backup === undefined ? {} : { backup }) };
  });
}

type CollectedParts = Pick<Extract<Collected, { readonly kind: 'collected' }>, 'consolidation' | 'pictures'>;

/** The merge with an edited master; what somebody chose is told by names of the differences, which the merge tells first. */
function mergeAsChosen(
  content: WorkbookContent,
  { consolidation, pictures }: CollectedParts,
  sides: NamedSides | undefined,
): MasterMerge | undefined {
  const usual = mergeMaster(content, consolidation, undefined, pictures);
  if (sides === undefined || usual?.kind !== 'merged') return usual;
  return mergeMaster(content, consolidation, sidesByName(usual.merged.changes, sides), pictures);
}

interface OpenedFile {
  readonly bytes: Uint8Array;
  /** Absent if the file cannot be read as a workbook. */
  readonly content?: WorkbookContent;
}

/** Gives the file at a path, or undefined if there is none or a folder. */
type Open = (path: string) => Promise<OpenedFile | undefined>;

/** Opens files, each once: an earlier master may be as large as all that is read into the new one. */
function openedOnce({ codec, files }: ConsolidatePorts, { programme, roster }: ConsolidateRequest): Open {
  const sizeLimit = sizeLimitOfMaster(programme, roster);
  const opened = new Map<string, ReturnType<Open>>();
  const openNow: Open = async (path) => {
    const bytes = (await isThere(files, path)) ? await bytesOf(files, path) : undefined;
    if (bytes === undefined) return undefined;
    const content = await openWorkbook(codec, bytes, (read) => read, path, sizeLimit);
    return 'code' in content ? { bytes } : { bytes, content };
  };
  return (path) => {
    const file = opened.get(path) ?? openNow(path);
    opened.set(path, file);
    return file;
  };
}

/** The master of the programme at a path, if there is one. */
async function masterAt(
  open: Open,
  { programme }: ConsolidateRequest,
  path: string,
): Promise<Required<OpenedFile> | undefined> {
  const { bytes, content } = (await open(path)) ?? {};
  return bytes && content && isMasterOf(content, programme) ? { bytes, content } : undefined;
}

/** Agencies with answers in the table of a master and none in the consolidation. */
function agenciesGone({ sheets }: WorkbookContent, consolidation: Consolidation): readonly AgencyCode[] {
  const table = tableOf(sheets);
  return table ? masterChanges(table, consolidation).gone : [];
}

/** `MASTER (2027-06-01 07.00.00).xlsx`, with the time in Bangkok, or the next name that no file has. */
async function backupPath({ files }: ConsolidatePorts, out: string, created: string): Promise<string> {
  const time = (bangkokTime(created) ?? created).replace('T', ' ').replaceAll(':', '.');
  for (const paths = pathsBeside(withSuffix(out, ` (${time})`)); ;) {
    const path = paths.next().value;
    if (!(await isThere(files, path))) return path;
  }
}

/**
 * The first path of `MASTER.xlsx`, `MASTER (2).xlsx` … that holds no file, or a master that nobody has saved since it was
 * encoded: what an editor did to a master cannot be made anew from the agencies' workbooks.
 */
async function masterPath({ files }: ConsolidatePorts, open: Open, out: string): Promise<string> {
  for (const paths = pathsBeside(out); ;) {
    const path = paths.next().value;
    if (!(await isThere(files, path))) return path;
    const there = await open(path);
    // Writing says best what is wrong with a folder of that name.
    if (there === undefined || (there.content && isUntouched(there.content))) return path;
  }
}

/** The path, or the next one beside it that holds no file, where somebody has saved a file there since it was opened. */
async function pathUnlessSaved({ files }: ConsolidatePorts, open: Open, path: string): Promise<string> {
  const opened = await open(path);
  const now = (await isThere(files, path)) ? await bytesOf(files, path) : undefined;
  if (now === undefined || (opened && isSameBytes(opened.bytes, now))) return path;
  for (const paths = pathsBeside(path); ;) {
    const beside = paths.next().value;
    if (!(await isThere(files, beside))) return beside;
  }
}

/** How many names may have no file, because people rename and move masters, before the search for more ends. */
const GAPS = 9;

/** What the office wrote into the masters of this programme that are there already; of decisions, the later master's word for the same. */
async function writtenAt(open: Open, { out, programme, roster }: ConsolidateRequest): Promise<WrittenByOffice> {
  const found: WrittenByOffice[] = [];
  let notThere = 0;
  for (const path of pathsBeside(out)) {
    const there = await open(path);
    if (there === undefined) {
      if (++notThere > GAPS) break;
      continue;
    }
    // A file that is no workbook is not replaced, and holds nothing of the office's.
    if (there.content && isMasterOf(there.content, programme)) {
      found.push(writtenByOffice(there.content.sheets, roster));
    }
  }
  const decisions = latestDecisions(found.flatMap((each) => each.decisions));
  return { decisions, followUp: joinFollowUps(found.map(({ followUp }) => followUp)) };
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

/** Whether the file at the output path is an agency's workbook, of any year, among the inputs or not. */
function holdsAnswers(there: OpenedFile | undefined, { programme, roster, out }: ConsolidateRequest): boolean {
  if (there?.content === undefined) return false;
  const { submissions, problems } = readAgencyWorkbook(limited(there.content), { file: out, programme, roster });
  const ofAnotherYear = problems.some(({ code }) => code === 'programme-differs' || code === 'agency-unknown');
  return submissions.length > 0 || ofAnotherYear || problems.some((problem) => textOf(problem) !== '');
}
