import { timingOf } from '../chasing/timing.ts';
import { lastEvent, type SharingRecord } from './record.ts';
import type { AgencyCode } from '../programme/roster.ts';

/**
 * How far an agency is. `not-sent`: it has no workbook yet. `sent`: it has answered nothing yet. `answering`: some measures are
 * answered. `answered`: all are. `sent-back`: it got remarks and has not saved since. `accepted`: the office accepted what is there.
 */
export type AgencyState = 'not-sent' | 'sent' | 'answering' | 'answered' | 'sent-back' | 'accepted';

/** What the shared folder holds of an agency. */
export interface AgencyFacts {
  readonly agency: AgencyCode;
  /** Whether it has a workbook. */
  readonly hasFile: boolean;
  /** Whether its files are as the office accepted them last. */
  readonly isAsAccepted: boolean;
  /** When it was saved last: an ISO 8601 instant. */
  readonly savedAt?: string;
  /** Its measures that are answered, and all of them. */
  readonly answered: number;
  readonly expected: number;
}

/** How far an agency is, by its files and by what the office recorded. */
export function agencyState(facts: AgencyFacts, record: SharingRecord): AgencyState {
  const { agency, answered, expected } = facts;
  if (!facts.hasFile) return 'not-sent';
  const accepted = lastEvent(record, 'accepted', agency);
  const sentBack = lastEvent(record, 'sent-back', agency);
  const isSince = accepted !== undefined && (sentBack === undefined || accepted.at >= sentBack.at);
  if (isSince && facts.isAsAccepted) return 'accepted';
  if (sentBack && !(facts.savedAt !== undefined && isAfter(facts.savedAt, sentBack.at))) return 'sent-back';
  if (answered === 0) return 'sent';
  return answered < expected ? 'answering' : 'answered';
}

/** Whether an agency is late. `overdue`: it is not ready although the day is over. `late`: it is ready, and saved after that day. */
export type Lateness = 'overdue' | 'late';

/**
 * Whether an agency is late at a time.
 * @param due last day in Bangkok, such as `2022-04-29`
 * @param now ISO 8601 instant
 */
export function latenessOf(
  { state, savedAt }: { readonly state: AgencyState; readonly savedAt?: string },
  due: string,
  now: string,
): Lateness | undefined {
  const isComplete = state === 'answered' || state === 'accepted';
  const { kind } = timingOf({ isComplete, ...(savedAt === undefined ? {} : { savedAt }) }, due, now);
  return kind === 'overdue' || kind === 'late' ? kind : undefined;
}

function isAfter(one: string, other: string): boolean {
  return Date.parse(one) > Date.parse(other);
}
