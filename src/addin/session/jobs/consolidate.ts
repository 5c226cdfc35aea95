import type { Programme } from '../../../domain/programme/programme.ts';
import { emptyConsolidation, finish } from '../../../domain/submissions/consolidate.ts';
import { remarksOfReport } from '../../../domain/checks/remark.ts';
import { receivedOf } from '../../../domain/submissions/coverage.ts';
import { problemSheets } from '../../../domain/master/decisions.ts';
import { NO_FOLLOW_UP } from '../../../domain/master/follow-up.ts';
import { followUpSheets } from '../../../domain/master/read/follow-up-in-sheet.ts';
import { submissionsInTable } from '../../../domain/master/read/submissions-in-table.ts';
import type { WorkbookPlan } from '../../../domain/spreadsheet/plan.ts';
import type { Steps } from '../../../domain/text/steps.ts';
import { masterFileName } from '../../../domain/master/plan/master-workbook.ts';
import { withArchives } from '../../../usecases/archived-files.ts';
import { packYear } from '../../../usecases/carried-year.ts';
import { collectAnswers } from '../../../usecases/collect-answers.ts';
import { inSteps } from '../../../usecases/in-steps.ts';
import { listsIn, listsOfMaster, masterChanges, sheetsOfMaster } from '../../../usecases/master-changes.ts';
import { groupingAfter } from '../../../usecases/merge-master.ts';
import { picturesOfOpenMaster } from '../../../usecases/pictures-of-master.ts';
import { yearOfFiles } from '../../../usecases/year-of-files.ts';
import { planMasterAside, type MasterFacts } from '../../../usecases/plan-master.ts';
import { writtenByOffice, type WrittenByOffice } from '../../../usecases/written-by-office.ts';
import type { ChosenFiles } from '../../../usecases/ports/file-store.ts';
import type { ResultCache } from '../../../usecases/ports/result-cache.ts';
import type { LiveWorkbook } from '../../../usecases/ports/workbook-host.ts';
import { notice, type Hint, type Notice } from '../notice.ts';
import { isMasterOpen, programmeOfReport } from '../programmes.ts';
import type { CollectedAnswers, FileProgress, Job, SheetOutline } from '../session-state.ts';
import { possibleSheetNames } from '../../../domain/master/sheet-names.ts';
import { findBackups, sheetsPut } from './backup-sheets.ts';
import { hintsOfPictures } from './hints-of-pictures.ts';
import { newWorkbookOutcome } from './make.ts';
import { mergeIntoOpen } from './merge.ts';
import { yearToPut } from './year-to-put.ts';

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

