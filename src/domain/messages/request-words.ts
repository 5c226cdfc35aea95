import type { ChaseState } from '../chasing/chase.ts';
import type { Timing } from '../chasing/timing.ts';

/** The words of one language for what the office asks an agency by message. */
export interface RequestWords {
  /** The message to an agency whose workbook goes back to it; `{agency}`, `{title}`, `{path}` and `{remarks}` are its facts. */
  readonly sentBack: MessageWords;
  /** The message to an agency that owes answers; `{agency}`, `{year}`, `{lead}` and `{list}` are its facts. */
  readonly chase: MessageWords & { readonly overdueSubject: string };
  /** How it stands with what is owed; `{due}`, `{days}` and `{count}` are its facts. */
  readonly leads: Readonly<Record<'not-received' | 'unfinished', Readonly<Record<'open' | 'overdue', string>>>>;
  /** How far an agency is. */
  readonly states: Readonly<Record<ChaseState, string>>;
  /** How early or late by how many `{days}`; `onDay` and `dueToday` where that is none. */
  readonly timings: Readonly<Record<Timing['kind'] | 'onDay' | 'dueToday', string>>;
  /** Behind a measure that is answered, but not clearly. */
  readonly unclear: string;
  /** What stands in an e-mail whose text is too long for a link, in place of the rest. */
  readonly pasteHere: string;
}

/** Subject and body of a message. */
export interface MessageWords {
  readonly subject: string;
  readonly body: string;
}
