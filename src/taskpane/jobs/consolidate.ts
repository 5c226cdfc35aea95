import { receivedOf } from '../../domain/report/coverage.ts';
import { masterFileName } from '../../domain/workbook/master-workbook.ts';
import { collectAnswers } from '../../usecases/collect-answers.ts';
import { planMaster } from '../../usecases/plan-master.ts';
import type { FileSource } from '../../usecases/ports.ts';
import { said, type Notice } from '../notice.ts';
import type { Job } from '../session-state.ts';

/** Reads agencies' files; nothing is written. */
export async function collect(job: Job, files: FileSource, paths: readonly string[]): Promise<Notice> {
  const { ports, state, set, signal } = job;
  set({ collected: undefined, files: paths.map((path) => ({ path, result: undefined })) });
  const collected = await collectAnswers(
    {
      ...ports,
      files,
      progress: job.progress,
      onResult: (path, result) => {
        set({ files: job.state.files.map((file) => (file.path === path ? { path, result } : file)) });
      },
    },
    { ...state.data, paths, signal },
  );
  if (collected.kind === 'nothing-read') return said('nothing-read', { remarks: collected.problems });
  set({ collected });
  const { consolidation, filesFound } = collected;
  const { expected, received } = receivedOf(consolidation.agencies);
  return said('collected', { facts: { files: filesFound, expected, received }, remarks: consolidation.problems });
}

/** Puts the report of the answers that were read into the master that is open, or into a new workbook. */
export async function putMaster({ ports, state, set }: Job, where: 'here' | 'new'): Promise<Notice> {
  const { collected, open } = state;
  if (collected === undefined) return said('nothing-collected');
  const { programme } = collected.consolidation;
  const isMaster = open?.kind === 'master' && open.programme === programme.id;
  if (where === 'here' && (ports.live === undefined || !isMaster)) return said('not-a-master');
  const plan = planMaster(collected.consolidation, { created: ports.clock.now() });
  const file = masterFileName(programme);
  if (where === 'here') await ports.live?.putSheets(plan);
  else await ports.workbook.openNew(plan, file);
  set({ collected: undefined, files: [] });
  return where === 'here'
    ? said('master-put', { facts: { sheets: plan.sheets.length } })
    : said('master-opened', { facts: { file } });
}
