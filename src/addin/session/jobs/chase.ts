import { chasesOwing } from '../../../domain/chasing/chase.ts';
import { lettersFileName, planLetters } from '../../../domain/chasing/letter.ts';
import { FOLLOW_UP_SHEET } from '../../../domain/master/sheet-names.ts';
import type { WorkbookContent } from '../../../domain/spreadsheet/content.ts';
import { chasesOfMaster, planRecording } from '../../../usecases/chase.ts';
import { isMasterOf } from '../../../usecases/is-master-of.ts';
import type { ChosenFiles } from '../../../usecases/ports/file-store.ts';
import { encodeReport } from '../../../usecases/report.ts';
import { notice, type Notice } from '../notice.ts';
import { programmeOfReport } from '../programmes.ts';
import type { Chasing, Job } from '../session-state.ts';
import { changeUndoably, toSaveIn } from './undo.ts';

/** Shows who owes what according to the open master as it is. Nothing is written. */
export async function lookAtChases(job: Job): Promise<Notice | undefined> {
  const chasing = await chasesNow(job);
  job.set({ chasing });
  return chasing === undefined ? notice('no-master-for-document') : undefined;
}

/** Saves letters to all agencies that owe something according to the open master as it is. */
export async function writeLetters(job: Job, template: ChosenFiles | undefined): Promise<Notice> {
  const { ports } = job;
  if (ports.withoutDownloads !== undefined) return notice('no-document-downloads');
  const chasing = await chasesNow(job);
  job.set({ chasing });
  if (chasing === undefined) return notice('no-master-for-document');
  const { chases, programme, asOf } = chasing;
  const count = chasesOwing(chases).length;
  if (count === 0) return notice('no-letters');
  const [path] = template?.paths ?? [];
  const frame = path === undefined ? undefined : await template?.read(path);
  const { bytes, notices } = await encodeReport(ports, planLetters(chases, { programme, asOf, created: asOf }), frame);
  const file = lettersFileName(programme);
  await ports.deliver(file, bytes);
  return notice('letters-saved', { facts: { file, count }, template: notices });
}

/**
 * Records reminders on the sheet ติดตาม of the open master, as one change that can be undone. Those that are recorded
 * already are not added again.
 * @param codes codes of the agencies; by default all that owe something
 */
export async function recordRemindersInOpen(job: Job, channel: string, codes?: readonly string[]): Promise<Notice> {
  const { ports } = job;
  const content = await ports.workbook.read(undefined, 'texts');
  const chasing = await chasesIn(job, content);
  if (chasing === undefined) return notice('no-master-for-document');
  const { chases, asOf, remindersTo } = chasing;
  const wanted = chasesOwing(chases).filter(({ agency }) => codes?.includes(agency.code) ?? true);
  if (wanted.length === 0) {
    job.set({ chasing });
    return notice('nothing-owed');
  }
  const recording = planRecording(content, { chases: wanted, asOf, channel: channel.trim() }, remindersTo);
  if (recording === undefined) return notice('no-follow-up-sheet', { facts: { sheet: FOLLOW_UP_SHEET } });
  const { sheet, patches, added, before } = recording;
  if (added === 0) return notice('asked-before', { facts: { count: before, sheet } });
  const { skipped } = await changeUndoably(
    job,
    patches.map(({ sheet, row, column, text }) => ({ sheet, row, column, kind: 'text', before: '', after: text })),
  );
  job.set({ chasing: await chasesIn(job, await ports.workbook.read(undefined, 'texts')) });
  const facts = { count: added, sheet };
  const left = new Map(skipped.length === 0 ? [] : [['changed-meanwhile', skipped.length] as const]);
  const details = { canUndo: true, toSave: toSaveIn(ports), skipped: left };
  return before === 0
    ? notice('asked-recorded', { facts, ...details })
    : notice('asked-recorded-partly', { facts: { ...facts, repeated: before }, ...details });
}

async function chasesNow(job: Job): Promise<Chasing | undefined> {
  return chasesIn(job, await job.ports.workbook.read(undefined, 'texts'));
}

async function chasesIn({ ports, state }: Job, content: WorkbookContent): Promise<Chasing | undefined> {
  const data = programmeOfReport(state());
  if (!isMasterOf(content, data.programme)) return undefined;
  const asOf = ports.clock.now();
  return { ...(await chasesOfMaster(content, data, { asOf, now: asOf })), programme: data.programme, asOf };
}
