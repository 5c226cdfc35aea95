import type { Agency, AgencyCode } from '../../../domain/programme/roster.ts';
import { agencyFileName, packedFileName, planAgencyWorkbook } from '../../../domain/form/plan/agency-workbook.ts';
import { indexFileName, planIndexWorkbook } from '../../../domain/form/plan/index-workbook.ts';
import { packYear } from '../../../usecases/carried-year.ts';
import { notice, type Notice } from '../notice.ts';
import type { Job, NamedBytes, SessionPorts } from '../session-state.ts';

/** Makes an agency's workbook and opens it, or the workbooks of several in one file, with the list of workbooks where it is all. */
export async function makeWorkbooks(job: Job, codes: readonly AgencyCode[]): Promise<Notice> {
  const { roster } = job.state().chosen;
  const agencies = roster.agencies.filter(({ code }) => codes.includes(code));
  const [only] = agencies;
  if (only === undefined) return notice('no-agency-chosen');
  return agencies.length === 1 ? openOne(job, only) : packAll(job, agencies);
}

async function openOne({ ports, state }: Job, agency: Agency): Promise<Notice> {
  const { chosen } = state();
  const file = agencyFileName(chosen.programme, agency);
  const year = await packYear(ports.codec, chosen);
  const plan = planAgencyWorkbook(chosen.programme, agency, { created: ports.clock.now(), year });
  await ports.workbook.openNew(plan, file);
  return notice(`workbook-${whereNewIs(ports)}`, { facts: { agency: agency.name, file } });
}

/** Where the host opened a new workbook: in a window in front or behind, or among the downloads. */
export function whereNewIs({ live, withoutDownloads }: SessionPorts): 'saved' | 'opened' | 'opened-behind' {
  if (live === undefined) return 'saved';
  return withoutDownloads === undefined ? 'opened' : 'opened-behind';
}

async function packAll({ ports, state, signal, progress }: Job, agencies: readonly Agency[]): Promise<Notice> {
  if (ports.withoutDownloads !== undefined) return notice('no-downloads');
  const { chosen } = state();
  const { programme, roster } = chosen;
  const created = ports.clock.now();
  const year = await packYear(ports.codec, chosen);
  const files: NamedBytes[] = [];
  for (const agency of agencies) {
    progress(files.length, agencies.length, agency.name);
    // Lets the page show the progress and receive a click on “Stop”.
    await ports.delay(0);
    signal.throwIfAborted();
    const bytes = await ports.codec.encode(planAgencyWorkbook(programme, agency, { created, year }));
    files.push({ name: agencyFileName(programme, agency), bytes });
  }
  if (agencies.length === roster.agencies.length) {
    const bytes = await ports.codec.encode(planIndexWorkbook(programme, roster, { created }));
    files.push({ name: indexFileName(programme), bytes });
  }
  const file = packedFileName(programme);
  await ports.deliver(file, await ports.pack(files));
  return notice('workbooks-packed', { facts: { count: agencies.length, file } });
}
