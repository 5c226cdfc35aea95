import type { Programme } from '../domain/programme/programme.ts';
import type { Agency, Roster } from '../domain/programme/roster.ts';
import { agencyFileName, planAgencyWorkbook } from '../domain/form/plan/agency-workbook.ts';
import { indexFileName, planIndexWorkbook } from '../domain/form/plan/index-workbook.ts';
import type { WorkbookPlan } from '../domain/spreadsheet/plan.ts';
import type { Clock } from './ports/clock.ts';
import type { FileStore } from './ports/file-store.ts';
import type { Progress } from './ports/progress.ts';
import type { WorkbookCodec } from './ports/workbook-codec.ts';
import { packYear } from './carried-year.ts';
import { isAnswered } from './is-answered.ts';
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
}

/** Paths of the files that were written, and of those that were skipped because they have answers. */
export interface GenerateOutcome {
  readonly written: readonly string[];
  readonly skipped: readonly string[];
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
  const save = async (name: string, plan: WorkbookPlan): Promise<void> => {
    const path = inFolder(request.out, name);
    if (await holdsAnswers(ports, request, path)) skipped.push(path);
    else {
      await ports.files.write(path, await ports.codec.encode(plan));
      written.push(path);
    }
    ports.progress(written.length + skipped.length, total, name);
  };
  const year = await packYear(ports.codec, request);
  for (const agency of agencies) {
    await save(agencyFileName(programme, agency), planAgencyWorkbook(programme, agency, { created, year }));
  }
  if (index) await save(indexFileName(programme), planIndexWorkbook(programme, roster, { created }));
  return { written, skipped };
}

function inFolder(folder: string, name: string): string {
  return `${folder.replace(/(.)\/+$/, '$1')}/${name}`.replace(/^\/\//, '/');
}

async function holdsAnswers(ports: GeneratePorts, request: GenerateRequest, file: string): Promise<boolean> {
  if (request.replaceAnswers || !(await isThere(ports.files, file))) return false;
  const result = await readWorkbookFile(ports, { file, programme: request.programme, roster: request.roster });
  return isAnswered(result);
}
