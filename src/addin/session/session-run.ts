import type { Notice } from './notice.ts';
import type { Job, Section, SessionState } from './session-state.ts';
import type { Settings } from './settings.ts';

/** What a session does for the jobs of a part of it. */
export interface SessionRun {
  /** Runs a job that ends in a notice; a second request before the first is done gets the outcome of the first. */
  once(what: readonly string[], work: (job: Job) => Promise<Notice>): Promise<Notice>;
  /** Queues a job. An error becomes a notice. */
  serialize(work: (job: Job) => Promise<Notice | undefined>): Promise<Notice | undefined>;
  setState(change: Partial<SessionState>): void;
  setSettings(change: Partial<Settings>): void;
  show(section: Section): void;
}
