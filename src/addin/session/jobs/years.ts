import { nextYear } from '../../../domain/programme/next-year.ts';
import type { YearData } from '../../../domain/programme/year-data.ts';
import { changesBetween } from '../../../domain/year-workbook/changes.ts';
import { severityOfYearProblem } from '../../../domain/year-workbook/problem.ts';
import { yearFileName } from '../../../domain/year-workbook/plan/year-workbook.ts';
import { nameOfPath } from '../../../domain/text/file-path.ts';
import type { ChosenFiles } from '../../../usecases/ports/file-store.ts';
import { whole } from '../../../usecases/read-workbook.ts';
import { planYear } from '../../../usecases/year/plan-year.ts';
import { importOf, readYear, type YearImport } from '../../../usecases/year/read-year.ts';
import type { KeptYears } from '../kept-years.ts';
import { notice, type Notice } from '../notice.ts';
import type { Job } from '../session-state.ts';
import { newWorkbookOutcome } from './make.ts';

/** Opens a workbook in which the office edits the data of the chosen year. */
export async function exportYear({ ports, state }: Job): Promise<Notice> {
  const { chosen } = state();
  const file = yearFileName(chosen);
  await ports.workbook.openNew(planYear(chosen, ports.clock.now()), file);
  return notice(`year-${newWorkbookOutcome(ports)}`, { facts: { file } });
}

/** Opens a workbook with the data of the year after the chosen one, and shows the differences. */
export async function exportNextYear({ ports, state, set }: Job): Promise<Notice> {
  const { chosen } = state();
  const { data, doubts, problems } = nextYear(chosen);
  const file = yearFileName(data);
  await ports.workbook.openNew(planYear(data, ports.clock.now()), file);
  set({ following: { data, doubts, problems, changes: changesBetween(chosen, data) } });
  return notice(`year-${newWorkbookOutcome(ports)}`, { facts: { file } });
}

/** Reads a year's workbook, the open one or a chosen file, and shows its problems and changes. */
export async function lookAtYear({ ports, set }: Job, files?: ChosenFiles): Promise<Notice> {
  const [path] = files?.paths ?? [];
  let found: YearImport;
  if (files !== undefined && path !== undefined) {
    found = await readYear(ports.codec, await files.read(path), ports.catalogue);
  } else {
    found = importOf(whole(await ports.workbook.read()), ports.catalogue);
  }
  set({ importing: { file: path === undefined ? '' : nameOfPath(path), found } });
  const { data, problems, changes } = found;
  if (data !== undefined) return notice('year-read', { facts: { changes: changes.length } });
  const count = problems.filter((problem) => severityOfYearProblem(problem) === 'must').length;
  return notice('year-not-usable', { facts: { count } });
}

/** Keeps the data of the year's workbook that was read, and chooses that year. */
export function takeYear({ set }: Job, kept: KeptYears, data: YearData): Notice {
  const isStored = kept.keep(data);
  set({ importing: undefined, kept: kept.all, chosen: data });
  const { year, id: programme } = data.programme;
  return notice(isStored ? 'year-kept' : 'year-kept-for-now', { facts: { year, programme } });
}
