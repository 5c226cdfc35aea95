import type { Clock } from './ports/clock.ts';
import { compareCells } from '../domain/diagnostics/order.ts';
import type { Programme } from '../domain/programme/programme.ts';
import type { AgencyCode, Roster } from '../domain/programme/roster.ts';
import type { Finding } from '../domain/checks/finding.ts';
import type { Problem } from '../domain/diagnostics/problem.ts';
import type { PlannedMove } from '../domain/checks/cell-moves.ts';
import { isFinding, remarksOf, type Remark } from '../domain/checks/remark.ts';
import type { FixedCell } from '../domain/checks/cell-changes.ts';
import { cellKey } from '../domain/spreadsheet/address.ts';
import type { TextPatch, WorkbookContent } from '../domain/spreadsheet/content.ts';
import { groupBy } from '../domain/text/group-by.ts';
import { pastAnswersIn, type PastAnswers } from '../domain/form/read/past-answers.ts';
import { agencyDiffers } from './agency-of-path.ts';
import { checkContent, isReady, type CheckContext, type ContentCheck } from './check-content.ts';
import { findFiles, nameCopies, type NamedFile } from './find-files.ts';
import { openNamed } from './open-named.ts';
import { pastAnswersInTable } from '../domain/master/read/past-years-in-table.ts';
import { pastWorkbooks } from './past-workbooks.ts';
import { isMaster } from './is-master-of.ts';
import type { FileStore } from './ports/file-store.ts';
import type { Progress } from './ports/progress.ts';
import type { WorkbookCodec } from './ports/workbook-codec.ts';
import { isThere, limited } from './read-workbook.ts';
import { skippedBySize } from './skipped.ts';
import { isUnreadable, unopened } from './unreadable.ts';

/** The ports of a check. */
export interface CheckPorts {
  readonly codec: Pick<WorkbookCodec, 'decode' | 'patch'>;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly progress: Progress;
}

/** What to check, and where fixed copies go. */
export interface CheckRequest {
  readonly programme: Programme;
  readonly roster: Roster;
  /** Files and folders. */
  readonly paths: readonly string[];
  /** Folder for fixed copies; if omitted, nothing is fixed. */
  readonly fixInto?: string;
  /** Whether copies may replace files in that folder. */
  readonly replace?: boolean;
  /** Files and folders with last year's workbooks, of any programme, to compare with; if omitted, nothing is compared. */
  readonly lastYear?: readonly string[];
}

/** The result of checking one file. */
export interface CheckedFile {
  readonly file: string;
  readonly agencies: readonly AgencyCode[];
  /** Remarks in the order of sheet, cell and position, without those that were fixed. */
  readonly remarks: readonly Remark[];
  /** Whether it is ready to send. */
  readonly ready: boolean;
  /** How many cells a fix would change: those of the fixes, and of the moves that leave no doubt. */
  readonly fixable: number;
  /** The texts that were moved in the copy, before the fixes. */
  readonly moves: readonly PlannedMove[];
  /** The fixes in the copy, by cell. */
  readonly changes: readonly FixedCell[];
  /** The fixed copy; not written if a file of that name was there already. */
  readonly copy?: { readonly path: string; readonly isWritten: boolean };
}

/** The outcome. `out-is-input`: a copy would have replaced its own source, so nothing was written. */
export type CheckOutcome =
  | { readonly kind: 'checked'; readonly files: readonly CheckedFile[]; readonly nothingRead: boolean }
  | { readonly kind: 'out-is-input'; readonly file: string };

/**
 * Checks every workbook under the paths, in the order of the roster, and fixes copies on request; the
 * files themselves are never written. An unreadable file becomes a remark.
 * @throws {FileFault} if a copy cannot be written; earlier copies are complete.
 */
export async function check(ports: CheckPorts, request: CheckRequest): Promise<CheckOutcome> {
  const { files, problems } = await findFiles(ports.files, request.paths);
  const copies: ReadonlyMap<NamedFile, string> =
    request.fixInto === undefined ? new Map() : nameCopies(files, request.fixInto);
  const inputs = new Set(await Promise.all(files.map(({ path }) => ports.files.identify(path))));
  for (const path of copies.values()) {
    if (inputs.has(await ports.files.identify(path))) return { kind: 'out-is-input', file: path };
  }
  const past = await readPast(ports, request.lastYear ?? []);
  const checked: CheckedFile[] = [...problems, ...past.problems].map((problem) =>
    checkedFile(problem.file ?? '', [], [problem], []),
  );
  for (const file of files) {
    checked.push(await checkFile(ports, { ...request, past: past.paragraphs }, file, copies.get(file)));
    ports.progress(checked.length - problems.length - past.problems.length, files.length, file.path);
  }
  const isClosed = ({ remarks }: CheckedFile): boolean =>
    remarks.some((remark) => !isFinding(remark) && isUnreadable(remark));
  const ranks = new Map(request.roster.agencies.map(({ code }, rank) => [code, rank]));
  const rankOf = ({ agencies: [agency] }: CheckedFile): number =>
    agency === undefined ? -1 : (ranks.get(agency) ?? -1);
  return {
    kind: 'checked',
    files: checked.toSorted((one, other) => rankOf(one) - rankOf(other)),
    nothingRead: checked.length > 0 && checked.every(isClosed),
  };
}

