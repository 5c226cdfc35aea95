import { emptyConsolidation, finish } from '../../domain/report/consolidate.ts';
import type { Consolidation } from '../../domain/report/consolidation.ts';
import { receivedOf } from '../../domain/report/coverage.ts';
import { masterFileName } from '../../domain/workbook/master-workbook.ts';
import { collectAnswers } from '../../usecases/collect-answers.ts';
import { masterNews } from '../../usecases/master-news.ts';
import { planMaster } from '../../usecases/plan-master.ts';
import type { FileSource } from '../../usecases/ports.ts';
import { said, type Notice } from '../notice.ts';
import { lookForKept, sheetsPut } from './kept-sheets.ts';
import { programmeOfReport } from '../programmes.ts';
import type { Job, SessionState, SheetOutline } from '../session-state.ts';

/** Reads agencies' files; nothing is written. */
export async function collect(job: Job, files: FileSource, paths: readonly string[]): Promise<Notice> {
  const { ports, state, set, signal } = job;
  if (paths.length === 0) return said('no-files');
  set({ collected: undefined, files: paths.map((path) => ({ path, result: undefined })) });
  // The first file may take long, and can be stopped too.
  job.progress(0, paths.length, '');
  const collected = await collectAnswers(
    {
      ...ports,
      files,
      progress: job.progress,
      onResult: (path, result) => {
        set({ files: job.state.files.map((file) => (file.path === path ? { path, result } : file)) });
      },
    },
    { ...programmeOfReport(state), paths, signal },
  );
  if (collected.kind === 'nothing-read') return said('nothing-read', { remarks: collected.problems });
  const { consolidation, filesFound } = collected;
  const news = isSameMaster(state, consolidation) ? await masterNews(ports.workbook, consolidation) : undefined;
  if (isSameMaster(state, consolidation)) await lookForKept(job);
  const sheets = planMaster(consolidation, { created: ports.clock.now() }).sheets.map(
    ({ name, rows }): SheetOutline => ({ name, rows: Array.from(rows).length }),
  );
  set({ collected: { ...collected, sheets, news } });
  const { expected, received } = receivedOf(consolidation.agencies);
  return said('collected', { facts: { files: filesFound, expected, received }, remarks: consolidation.problems });
}

/** Puts the report of the answers that were read into the master that is open, or into a new workbook. */
export async function putMaster(job: Job, where: 'here' | 'new'): Promise<Notice> {
  const { ports, state, set } = job;
  const { collected } = state;
  if (collected === undefined) return said('nothing-collected');
  const here = where === 'here' && isSameMaster(state, collected.consolidation) ? ports.live : undefined;
  if (where === 'here' && here === undefined) return said('not-a-master');
  const { programme } = collected.consolidation;
  const plan = planMaster(collected.consolidation, { created: ports.clock.now() });
  const file = masterFileName(programme);
  const kept = await here?.putSheets(plan);
  if (kept === undefined) await ports.workbook.openNew(plan, file);
  else sheetsPut(job, kept);
  set({ collected: undefined, files: [] });
  if (kept === undefined) return said(ports.live === undefined ? 'master-saved' : 'master-opened', { facts: { file } });
  const facts = { sheets: plan.sheets.length, kept: kept.length };
  return said('master-put', { facts, canUndo: kept.length > 0 });
}

/** Opens a report without answers, as the place where they will be collected. */
export async function openEmptyMaster({ ports, state }: Job): Promise<Notice> {
  const { programme, roster } = state.chosen;
  const empty = finish(emptyConsolidation(programme, roster));
  const file = masterFileName(programme);
  await ports.workbook.openNew(planMaster(empty, { created: ports.clock.now() }), file);
  return said(ports.live === undefined ? 'master-saved' : 'master-opened', { facts: { file } });
}

/** Whether the master of the same programme is open. */
function isSameMaster({ open }: SessionState, { programme }: Consolidation): boolean {
  return open?.kind === 'master' && open.programme === programme.id;
}
