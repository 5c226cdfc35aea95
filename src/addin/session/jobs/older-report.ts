import { matchMeasures } from '../../../domain/programme/match-measures.ts';
import type { YearData } from '../../../domain/programme/year-data.ts';
import { nameOfPath } from '../../../domain/text/file-path.ts';
import { yearFileName } from '../../../domain/year-workbook/plan/year-workbook.ts';
import { UnusableTemplate } from '../../../usecases/ports/document-codec.ts';
import type { ChosenFiles } from '../../../usecases/ports/file-store.ts';
import { planYear } from '../../../usecases/year/plan-year.ts';
import { readReport } from '../../../usecases/year/read-report.ts';
import { notice, type Notice } from '../notice.ts';
import type { Job } from '../session-state.ts';
import { newWorkbookOutcome } from './make.ts';

/** Reads an older report for Word and shows what was found and what is doubtful. What it does not contain is taken from the chosen year. */
export async function lookAtReport({ ports, state, set }: Job, files: ChosenFiles): Promise<Notice> {
  const [path = ''] = files.paths;
  const file = nameOfPath(path);
  const { chosen } = state();
  set({ reported: undefined });
  let draft;
  try {
    draft = await readReport(ports, await files.read(path), chosen);
  } catch (error) {
    if (!(error instanceof UnusableTemplate)) throw error;
    const { reason, detail } = error;
    set({ reported: { kind: 'unreadable', file, reason, detail } });
    return notice('older-report-unreadable', { facts: { file } });
  }
  if (draft === undefined) return notice('older-report-without-measures', { facts: { file } });
  const { doubts, problems, data, results } = draft;
  const matches = matchMeasures(chosen.programme, data.programme);
  set({ reported: { kind: 'read', file, draft, other: chosen.programme, matches } });
  return notice('older-report-read', {
    facts: { file, measures: results.size, count: doubts.length + problems.length },
  });
}

/** Opens a workbook of the year that was read from a report. */
export async function exportReported({ ports }: Job, data: YearData): Promise<Notice> {
  const file = yearFileName(data);
  await ports.workbook.openNew(planYear(data, ports.clock.now()), file);
  return notice(`year-${newWorkbookOutcome(ports)}`, { facts: { file } });
}
