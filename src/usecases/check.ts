import type { Programme } from '../domain/programme/programme.ts';
import type { AgencyCode, Roster } from '../domain/programme/roster.ts';
import type { Finding } from '../domain/checks/finding.ts';
import type { Problem } from '../domain/diagnostics/problem.ts';
import { isFinding, remarksOf, type Remark } from '../domain/checks/remark.ts';
import type { FixedCell } from '../domain/checks/cell-changes.ts';
import { pastAnswersIn, type PastAnswers } from '../domain/form/read/past-answers.ts';
import { agencyDiffers } from './agency-of-path.ts';
import { checkContent, isReady } from './check-content.ts';
import { findFiles, type NamedFile } from './find-files.ts';
import type { FileStore } from './ports/file-store.ts';
import type { Progress } from './ports/progress.ts';
import type { WorkbookCodec } from './ports/workbook-codec.ts';
import { skipped } from './read-files.ts';
import { isThere, limited, openWorkbook } from './read-workbook.ts';
import { isUnreadable, unopened } from './unreadable.ts';

/** What checking needs from outside. */
export interface CheckPorts {
  readonly codec: Pick<WorkbookCodec, 'decode' | 'patch'>;
  readonly files: FileStore;
  readonly progress: Progress;
}

/** What is to be checked, and where fixed copies go. */
export interface CheckRequest {
  readonly programme: Programme;
  readonly roster: Roster;
  /** Files and folders. */
  readonly paths: readonly string[];
  /** Folder for fixed copies; nothing is fixed where it is left out. */
  readonly fixInto?: string;
  /** Whether copies may take the place of files in that folder. */
  readonly replace?: boolean;
  /** Files and folders with last year's workbooks, of whatever programme; nothing is held against them where it is left out. */
  readonly lastYear?: readonly string[];
}

/** One file that was checked. */
export interface CheckedFile {
  readonly file: string;
  readonly agencies: readonly AgencyCode[];
  /** What is to be told, by sheet, cell and place; what was fixed is not among it. */
  readonly remarks: readonly Remark[];
  /** Whether nothing keeps it from being sent. */
  readonly ready: boolean;
  /** What was fixed in the copy, cell by cell. */
  readonly changes: readonly FixedCell[];
  /** The fixed copy; where a file stood in its place, that was kept and nothing was written. */
  readonly copy?: { readonly path: string; readonly kept: boolean };
}

/** What came of it. `out-is-input` is when a copy would have replaced what it was made from; nothing was written then. */
export type CheckOutcome =
  | { readonly kind: 'checked'; readonly files: readonly CheckedFile[]; readonly nothingRead: boolean }
  | { readonly kind: 'out-is-input'; readonly file: string };

/**
 * Checks every workbook that the paths lead to, in the order of the roster, and fixes copies where that is asked for: the
 * files themselves are never written. A bad file is a remark among the others.
 * @throws {FileFault} where a copy cannot be written; those before it are whole.
 */
export async function check(ports: CheckPorts, request: CheckRequest): Promise<CheckOutcome> {
  const { files, problems } = await findFiles(ports.files, request.paths);
  const copies = nameCopies(files, request.fixInto);
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

/** What last year's workbooks said; one that cannot be read, or does not say whose it is, is a problem. */
async function readPast(
  { codec, files }: CheckPorts,
  paths: readonly string[],
): Promise<{ readonly paragraphs: CheckAgainst['past']; readonly problems: readonly Problem[] }> {
  const found = await findFiles(files, paths);
  const problems = [...found.problems];
  const paragraphs = new Map<string, readonly string[]>();
  for (const file of found.files) {
    const past = await pastOf(codec, files, file);
    if ('code' in past) problems.push(past);
    else paragraphs.set(past.agency, [...(paragraphs.get(past.agency) ?? []), ...past.paragraphs]);
  }
  return { paragraphs, problems };
}

async function pastOf(
  codec: CheckPorts['codec'],
  files: FileStore,
  { path: file, size }: NamedFile,
): Promise<PastAnswers | Problem> {
  const [known] = skipped({ path: file, size })?.problems ?? [];
  if (known) return known;
  const notOurs = { code: 'not-agency-workbook', file } as const;
  try {
    const bytes = await files.read(file);
    return await openWorkbook(codec, bytes, (content) => pastAnswersIn(limited(content)) ?? notOurs, file);
  } catch (error) {
    return unopened(error, file);
  }
}

/** A path for each copy, no two the same: names from different folders may be. */
function nameCopies(files: readonly NamedFile[], folder: string | undefined): ReadonlyMap<NamedFile, string> {
  const copies = new Map<NamedFile, string>();
  if (folder === undefined) return copies;
  const taken = new Set<string>();
  const base = folder.replace(/(?<=.)\/+$/, '');
  for (const file of files) {
    let path = `${base}/${file.name}`;
    for (let number = 2; taken.has(path.toLowerCase()); number += 1) {
      path = `${base}/${file.name.replace(/(?=\.[^./]*$)/, ` (${number})`)}`;
    }
    taken.add(path.toLowerCase());
    copies.set(file, path);
  }
  return copies;
}

async function checkFile(
  ports: CheckPorts,
  request: CheckAgainst,
  { path: file, size }: NamedFile,
  copy: string | undefined,
): Promise<CheckedFile> {
  const known = skipped({ path: file, size });
  if (known) return checkedFile(file, [], known.problems, []);
  let bytes: Uint8Array;
  try {
    bytes = await ports.files.read(file);
  } catch (error) {
    return checkedFile(file, [], [unopened(error, file)], []);
  }
  const opened = await openWorkbook(
    ports.codec,
    bytes,
    (content) => checkContent(limited(content), { ...request, file, lastYear: request.past }),
    file,
  );
  if ('code' in opened) return checkedFile(file, [], [opened], []);
  const { submissions, findings, changes } = opened;
  const agencies = submissions.map(({ agency }) => agency);
  const problems = [...agencyDiffers(agencies, file, request.roster), ...opened.problems];
  if (copy === undefined || changes.length === 0) return checkedFile(file, agencies, problems, findings);
  if (!request.replace && (await isThere(ports.files, copy))) {
    return { ...checkedFile(file, agencies, problems, findings), copy: { path: copy, kept: true } };
  }
  await ports.files.write(copy, await ports.codec.patch(bytes, changes));
  const fixed = new Set(changes.flatMap((change) => change.findings));
  const left = findings.filter((finding) => !fixed.has(finding));
  const told = fixedProblems(problems, changes);
  return { ...checkedFile(file, agencies, told, left), changes, copy: { path: copy, kept: false } };
}

/** The problems without those whose cell has a text now in the place of an error. */
function fixedProblems(problems: readonly Problem[], changes: readonly FixedCell[]): readonly Problem[] {
  return problems.filter(
    ({ code, sheet, cell }) =>
      code !== 'error-value' || !changes.some((change) => change.sheet === sheet && change.cell === cell),
  );
}

function checkedFile(
  file: string,
  agencies: readonly AgencyCode[],
  problems: readonly Problem[],
  findings: readonly Finding[],
): CheckedFile {
  const remarks = remarksOf(problems, findings);
  return { file, agencies, remarks, ready: isReady(agencies, remarks), changes: [] };
}
