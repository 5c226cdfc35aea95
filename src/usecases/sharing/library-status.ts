import type { Finding } from '../../domain/checks/finding.ts';
import type { Problem } from '../../domain/diagnostics/problem.ts';
import type { Agency } from '../../domain/programme/roster.ts';
import { dueOf } from '../../domain/programme/year-data.ts';
import { agencyState, latenessOf, type AgencyState, type Lateness } from '../../domain/sharing/agency-state.ts';
import { agencyFolderName } from '../../domain/sharing/library-layout.ts';
import { lastEvent, type FileVersionTags, type SharingRecord } from '../../domain/sharing/record.ts';
import { fileKind } from '../../domain/spreadsheet/file-kind.ts';
import { addResult, emptyConsolidation, finish } from '../../domain/submissions/consolidate.ts';
import { groupBy } from '../../domain/text/group-by.ts';
import type { AgencyCoverage, Consolidation } from '../../domain/submissions/consolidation.ts';
import { collectAnswers, type CollectPorts, type CollectRequest } from '../collect-answers.ts';
import type { Clock } from '../ports/clock.ts';
import type { LibraryMemory } from '../ports/library-memory.ts';
import type { DocumentLibrary, LibraryFile, Person } from '../ports/document-library.ts';
import { librarySource, type LibrarySource } from './library-source.ts';
import { readTree, shownPath, type LibraryTree } from './library-tree.ts';
import { isSameVersion } from './same-version.ts';
import { readRecord } from './sharing-record.ts';

/** The ports of the status. */
export interface LibraryStatusPorts extends Omit<CollectPorts, 'files'> {
  readonly library: DocumentLibrary;
  readonly memory?: LibraryMemory;
  readonly clock: Clock;
}

/** The agencies whose status is requested. */
export interface LibraryStatusRequest extends Omit<CollectRequest, 'paths' | 'earlier' | 'grouping'> {
  /** Last day for answers in Bangkok, such as `2022-04-29`, of agencies without one of their own; the programme's by default. */
  readonly due?: string;
}

/** The status of an agency, and the files that it results from. */
export interface AgencyStatus {
  readonly agency: Agency;
  readonly state: AgencyState;
  readonly lateness?: Lateness;
  readonly answered: number;
  readonly expected: number;
  /** The agency's answers by issue and measure. */
  readonly coverage: AgencyCoverage;
  /** When one of its files was last saved since it was given out, and by whom; `savedBy` is absent for programs such as SharePoint. */
  readonly savedAt?: string;
  readonly savedBy?: Person;
  /** Its files, the latest first; more than one where there are copies. */
  readonly files: readonly StatusFile[];
}

/** A file of an agency, with its path in the shared folder. */
export interface StatusFile {
  readonly path: string;
  readonly version: LibraryFile;
}

/** The status of all agencies. */
export interface LibraryStatus {
  /** In roster order; agencies without measures are left out. */
  readonly agencies: readonly AgencyStatus[];
  readonly problems: readonly Problem[];
  readonly findings: readonly Finding[];
  readonly record: SharingRecord;
  readonly tree: LibraryTree;
}

/**
 * Reads the status of every agency from the shared folder, the files in it and the office's record. Writes nothing.
 * @throws {LibraryFault}
 */
export async function libraryStatus(ports: LibraryStatusPorts, request: LibraryStatusRequest): Promise<LibraryStatus> {
  const tree = await readTree(ports.library, ports.memory);
  const record = await readRecord(ports.library, tree, request.programme.id);
  const source = librarySource(ports.library, tree);
  // Without grouping, which is slow and not needed for the status, because the status is read often.
  const collected = await collectAnswers(
    { ...ports, files: source },
    { ...request, paths: [source.path], grouping: false },
  );
  const { consolidation, findings } =
    collected.kind === 'collected'
      ? collected
      : { consolidation: nothingOf(request, collected.problems), findings: [] };
  const files = filesByAgency(consolidation, source, tree, request.roster.agencies);
  const now = ports.clock.now();
  const agencies: AgencyStatus[] = [];
  for (const coverage of consolidation.agencies) {
    const agency = request.roster.agencies.find(({ code }) => code === coverage.agency);
    if (agency === undefined || coverage.issues.size === 0) continue;
    const found = await filesOf({ library: ports.library, record }, agency, files.get(agency.code) ?? []);
    agencies.push(
      statusOf(agency, coverage, found, {
        record,
        now,
        due: dueOf({ due: request.due ?? request.programme.due }, agency),
      }),
    );
  }
  return { agencies, problems: consolidation.problems, findings, record, tree };
}

