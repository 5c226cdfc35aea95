import { owingOf } from '../../../domain/chasing/chase.ts';
import { lettersFileName, planLetters } from '../../../domain/chasing/letter.ts';
import { chasesOfMaster } from '../../../usecases/chase.ts';
import { isMasterOf } from '../../../usecases/is-master-of.ts';
import type { ChosenFiles } from '../../../usecases/ports/file-store.ts';
import { encodeReport } from '../../../usecases/report.ts';
import { notice, type Notice } from '../notice.ts';
import { programmeOfReport } from '../programmes.ts';
import type { Chasing, Job } from '../session-state.ts';

/** Shows who owes what, by the master that is open, as it stands; nothing is written. */
export async function lookAtChases(job: Job): Promise<Notice | undefined> {
  const chasing = await chasesNow(job);
  job.set({ chasing });
  return chasing === undefined ? notice('no-master-for-document') : undefined;
}

/** Saves the letters to all that owe something, as the master that is open stands now. */
export async function writeLetters(job: Job, template: ChosenFiles | undefined): Promise<Notice> {
  const { ports } = job;
  if (ports.withoutDownloads !== undefined) return notice('no-document-downloads');
  const chasing = await chasesNow(job);
  job.set({ chasing });
  if (chasing === undefined) return notice('no-master-for-document');
  const { chases, programme, asOf } = chasing;
  const count = owingOf(chases).length;
  if (count === 0) return notice('no-letters');
  const [path] = template?.paths ?? [];
  const frame = path === undefined ? undefined : await template?.read(path);
  const { bytes, notices } = await encodeReport(ports, planLetters(chases, { programme, asOf, created: asOf }), frame);
  const file = lettersFileName(programme);
  await ports.deliver(file, bytes);
  return notice('letters-saved', { facts: { file, count }, template: notices });
}

async function chasesNow({ ports, state }: Job): Promise<Chasing | undefined> {
  const data = programmeOfReport(state());
  const content = await ports.workbook.read(undefined, 'texts');
  if (!isMasterOf(content, data.programme)) return undefined;
  const asOf = ports.clock.now();
  return { ...(await chasesOfMaster(content, data, { asOf, now: asOf })), programme: data.programme, asOf };
}
