import { chasesOf, type Chase } from '../domain/chasing/chase.ts';
import {
  askedOf,
  NO_FOLLOW_UP,
  notYetAsked,
  rowsOfAsked,
  type Asked,
  type FollowUp,
} from '../domain/master/follow-up.ts';
import { appendedRows } from '../domain/master/append-follow-up.ts';
import { receivedInSheet } from '../domain/master/read/received-in-sheet.ts';
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
import { ANY_ROOM, type WorkbookCodec } from './ports/workbook-codec.ts';
import { openWorkbook, whole } from './read-workbook.ts';
import { writtenByOffice } from './written-by-office.ts';

/** By which day agencies are judged. */
export interface ChaseDays {
  /** The day in Bangkok, or an ISO 8601 instant. */
  readonly asOf: string;
  /** Last day of agencies without one of their own; the programme's by default. */
  readonly due?: string;
  /** An ISO 8601 instant: what is said to be saved on a later day has no known time. */
  readonly now?: string;
}

/** What is asked, of a master or of agencies' files. */
export interface ChaseRequest extends Omit<CollectRequest, 'earlier' | 'earlierPictures' | 'grouping'>, ChaseDays {}

/** Who owes what, and what they were asked for before. */
export interface Chased {
  /** Every agency with measures, in roster order. */
  readonly chases: readonly Chase[];
  readonly asked: (code: string) => readonly Asked[];
}

/** The outcome; `nothing-read`: no path could be opened. */
export type ChaseOutcome =
  | (Chased & { readonly kind: 'chased'; readonly problems: readonly Problem[]; readonly master?: OpenedMaster })
  | { readonly kind: 'nothing-read'; readonly problems: readonly Problem[] };

/** The master that was asked about. */
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
 * Tells who owes what, by a master as it stands or by agencies' files and folders. Writes nothing.
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
    ...chasedBy(chasesOf(consolidation, request), NO_FOLLOW_UP),
    problems: consolidation.problems,
  };
}

/** Who owes what, as a master tells it. */
export async function chasesOfMaster(content: WorkbookContent, data: YearData, days: ChaseDays): Promise<Chased> {
  const { sheets } = whole(content);
  const known = receivedInSheet(completenessSheetOf(sheets) ?? { cells: [] });
  const answers = await answersOfMaster(content, data);
  return chasedBy(chasesOf(answers, { ...days, known }), writtenByOffice(sheets, data.roster).followUp);
}

/** Who owes what, with what the sheet ติดตาม says that they were asked for. */
function chasedBy(chases: readonly Chase[], followUp: FollowUp): Chased {
  return { chases, asked: (code) => askedOf(followUp, code) };
}

/** What was asked of whom, when and how. */
export interface AskedNow {
  /** Of the agencies that were asked. */
  readonly chases: readonly Chase[];
  /** The day in Bangkok, or an ISO 8601 instant. */
  readonly asOf: string;
  readonly channel: string;
}

/** Whether a master has the sheet ติดตาม: those of before do not. */
export function canRecord({ content }: OpenedMaster): boolean {
  return followUpSheets(content.sheets).some(isFollowUp);
}

/** The texts that record what agencies were asked for, and for how many that is new and was written down before. */
export interface Recording {
  /** The name that the sheet has now. */
  readonly sheet: string;
  readonly patches: readonly TextPatch[];
  readonly added: number;
  readonly before: number;
}

/** What is to be written on the sheet ติดตาม of a master so that it says what agencies were asked for; undefined where there is none. */
export function recordingOf(
  { sheets }: Pick<WorkbookContent, 'sheets'>,
  { chases, asOf, channel }: AskedNow,
  asked: Chased['asked'],
): Recording | undefined {
  const sheet = followUpSheets(sheets).find(isFollowUp);
  const rows = rowsOfAsked(chases, asOf, channel);
  const added = notYetAsked(rows, asked);
  const patches = sheet && appendedRows(sheet, added);
  return sheet && patches && { sheet: sheet.name, patches, added: added.length, before: rows.length - added.length };
}

/** Records in a master that {@link canRecord} what agencies were asked for; what stands there already is not written a second time. */
export async function recordAsked(
  {
    codec,
    files,
    clock,
  }: { readonly codec: Pick<WorkbookCodec, 'patch'>; readonly files: FileStore; readonly clock: Clock },
  { path, bytes, content }: OpenedMaster,
  now: AskedNow,
  asked: Chased['asked'],
): Promise<Recording | undefined> {
  const recording = recordingOf(content, now, asked);
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
    const content = await openWorkbook(codec, bytes, whole, path, ANY_ROOM);
    return !('code' in content) && isMasterOf(content, programme) ? { path, bytes, content } : undefined;
  } catch (error) {
    // What it is, and why it cannot be read, is told with the agencies' files.
    if (error instanceof FileFault) return undefined;
    throw error;
  }
}