async function readAnswers(job: Job, files: ChosenFiles, cache?: ResultCache): Promise<Notice> {
  const { ports, state, set, signal } = job;
  const { paths } = files;
  let read: readonly FileProgress[] = [];
  const onFound = (found: readonly string[]): void => {
    read = found.map((path) => ({ path, result: undefined }));
    set({ collection: { kind: 'reading', files: read } });
  };
  onFound(paths);
  // Reading the first file may take long, and can be stopped too.
  job.progress(0, paths.length, '');
  const archived = withArchives(files, ports.codec);
  const ofReport = programmeOfReport(state());
  const isOpen = isMasterOpen(state(), ofReport.programme);
  // The year is that of the open report, the chosen one for a shared folder, and otherwise that of the files.
  const found =
    isOpen || cache
      ? { data: ofReport, isCarried: false, problems: [] }
      : await yearOfFiles(
          { codec: ports.codec, files: archived },
          { paths, otherwise: ofReport, catalogue: ports.catalogue },
        );
  const report = found.data;
  const ofOpen = isOpen ? await sheetsOfMaster(ports.workbook) : {};
  const { table, evidence, whole } = ofOpen;
  const { decisions, followUp } = writtenByOffice(listsIn(ofOpen), report.roster);
  const earlierPictures = await picturesOfOpenMaster(ports.codec, ports.workbook, {
    sheets: evidence ? [evidence] : [],
  });
  const collected = await collectAnswers(
    {
      ...ports,
      ...(cache ? { cache } : {}),
      files: archived,
      progress: job.progress,
      onFound,
      onResult: (path, result) => {
        read = read.map((file) => (file.path === path ? { path, result } : file));
        set({ collection: { kind: 'reading', files: read } });
      },
    },
    {
      ...report,
      paths,
      signal,
      grouping: whole ? groupingAfter(whole) : state().settings.grouping,
      earlier: table ? submissionsInTable(table, report.programme) : { submissions: [], problems: found.problems },
      ...(earlierPictures ? { earlierPictures } : {}),
    },
  );
  if (collected.kind === 'nothing-read') return notice('nothing-read', { remarks: collected.problems });
  const { consolidation, findings, filesFound } = collected;
  const remarks = remarksOfReport(consolidation.problems, findings, consolidation.roster);
  const news = table && masterChanges(table, consolidation, { evidence, pictures: collected.pictures });
  const merge = isOpen ? mergeIntoOpen(whole, collected) : undefined;
  if (isOpen) await findBackups(job);
  const plan = await planMasterAside(consolidation, factsOf(job, { ...collected, decisions, followUp }));
  const sheets = await inSteps(outlineOf(plan));
  const withoutEarlierPictures = earlierPictures === undefined;
  const year = await yearToPut(ports, consolidation, whole);
  const readAt = ports.clock.now();
  const answers = {
    ...collected,
    readAt,
    remarks,
    decisions,
    followUp,
    sheets,
    news,
    year,
    merge,
    withoutEarlierPictures,
  };
  set({ collection: { kind: 'read', files: read, answers, isPut: false } });
  const { expected, received } = receivedOf(consolidation.agencies);
  const hints = found.isCarried ? [yearCarried(report.programme)] : [];
  return notice('collected', { facts: { files: filesFound, expected, received }, hints, remarks });
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

/** Puts the report with the answers that were read into the open master, or into a new workbook. */
export async function putMaster(job: Job, where: 'here' | 'new'): Promise<Notice> {
  const { ports, state } = job;
  const { collection } = state();
  if (collection?.kind !== 'read') return notice('nothing-collected');
  const { answers, files } = collection;
  const { consolidation } = answers;
  const live = where === 'here' && isMasterOpen(state(), consolidation.programme) ? ports.live : undefined;
  if (where === 'here' && live === undefined) return notice('not-a-master');
  const outcome = await (live ? putHere(job, live, answers) : openMaster(job, answers));
  // What is missing and what was found stays visible, as the office's list of what to do next.
  const left = live ? { ...answers, news: undefined, merge: undefined } : answers;
  job.set({ collection: { kind: 'read', files, answers: left, isPut: true } });
  return outcome;
}

/** Opens a report without answers in a new workbook. */
export async function openEmptyMaster(job: Job): Promise<Notice> {
  const { chosen, settings } = job.state();
  const nothing = emptyConsolidation(chosen.programme, chosen.roster);
  const consolidation = finish(nothing, { grouping: settings.grouping });
  return openMaster(job, { consolidation, findings: [], decisions: [], followUp: NO_FOLLOW_UP, pictures: [] });
}

/** The parts of a report. */
type ReportParts = Pick<CollectedAnswers, 'consolidation' | 'findings' | 'decisions' | 'followUp' | 'pictures'>;

async function putHere(job: Job, live: LiveWorkbook, parts: CollectedAnswers): Promise<Notice> {
  const { year } = parts;
  const written = await writtenSince(live, parts);
  const plan = await planMasterAside(parts.consolidation, {
    ...factsOf(job, { ...parts, ...written }),
    ...(year ? { year } : {}),
  });
  const put = await live.putSheets(plan, possibleSheetNames(parts.consolidation.programme));
  const { backups, withoutCharts } = put;
  sheetsPut(job, backups);
  const shown = plan.sheets.filter(({ state }) => state === 'visible');
  const facts = { sheets: shown.length, backups: backups.length };
  return notice(withoutCharts ? 'master-put-without-charts' : 'master-put', {
    facts,
    hints: hintsOfPictures(put, parts),
    canUndo: backups.length > 0,
  });
}

/** What the office has written on the lists of the open master by now or, for a list that is gone, when the answers were read. */
async function writtenSince(
  live: LiveWorkbook,
  { consolidation, decisions, followUp }: ReportParts,
): Promise<WrittenByOffice> {
  const sheets = await listsOfMaster(live);
  const now = writtenByOffice(sheets, consolidation.roster);
  return {
    decisions: problemSheets(sheets).length > 0 ? now.decisions : decisions,
    followUp: followUpSheets(sheets).length > 0 ? now.followUp : followUp,
  };
}

async function openMaster(job: Job, parts: ReportParts): Promise<Notice> {
  const { ports } = job;
  const file = masterFileName(parts.consolidation.programme);
  const year = await packYear(ports.codec, parts.consolidation);
  const plan = await planMasterAside(parts.consolidation, { ...factsOf(job, parts), year });
  await ports.workbook.openNew(plan, file);
  return notice(`master-${newWorkbookOutcome(ports)}`, { facts: { file } });
}

function factsOf({ ports }: Job, { findings, decisions, followUp, pictures }: ReportParts): MasterFacts {
  return { created: ports.clock.now(), findings, decisions, followUp, pictures };
}
