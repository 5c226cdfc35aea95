import { chasesOf, type Chase } from '../domain/chasing/chase.ts';
import {
  remindersIn,
  NO_FOLLOW_UP,
  newReminders,
  reminderRows,
  type Reminder,
  type FollowUp,
} from '../domain/master/follow-up.ts';
import { appendedRows } from '../domain/master/append-follow-up.ts';
import { receiptsInSheet } from '../domain/master/read/receipts-in-sheet.ts';
import { followUpSheets, isFollowUp } from '../domain/master/read/follow-up-in-sheet.ts';
import { completenessSheetOf } from '../domain/master/read/list-sheets.ts';
import type { YearData } from '../domain/programme/year-data.ts';
import type { TextPatch, WorkbookContent } from '../domain/spreadsheet/content.ts';
import type { Problem } from '../domain/diagnostics/problem.ts';
import { answersOfMaster } from './answers-of-master.ts';
import { collectAnswers, type CollectPorts, type CollectRequest } from './collect-answers.ts';
import { isMasterOf } from './is-master-of.ts';
import type { Clock } from './ports/clock.ts';
import type { FileStore } from './ports/file-store.ts';
import { FileFault } from './ports/file-store.ts';
import { ANY_SIZE, type WorkbookCodec } from './ports/workbook-codec.ts';
import { openWorkbook, whole } from './read-workbook.ts';
import { writtenByOffice } from './written-by-office.ts';

/** By which day agencies are judged. */
export interface ChaseDays {
  /** The day in Bangkok, or an ISO 8601 instant. */
  readonly asOf: string;
  /** Last day of agencies without one of their own; the programme's by default. */
  readonly due?: string;
  /** An ISO 8601 instant: a file that claims to be saved on a later day has no known time. */
  readonly now?: string;
}

/** A master, or agencies' files, to find out who owes what from. */
export interface ChaseRequest extends Omit<CollectRequest, 'earlier' | 'earlierPictures' | 'grouping'>, ChaseDays {}

/** Who owes what, and the reminders that were sent before. */
export interface Chased {
  /** Every agency with measures, in roster order. */
  readonly chases: readonly Chase[];
  /** By agency code, in the order of the sheet ติดตาม. */
  readonly remindersTo: (code: string) => readonly Reminder[];
}

/** The outcome; `nothing-read`: no path could be opened. */
export type ChaseOutcome =
  | (Chased & { readonly kind: 'chased'; readonly problems: readonly Problem[]; readonly master?: OpenedMaster })
  | { readonly kind: 'nothing-read'; readonly problems: readonly Problem[] };

/** A master that was read. */
export interface OpenedMaster {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly content: WorkbookContent;
}

/** The only path, if it is that of a workbook: it may be a master, which is larger than what agencies send. */
export function onlyWorkbook([path, ...others]: readonly string[]): string | undefined {
  return path !== undefined && others.length === 0 && /\.xls[xm]$/i.test(path) ? path : undefined;
}

/**
 * Finds out who owes what, from a master as it stands or from agencies' files and folders. Writes nothing.
 * @throws {FileFault}
 */
export async function chase(ports: CollectPorts, request: ChaseRequest): Promise<ChaseOutcome> {
  const path = onlyWorkbook(request.paths);
  const master = path === undefined ? undefined : await masterAt(ports, request, path);
  if (master)
    return { kind: 'chased', ...(await chasesOfMaster(master.content, request, request)), problems: [], master };
  const collected = await collectAnswers(ports, { ...request, grouping: false });
  if (collected.kind === 'nothing-read') return collected;
  const { consolidation } = collected;
  return {
    kind: 'chased',
    ...withReminders(chasesOf(consolidation, request), NO_FOLLOW_UP),
    problems: consolidation.problems,
  };
}

/** Who owes what according to a master. */
export async function chasesOfMaster(content: WorkbookContent, data: YearData, days: ChaseDays): Promise<Chased> {
  const { sheets } = whole(content);
  const receipts = receiptsInSheet(completenessSheetOf(sheets) ?? { cells: [] });
  const answers = await answersOfMaster(content, data);
  return withReminders(chasesOf(answers, { ...days, receipts }), writtenByOffice(sheets, data.roster).followUp);
}

/** Who owes what, with the reminders that are recorded on the sheet ติดตาม. */
function withReminders(chases: readonly Chase[], followUp: FollowUp): Chased {
  return { chases, remindersTo: (code) => remindersIn(followUp, code) };
}

/** Reminders that were sent on one day through one channel. */
export interface SentReminders {
  /** Of the agencies that were reminded. */
  readonly chases: readonly Chase[];
  /** The day in Bangkok, or an ISO 8601 instant. */
  readonly asOf: string;
  readonly channel: string;
}

/** Whether a master has the sheet ติดตาม, which masters of earlier versions do not. */
export function canRecord({ content }: OpenedMaster): boolean {
  return followUpSheets(content.sheets).some(isFollowUp);
}

/** The texts that record reminders on the sheet ติดตาม. */
export interface Recording {
  /** The name that the sheet has now. */
  readonly sheet: string;
  readonly patches: readonly TextPatch[];
  /** How many reminders they record. */
  readonly added: number;
  /** How many had been recorded before. */
  readonly before: number;
}

/** Plans what to write on the sheet ติดตาม of a master to record reminders; undefined if it has no such sheet. */
export function planRecording(
  { sheets }: Pick<WorkbookContent, 'sheets'>,
  { chases, asOf, channel }: SentReminders,
  remindersTo: Chased['remindersTo'],
): Recording | undefined {
  const sheet = followUpSheets(sheets).find(isFollowUp);
  const rows = reminderRows(chases, asOf, channel);
  const added = newReminders(rows, remindersTo);
  const patches = sheet && appendedRows(sheet, added);
  return sheet && patches && { sheet: sheet.name, patches, added: added.length, before: rows.length - added.length };
}

/** Records reminders in a master that {@link canRecord} them; those that are recorded already are not written again. */
export async function recordReminders(
  {
    codec,
    files,
    clock,
  }: { readonly codec: Pick<WorkbookCodec, 'patch'>; readonly files: FileStore; readonly clock: Clock },
  { path, bytes, content }: OpenedMaster,
  sent: SentReminders,
  remindersTo: Chased['remindersTo'],
): Promise<Recording | undefined> {
  const recording = planRecording(content, sent, remindersTo);
  if (recording !== undefined && recording.added > 0) {
    await files.write(path, await codec.patch(bytes, recording.patches, clock.now()));
  }
  return recording;
}

async function masterAt(
  { codec, files }: Pick<CollectPorts, 'codec' | 'files'>,
  { programme }: ChaseRequest,
  path: string,
): Promise<OpenedMaster | undefined> {
  try {
    const bytes = await files.read(path);
    const content = await openWorkbook(codec, bytes, whole, path, ANY_SIZE);
    return !('code' in content) && isMasterOf(content, programme) ? { path, bytes, content } : undefined;
  } catch (error) {
    // Reading it as an agency's file reports what it is and why it cannot be read.
    if (error instanceof FileFault) return undefined;
    throw error;
  }
}