/** A consolidation without answers, for the case that no file could be read, with the problems. */
function nothingOf({ programme, roster }: LibraryStatusRequest, problems: readonly Problem[]): Consolidation {
  return finish(addResult(emptyConsolidation(programme, roster), { submissions: [], problems }), { grouping: false });
}

/** The files of an agency compared with the office's record. */
interface FilesOfAgency {
  readonly files: readonly StatusFile[];
  readonly isAsAccepted: boolean;
  /** Those that a person has saved since they were given out. */
  readonly saved: readonly StatusFile[];
}

async function filesOf(
  { library, record }: { readonly library: DocumentLibrary; readonly record: SharingRecord },
  { code }: Agency,
  files: readonly StatusFile[],
): Promise<FilesOfAgency> {
  const accepted = lastEvent(record, 'accepted', code);
  const given = lastEvent(record, 'given-out', code);
  const isOneOf = async ({ version }: StatusFile, recorded: readonly FileVersionTags[]): Promise<boolean> => {
    for (const tags of recorded) if (await isSameVersion(library, version, tags)) return true;
    return false;
  };
  let isAsAccepted = accepted?.versions.length === files.length;
  for (const file of files) isAsAccepted &&= await isOneOf(file, accepted?.versions ?? []);
  const saved: StatusFile[] = [];
  for (const file of files) if (!given || !(await isOneOf(file, [given]))) saved.push(file);
  return { files, isAsAccepted, saved };
}

function statusOf(
  agency: Agency,
  coverage: AgencyCoverage,
  { files, isAsAccepted, saved }: FilesOfAgency,
  { record, now, due }: { readonly record: SharingRecord; readonly now: string; readonly due: string },
): AgencyStatus {
  const issues = [...coverage.issues.values()];
  const answered = issues.reduce((sum, issue) => sum + issue.answered, 0);
  const expected = issues.reduce((sum, issue) => sum + issue.expected, 0);
  const latest = saved[0]?.version;
  const when = latest?.modifiedAt === undefined ? {} : { savedAt: latest.modifiedAt };
  const facts = { agency: agency.code, hasFile: files.length > 0, isAsAccepted, answered, expected, ...when };
  const state = agencyState(facts, record);
  const lateness = latenessOf({ state, ...when }, due, now);
  return {
    agency,
    state,
    ...(lateness === undefined ? {} : { lateness }),
    answered,
    expected,
    coverage,
    ...when,
    ...(latest?.modifiedBy === undefined ? {} : { savedBy: latest.modifiedBy }),
    files,
  };
}

/**
 * The files of each agency, the latest first. Unreadable files are assigned by their folder, all others by their content.
 */
function filesByAgency(
  consolidation: Consolidation,
  source: LibrarySource,
  tree: LibraryTree,
  agencies: readonly Agency[],
): ReadonlyMap<string, readonly StatusFile[]> {
  const owners = new Map<string, string>();
  // Workbooks of another year do not count.
  const others = new Set(
    consolidation.problems.filter(({ code }) => code === 'programme-differs').map(({ file }) => file),
  );
  for (const { agency, file } of consolidation.problems) if (agency && file) owners.set(file, agency);
  for (const { submissions } of consolidation.agencies)
    for (const { agency, file } of submissions) owners.set(file, agency);
  const byFolder = new Map(agencies.map((agency) => [agencyFolderName(agency), agency.code]));
  const all = tree.files.flatMap((file) => {
    const path = shownPath(tree, file);
    const version = source.versionOf(path);
    const inFolder = fileKind(file.name) === 'workbook' ? byFolder.get(tree.pathOf(file)[0] ?? '') : undefined;
    const owner = owners.get(path) ?? inFolder;
    return version === undefined || owner === undefined || others.has(path) ? [] : [{ path, version, owner }];
  });
  const newestFirst = all.toSorted((one, other) => timeOf(other.version) - timeOf(one.version));
  return groupBy(newestFirst, ({ owner }) => owner);
}

function timeOf({ modifiedAt }: LibraryFile): number {
  const time = Date.parse(modifiedAt ?? '');
  return Number.isNaN(time) ? 0 : time;
}
