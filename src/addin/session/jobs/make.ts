import type { Agency, AgencyCode } from '../../../domain/programme/roster.ts';
import { agencyFileName, packedFileName, planAgencyWorkbook } from '../../../domain/form/plan/agency-workbook.ts';
import { indexFileName, planIndexWorkbook } from '../../../domain/form/plan/index-workbook.ts';
import { nameOfPath } from '../../../domain/text/file-path.ts';
import { withArchives } from '../../../usecases/archived-files.ts';
import { packYear } from '../../../usecases/carried-year.ts';
import { pastYears, type PastYears } from '../../../usecases/past-years.ts';
import type { ChosenFiles } from '../../../usecases/ports/file-store.ts';
import { notice, type Hint, type Notice } from '../notice.ts';
import type { Job, NamedBytes, SessionPorts } from '../session-state.ts';

/**
 * Makes an agency's workbook and opens it, or packs those of several agencies into an archive; those of all agencies with their index.
 * @param lastYear agencies' workbooks of an earlier year, of any programme, whose answers are shown next to the cells
 */
export async function makeWorkbooks(job: Job, codes: readonly AgencyCode[], lastYear?: ChosenFiles): Promise<Notice> {
  const { roster } = job.state().chosen;
  const agencies = roster.agencies.filter(({ code }) => codes.includes(code));
  const [only] = agencies;
  if (only === undefined) return notice('no-agency-chosen');
  const { codec } = job.ports;
  const past = lastYear && (await pastYears({ codec, files: withArchives(lastYear, codec) }, lastYear.paths));
  return agencies.length === 1 ? openOne(job, only, past) : packAll(job, agencies, past);
}

/** Says how many workbooks show last year's answers, and which of the chosen files could not be read. */
function hintsOf(past: PastYears | undefined, agencies: readonly Agency[]): readonly Hint[] {
  if (past === undefined) return [];
  const count = agencies.filter(({ code }) => past.byAgency.has(code)).length;
  const unread = past.problems.map(({ file = '' }) => nameOfPath(file));
  return [
    ['last-year-beside', { count, total: agencies.length }],
    ...(unread.length === 0 ? [] : ([['last-year-unread', { count: unread.length, files: firstOf(unread) }]] as const)),
  ];
}

/** Limit of file names in a hint. */
const MAX_NAMES = 5;

function firstOf(names: readonly string[]): string {
  return names.slice(0, MAX_NAMES).join(', ') + (names.length > MAX_NAMES ? ' …' : '');
}

async function openOne({ ports, state }: Job, agency: Agency, past?: PastYears): Promise<Notice> {
  const { chosen } = state();
  const file = agencyFileName(chosen.programme, agency);
  const year = await packYear(ports.codec, chosen);
  const plan = planAgencyWorkbook(chosen.programme, agency, {
    created: ports.clock.now(),
    year,
    past: past?.byAgency.get(agency.code),
  });
  await ports.workbook.openNew(plan, file);
  return notice(`workbook-${newWorkbookOutcome(ports)}`, {
    facts: { agency: agency.name, file },
    hints: hintsOf(past, [agency]),
  });
}

/** What the host does with a new workbook: saves it among the downloads, or opens it in a window in front or behind. */
export function newWorkbookOutcome({ live, withoutDownloads }: SessionPorts): 'saved' | 'opened' | 'opened-behind' {
  if (live === undefined) return 'saved';
  return withoutDownloads === undefined ? 'opened' : 'opened-behind';
}

async function packAll(
  { ports, state, signal, progress }: Job,
  agencies: readonly Agency[],
  past?: PastYears,
): Promise<Notice> {
  if (ports.withoutDownloads !== undefined) return notice('no-downloads');
  const { chosen } = state();
  const { programme, roster } = chosen;
  const created = ports.clock.now();
  const year = await packYear(ports.codec, chosen);
  const files: NamedBytes[] = [];
  for (const agency of agencies) {
    progress(files.length, agencies.length, agency.name);
    // So that the page can show the progress and receive a click on “Stop”.
    await ports.delay(0);
    signal.throwIfAborted();
    const plan = planAgencyWorkbook(programme, agency, { created, year, past: past?.byAgency.get(agency.code) });
    const bytes = await ports.codec.encode(plan);
    files.push({ name: agencyFileName(programme, agency), bytes });
  }
  if (agencies.length === roster.agencies.length) {
    const bytes = await ports.codec.encode(planIndexWorkbook(programme, roster, { created }));
    files.push({ name: indexFileName(programme), bytes });
  }
  const file = packedFileName(programme);
  await ports.deliver(file, await ports.pack(files));
  return notice('workbooks-packed', { facts: { count: agencies.length, file }, hints: hintsOf(past, agencies) });
}
