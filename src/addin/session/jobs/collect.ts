import { remarksOfReport } from '../../../domain/checks/remark.ts';
import { problemsOfUnread } from '../../../domain/master/decisions.ts';
import { NO_FOLLOW_UP } from '../../../domain/master/follow-up.ts';
import type { MasterPicture } from '../../../domain/master/pictures.ts';
import { submissionsInTable } from '../../../domain/master/read/submissions-in-table.ts';
import { PROBLEMS_SHEET } from '../../../domain/master/sheet-names.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import type { Roster } from '../../../domain/programme/roster.ts';
import type { WorkbookPlan } from '../../../domain/spreadsheet/plan.ts';
import { receivedOf } from '../../../domain/submissions/coverage.ts';
import type { Steps } from '../../../domain/text/steps.ts';
import { withArchives } from '../../../usecases/archived-files.ts';
import { collectAnswers, type Collected, type CollectPorts } from '../../../usecases/collect-answers.ts';
import { inSteps } from '../../../usecases/in-steps.ts';
import { listsIn, masterChanges, sheetsOfMaster, type MasterSheets } from '../../../usecases/master-changes.ts';
import { groupingAfter } from '../../../usecases/merge-master.ts';
import { picturesOfOpenMaster } from '../../../usecases/pictures-of-master.ts';
import { planMasterAside } from '../../../usecases/plan-master.ts';
import type { ChosenFiles } from '../../../usecases/ports/file-store.ts';
import type { ResultCache } from '../../../usecases/ports/result-cache.ts';
import { writtenByOffice, type WrittenByOffice } from '../../../usecases/written-by-office.ts';
import { yearOfFiles, type YearFound } from '../../../usecases/year-of-files.ts';
import { notice, type Hint, type Notice } from '../notice.ts';
import { isMasterOpen, programmeOfReport } from '../programmes.ts';
import type { CollectedAnswers, FileProgress, Job, SheetOutline } from '../session-state.ts';
import { findBackups } from './backup-sheets.ts';
import { mergeIntoOpen } from './merge.ts';
import { yearToPut } from './year-to-put.ts';

/** What the open master contributes to a report of new answers. */
interface OpenMaster extends WrittenByOffice {
  readonly sheets: MasterSheets;
  /** Undefined where it has some and the host does not provide them. */
  readonly pictures: readonly MasterPicture[] | undefined;
}

/**
 * Reads agencies' files; nothing is written.
 * @param cache results of earlier readings
 */
export async function collect(job: Job, files: ChosenFiles, cache?: ResultCache): Promise<Notice> {
  if (files.paths.length === 0) return notice('no-files');
  const { collection: before } = job.state();
  try {
    return await readAnswers(job, files, cache);
  } finally {
    // If no answers were read, the files are no longer shown as being read, and earlier answers stay.
    const isLeft = job.state().collection?.kind === 'reading';
    if (isLeft) job.set({ collection: before?.kind === 'read' ? before : undefined });
  }
}

async function readAnswers(job: Job, chosen: ChosenFiles, cache?: ResultCache): Promise<Notice> {
  const { ports, state, set, signal } = job;
  const { paths } = chosen;
  const reading = showReading(job, paths);
  // Reading the first file may take long, and can be stopped too.
  job.progress(0, paths.length, '');
  const files = withArchives(chosen, ports.codec);
  const known = programmeOfReport(state());
  const isOpen = isMasterOpen(state(), known.programme);
  // The year is that of the open report, the chosen one for a shared folder, and otherwise that of the files.
  const year: YearFound =
    isOpen || cache
      ? { data: known, isCarried: false, problems: [] }
      : await yearOfFiles({ codec: ports.codec, files }, { paths, otherwise: known, catalogue: ports.catalogue });
  const { programme, roster } = year.data;
  const master = isOpen ? await readOpenMaster(job, roster) : undefined;
  const { table, whole }: MasterSheets = master?.sheets ?? {};
  const collected = await collectAnswers(
    {
      ...ports,
      ...(cache ? { cache } : {}),
      files,
      progress: job.progress,
      onFound: reading.onFound,
      onResult: reading.onResult,
    },
    {
      ...year.data,
      paths,
      signal,
      grouping: whole ? groupingAfter(whole) : state().settings.grouping,
      earlier: table ? submissionsInTable(table, programme) : { submissions: [], problems: year.problems },
      ...(master?.pictures ? { earlierPictures: master.pictures } : {}),
    },
  );
  if (collected.kind === 'nothing-read') return notice('nothing-read', { remarks: collected.problems });
  if (isOpen) await findBackups(job);
  const kept = master ? problemsOfUnread(listsIn(master.sheets), reading.files(), collected.consolidation) : [];
  const answers = await answersToShow(job, { ...collected, kept }, master);
  set({ collection: { kind: 'read', files: reading.files(), answers, isPut: false } });
  const { expected, received } = receivedOf(collected.consolidation.agencies);
  const hints: readonly Hint[] = [
    ...(year.isCarried ? [yearCarried(programme)] : []),
    ...(kept.length === 0 ? [] : [['problems-kept', { count: kept.length, sheet: PROBLEMS_SHEET }] as const]),
  ];
  const facts = { files: collected.filesFound, expected, received };
  return notice('collected', { facts, hints, remarks: answers.remarks });
}