/** A request with the paragraphs of last year's workbooks, by agency. */
interface CheckAgainst extends CheckRequest {
  readonly past: ReadonlyMap<string, readonly string[]>;
}

/** The texts of last year's workbooks. A workbook that cannot be read or names no agency becomes a problem. */
async function readPast(
  ports: CheckPorts,
  paths: readonly string[],
): Promise<{ readonly paragraphs: CheckAgainst['past']; readonly problems: readonly Problem[] }> {
  const { found, problems } = await pastWorkbooks(ports, paths, {
    ofAgency: pastAnswersIn,
    inTable: pastAnswersInTable,
  });
  const byAgency = groupBy(found, ({ agency }) => agency);
  const texts = (past: readonly PastAnswers[]): readonly string[] => past.flatMap(({ paragraphs }) => paragraphs);
  return { paragraphs: new Map(Array.from(byAgency, ([agency, past]) => [agency, texts(past)])), problems };
}

async function checkFile(
  ports: CheckPorts,
  request: CheckAgainst,
  { path: file, size }: NamedFile,
  copy: string | undefined,
): Promise<CheckedFile> {
  const known = skippedBySize({ path: file, size });
  if (known) return checkedFile(file, [], [known], []);
  let bytes: Uint8Array;
  try {
    bytes = await ports.files.read(file);
  } catch (error) {
    return checkedFile(file, [], [unopened(error, file)], []);
  }
  const opened = await checkBytes(ports, request, bytes, file);
  if ('code' in opened) return checkedFile(file, [], [opened], []);
  const moves = opened.moves.filter(({ isSure }) => isSure);
  const moved = moves.flatMap(({ changes }) => changes);
  const told = { ...checkedContent(opened, file, request.roster), fixable: cellsOf([...moved, ...opened.changes]) };
  if (copy === undefined || opened.changes.length + moves.length === 0) return told;
  if (!request.replace && (await isThere(ports.files, copy))) {
    return { ...told, copy: { path: copy, isWritten: false } };
  }
  const savedAt = ports.clock.now();
  const movedBytes = moved.length === 0 ? bytes : await ports.codec.patch(bytes, moved, savedAt);
  const after = moved.length === 0 ? opened : await checkBytes(ports, request, movedBytes, file);
  if ('code' in after) return told;
  const { changes } = after;
  const fixedBytes = changes.length === 0 ? movedBytes : await ports.codec.patch(movedBytes, changes, savedAt);
  await ports.files.write(copy, fixedBytes);
  const fixed = new Set(changes.flatMap((change) => change.findings));
  const findings = after.findings.filter((finding) => !fixed.has(finding));
  const left = { ...after, findings, problems: fixedProblems(after.problems, changes) };
  return { ...checkedContent(left, file, request.roster), moves, changes, copy: { path: copy, isWritten: true } };
}

function cellsOf(changes: readonly TextPatch[]): number {
  return new Set(changes.map((change) => cellKey(change.sheet, change))).size;
}

function checkBytes(
  { codec }: CheckPorts,
  request: CheckAgainst,
  bytes: Uint8Array,
  file: string,
): Promise<ContentCheck | Problem> {
  const context = { ...request, file, lastYear: request.past };
  return openNamed(codec, bytes, (content) => checkAnswersIn(content, context), file);
}

/** The check of an agency's workbook; of a master, which is chosen by mistake, that it is none. */
function checkAnswersIn(content: WorkbookContent, context: CheckContext): ContentCheck | Problem {
  const checked = checkContent(limited(content), context);
  const isOfOffice = checked.problems.some(({ code }) => code === 'file-of-office-skipped');
  return isOfOffice && isMaster(content) ? { code: 'master-not-checked', file: context.file } : checked;
}

function checkedContent(
  { submissions, problems, findings }: Pick<ContentCheck, 'submissions' | 'problems' | 'findings'>,
  file: string,
  roster: Roster,
): CheckedFile {
  const agencies = submissions.map(({ agency }) => agency);
  return checkedFile(file, agencies, [...agencyDiffers(agencies, file, roster), ...problems], findings);
}

/** The problems, without error values that a fix replaced by a text. */
function fixedProblems(problems: readonly Problem[], changes: readonly FixedCell[]): readonly Problem[] {
  return problems.filter(
    ({ code, sheet, cell }) =>
      code !== 'error-value' || !changes.some((change) => change.sheet === sheet && compareCells(change, cell) === 0),
  );
}

function checkedFile(
  file: string,
  agencies: readonly AgencyCode[],
  problems: readonly Problem[],
  findings: readonly Finding[],
): CheckedFile {
  const remarks = remarksOf(problems, findings);
  return { file, agencies, remarks, ready: isReady(agencies, remarks), fixable: 0, moves: [], changes: [] };
}
