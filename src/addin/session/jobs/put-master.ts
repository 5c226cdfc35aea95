import { emptyConsolidation, finish } from '../../../domain/submissions/consolidate.ts';
import { problemSheets, problemsOfUnread } from '../../../domain/master/decisions.ts';
import { NO_FOLLOW_UP } from '../../../domain/master/follow-up.ts';
import { masterFileName } from '../../../domain/master/plan/master-workbook.ts';
import { followUpSheets } from '../../../domain/master/read/follow-up-in-sheet.ts';
import { possibleSheetNames } from '../../../domain/master/sheet-names.ts';
import { packYear } from '../../../usecases/carried-year.ts';
import { listsOfMaster } from '../../../usecases/master-changes.ts';
import { planMasterAside, type MasterFacts } from '../../../usecases/plan-master.ts';
import type { LiveWorkbook } from '../../../usecases/ports/workbook-host.ts';
import { writtenByOffice, type WrittenByOffice } from '../../../usecases/written-by-office.ts';
import { notice, type Notice } from '../notice.ts';
import { isMasterOpen } from '../programmes.ts';
import type { CollectedAnswers, FileProgress, Job } from '../session-state.ts';
import { sheetsPut } from './backup-sheets.ts';
import { hintsOfPictures } from './hints-of-pictures.ts';
import { newWorkbookOutcome } from './make.ts';

/** Puts the report with the answers that were read into the open master, or into a new workbook. */
export async function putMaster(job: Job, where: 'here' | 'new'): Promise<Notice> {
  const { ports, state } = job;
  const { collection } = state();
  if (collection?.kind !== 'read') return notice('nothing-collected');
  const { answers, files } = collection;
  const { consolidation } = answers;
  const live = where === 'here' && isMasterOpen(state(), consolidation.programme) ? ports.live : undefined;
  if (where === 'here' && live === undefined) return notice('not-a-master');
  const outcome = await (live ? putHere(job, live, { ...answers, files }) : openMaster(job, answers));
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
  const nothingElse = { findings: [], decisions: [], kept: [], followUp: NO_FOLLOW_UP, pictures: [] };
  return openMaster(job, { consolidation, ...nothingElse });
}

/** The parts of a report. */
type ReportParts = Pick<
  CollectedAnswers,
  'consolidation' | 'findings' | 'decisions' | 'kept' | 'followUp' | 'pictures'
>;

async function putHere(
  job: Job,
  live: LiveWorkbook,
  parts: CollectedAnswers & { readonly files: readonly FileProgress[] },
): Promise<Notice> {
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

/** What stands on the lists of the open master by now or, for a list that is gone, stood there when the answers were read. */
async function writtenSince(
  live: LiveWorkbook,
  { consolidation, decisions, kept, followUp, files }: ReportParts & { readonly files: readonly FileProgress[] },
): Promise<WrittenByOffice & Pick<ReportParts, 'kept'>> {
  const sheets = await listsOfMaster(live);
  const now = writtenByOffice(sheets, consolidation.roster);
  const problems =
    problemSheets(sheets).length > 0
      ? { decisions: now.decisions, kept: problemsOfUnread(sheets, files, consolidation) }
      : { decisions, kept };
  return {
    ...problems,
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

function factsOf({ ports }: Job, { findings, decisions, kept, followUp, pictures }: ReportParts): MasterFacts {
  return { created: ports.clock.now(), findings, decisions, kept, followUp, pictures };
}
