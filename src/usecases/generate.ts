import type { Programme } from '../domain/programme/programme.ts';
import type { Agency, AgencyCode, Roster } from '../domain/programme/roster.ts';
import type { Problem } from '../domain/diagnostics/problem.ts';
import { agencyFileName, planAgencyWorkbook } from '../domain/form/plan/agency-workbook.ts';
import { indexFileName, planIndexWorkbook } from '../domain/form/plan/index-workbook.ts';
import type { WorkbookPlan } from '../domain/spreadsheet/plan.ts';
import type { Clock } from './ports/clock.ts';
import type { FileStore } from './ports/file-store.ts';
import type { Progress } from './ports/progress.ts';
import type { WorkbookCodec } from './ports/workbook-codec.ts';
import { packYear } from './carried-year.ts';
import { isAnswered } from './is-answered.ts';
import { pastYears } from './past-years.ts';
import { isThere, readWorkbookFile } from './read-workbook.ts';

/** The ports of generating workbooks. */
export interface GeneratePorts {
  readonly codec: Pick<WorkbookCodec, 'encode' | 'decode' | 'packText'>;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly progress: Progress;
}

/** Which workbooks to make, and where. */
export interface GenerateRequest {
  readonly programme: Programme;
  readonly roster: Roster;
  readonly agencies: readonly Agency[];
  /** Whether to make the office's list of workbooks as well. */
  readonly index: boolean;
  /** Folder, created if missing. */
  readonly out: string;
  /** Whether to replace files that already have answers. */
  readonly replaceAnswers: boolean;
  /** Files and folders with last year's workbooks, of any programme, whose answers are to stand beside this year's. */
  readonly lastYear?: readonly string[];
}

/** Paths of the files that were written, and of those that were skipped because they have answers. */
export interface GenerateOutcome {
  readonly written: readonly string[];
  readonly skipped: readonly string[];
  /** That of the office's list among the written ones, where it was asked for. */
  readonly index?: string;
  /** Last year's answers, where they were asked for. */
  readonly lastYear?: {
    /** Agencies whose answers stand beside this year's. */
    readonly agencies: readonly AgencyCode[];
    /** Files of last year that could not be read, or are no agency's workbook. */
    readonly problems: readonly Problem[];
  };
}

/**
 * Makes the workbooks of the agencies. An empty workbook of an earlier run is replaced; one with answers is
 * skipped, because it may be the only copy.
 * @throws {FileFault} if a file cannot be written; earlier files are complete.
 */
export async function generate(ports: GeneratePorts, request: GenerateRequest): Promise<GenerateOutcome> {
  const { programme, roster, agencies, index } = request;
  const created = ports.clock.now();
  const total = agencies.length + (index ? 1 : 0);
  const written: string[] = [];
  const skipped: string[] = [];
  const save = async (name: string, plan: WorkbookPlan): Promise<string> => {
    const path = inFolder(request.out, name);
    if (await holdsAnswers(ports, request, path)) skipped.push(path);
    else {
      await ports.files.write(path, await ports.codec.encode(plan));
      written.push(path);
    }
    ports.progress(written.length + skipped.length, total, name);
    return path;
  };
  const year = await packYear(ports.codec, request);
  const past = request.lastYear && (await pastYears(ports, request.lastYear));
  for (const agency of agencies) {
    const plan = planAgencyWorkbook(programme, agency, { created, year, past: past?.byAgency.get(agency.code) });
    await save(agencyFileName(programme, agency), plan);
  }
  const list = index && (await save(indexFileName(programme), planIndexWorkbook(programme, roster, { created })));
  const outcome = { written, skipped, ...(list === false ? {} : { index: list }) };
  if (!past) return outcome;
  const beside = agencies.filter(({ code }) => past.byAgency.has(code)).map(({ code }) => code);
  return { ...outcome, lastYear: { agencies: beside, problems: past.problems } };
}

function inFolder(folder: string, name: string): string {
  return `${folder.replace(/(.)\/+$/, '$1')}/${name}`.replace(/^\/\//, '/');
}

async function holdsAnswers(ports: GeneratePorts, request: GenerateRequest, file: string): Promise<boolean> {
  if (request.replaceAnswers || !(await isThere(ports.files, file))) return false;
  const result = await readWorkbookFile(ports, { file, programme: request.programme, roster: request.roster });
  return isAnswered(result);
}
