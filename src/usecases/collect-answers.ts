import type { Programme } from '../domain/programme/programme.ts';
import type { Roster } from '../domain/programme/roster.ts';
import { addResult, emptyConsolidation, finishInSteps } from '../domain/submissions/consolidate.ts';
import type { Consolidation } from '../domain/submissions/consolidation.ts';
import type { Problem } from '../domain/diagnostics/problem.ts';
import type { ReadResult, Submission } from '../domain/submissions/submission.ts';
import { coverageByFindings } from '../domain/checks/coverage-by-findings.ts';
import type { TextStore } from '../domain/submissions/entry-store.ts';
import type { Finding } from '../domain/checks/finding.ts';
import { inOrder } from '../domain/diagnostics/order.ts';
import type { MasterPicture } from '../domain/master/pictures.ts';
import { keptPictures, withPictures } from './earlier-pictures.ts';
import { fetchPictures } from './fetch-pictures.ts';
import { agencyDiffers } from './agency-of-path.ts';
import { checkAnswers } from './check-answers.ts';
import { findFiles } from './find-files.ts';
import type { FileSource } from './ports/file-store.ts';
import type { OpenReader } from './ports/workbook-reader.ts';
import type { Progress } from './ports/progress.ts';
import type { ResultCache } from './ports/result-cache.ts';
import type { ShrinkPicture } from './ports/shrink-picture.ts';
import type { WorkbookCodec } from './ports/workbook-codec.ts';
import { inSteps } from './in-steps.ts';
import { readFiles } from './read-files.ts';

/** The ports of collecting answers. */
export interface CollectPorts {
  readonly codec: Pick<WorkbookCodec, 'decode' | 'pictures'>;
  readonly files: FileSource;
  readonly progress: Progress;
  /** Called with the files before they are read. */
  readonly onFound?: (paths: readonly string[]) => void;
  /** Where the texts of answers, and what is found in them, are kept if so many files are found; by default in memory. */
  readonly openTexts?: (files: number) => TextStore | undefined;
  /** Called with their number when all of them are read. */
  readonly onRead?: (files: number) => void;
  /** Called with the content of each file as soon as it is known. */
  readonly onResult?: (path: string, result: ReadResult) => void;
  /** Reads the workbooks; by default in the calling thread. */
  readonly openReader?: OpenReader;
  /** Caches what was read; by default nothing is cached. */
  readonly cache?: ResultCache;
  /** Makes large pictures smaller; by default they stay as they are. */
  readonly shrinkPicture?: ShrinkPicture;
}

/** Which answers to collect, and where to look. */
export interface CollectRequest {
  readonly programme: Programme;
  readonly roster: Roster;
  /** Files and folders. */
  readonly paths: readonly string[];
  /** What was collected before, such as what a master holds. A file of it that is read again counts once. */
  readonly earlier?: ReadResult;
  /** The pictures of the master that the answers go into; those whose files are gone stay. */
  readonly earlierPictures?: readonly MasterPicture[];
  /** Whether answers to one measure that say the same in other words become one paragraph; true by default. */
  readonly grouping?: boolean;
  /** Aborts the work. */
  readonly signal?: AbortSignal;
}

/** The combined content of the files. `nothing-read`: no path could be opened. */
export type Collected =
  | {
      readonly kind: 'collected';
      readonly consolidation: Consolidation;
      /** What the rules find in the answers that are used. */
      readonly findings: readonly Finding[];
      readonly filesFound: number;
      /** The pictures of the answers that are used. */
      readonly pictures: readonly MasterPicture[];
    }
  | { readonly kind: 'nothing-read'; readonly problems: readonly Problem[] };

/**
 * Reads every workbook under the paths, and checks the answers. The result does not depend on the order of reading; an unreadable file becomes a problem
 * among the others.
 * @throws the signal's reason as soon as it is aborted.
 */
export async function collectAnswers(ports: CollectPorts, request: CollectRequest): Promise<Collected> {
  const { programme, roster, signal } = request;
  const found = await findFiles(ports.files, request.paths);
  ports.onFound?.(found.files.map(({ path }) => path));
  const store = ports.openTexts?.(found.files.length);
  let state = addResult(emptyConsolidation(programme, roster, store), { submissions: [], problems: found.problems });
  const again = new Set<string>();
  let opened = 0;
  let done = 0;
  for await (const { file, result: read } of readFiles(ports, request, found.files)) {
    const { path } = file;
    const inside = read.submissions.map(({ agency }) => agency);
    const result = { ...read, problems: [...agencyDiffers(inside, path, roster), ...read.problems] };
    state = addResult(state, result);
    for (const submission of result.submissions) again.add(keyOfSave(submission));
    ports.onResult?.(path, result);
    if (!result.problems.some(({ code }) => code === 'file-unreadable')) opened += 1;
    ports.progress(++done, found.files.length, path);
  }
  signal?.throwIfAborted();
  ports.onRead?.(done);
  const { submissions, problems } = request.earlier ?? { submissions: [], problems: [] };
  const { submissions: others, left } = withPictures(
    submissions.filter((submission) => !again.has(keyOfSave(submission))),
    request.earlierPictures ?? [],
  );
  state = addResult(state, { submissions: others, problems });
  const finished = await inSteps(finishInSteps(state, { grouping: request.grouping ?? true }), signal);
  const used = finished.agencies.flatMap((each) => each.submissions);
  const { kept, problems: replaced } = keptPictures(left, finished.agencies);
  const { pictures, problems: missing } = await fetchPictures(ports, used, kept, signal);
  const whole = { ...finished, problems: inOrder([...finished.problems, ...replaced, ...missing], roster) };
  const nothingRead = opened === 0 && whole.problems.some(({ code }) => code === 'file-unreadable');
  if (nothingRead) return { kind: 'nothing-read', problems: whole.problems };
  const findings = await checkAnswers(whole, signal, store);
  const agencies = coverageByFindings(programme, whole.agencies, findings, whole.problems);
  const consolidation = { ...whole, agencies };
  return { kind: 'collected', consolidation, findings, filesFound: found.files.length, pictures };
}

/** Who saved and when: the same for a file that was moved or renamed. */
function keyOfSave({ agency, savedAt = '' }: Submission): string {
  return `${agency} ${savedAt}`;
}