/** Shows the files while they are read, and what was read in them. */
function showReading(
  { set }: Job,
  paths: readonly string[],
): Required<Pick<CollectPorts, 'onFound' | 'onResult'>> & { readonly files: () => readonly FileProgress[] } {
  let files: readonly FileProgress[] = [];
  const show = (next: readonly FileProgress[]): void => {
    files = next;
    set({ collection: { kind: 'reading', files } });
  };
  const onFound = (found: readonly string[]): void => {
    show(found.map((path) => ({ path, result: undefined })));
  };
  onFound(paths);
  return {
    onFound,
    onResult: (path, result) => {
      show(files.map((file) => (file.path === path ? { path, result } : file)));
    },
    files: () => files,
  };
}

async function readOpenMaster({ ports }: Job, roster: Roster): Promise<OpenMaster> {
  const sheets = await sheetsOfMaster(ports.workbook);
  const { evidence } = sheets;
  const pictures = await picturesOfOpenMaster(ports.codec, ports.workbook, { sheets: evidence ? [evidence] : [] });
  return { sheets, ...writtenByOffice(listsIn(sheets), roster), pictures };
}

/** The answers with what the page shows about them: their remarks, the sheets of their report and how it differs from the open master. */
async function answersToShow(
  { ports }: Job,
  collected: Extract<Collected, { readonly kind: 'collected' }> & Pick<CollectedAnswers, 'kept'>,
  master: OpenMaster | undefined,
): Promise<CollectedAnswers> {
  const { consolidation, findings, pictures, kept } = collected;
  const { table, evidence, whole }: MasterSheets = master?.sheets ?? {};
  const { decisions, followUp }: WrittenByOffice = master ?? { decisions: [], followUp: NO_FOLLOW_UP };
  const created = ports.clock.now();
  const plan = await planMasterAside(consolidation, { created, findings, decisions, kept, followUp, pictures });
  return {
    ...collected,
    remarks: remarksOfReport(consolidation.problems, findings, consolidation.roster),
    decisions,
    followUp,
    sheets: await inSteps(outlineOf(plan)),
    news: table && masterChanges(table, consolidation, { evidence, pictures }),
    year: await yearToPut(ports, consolidation, whole),
    readAt: ports.clock.now(),
    merge: master && mergeIntoOpen(whole, collected),
    withoutEarlierPictures: master !== undefined && master.pictures === undefined,
  };
}

/** Counts the rows of each sheet, in a step for each row. */
function* outlineOf({ sheets }: WorkbookPlan): Steps<readonly SheetOutline[]> {
  const outline: SheetOutline[] = [];
  for (const { name, rows } of sheets) {
    const steps = rows[Symbol.iterator]();
    let count = 0;
    for (; !steps.next().done; count += 1) yield;
    outline.push({ name, rows: count });
  }
  return outline;
}

/** Says that the report is of a year that the program knows from the files only. */
function yearCarried({ title, year, version }: Programme): Hint {
  return ['year-carried', { title, year, version }];
}
