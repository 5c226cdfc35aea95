import type { Notice } from './notice.ts';
import type { Job, Section, SessionState } from './session-state.ts';
import type { Settings } from './settings.ts';

/** What the parts of a session use to run their jobs. */
export interface SessionRun {
  /** Runs a job that ends in a notice. A second request with the same key gets the outcome of the first while that is under way. */
  once(key: readonly string[], work: (job: Job) => Promise<Notice>): Promise<Notice>;
  /** Queues a job. An error becomes a notice. */
  enqueue(work: (job: Job) => Promise<Notice | undefined>): Promise<Notice | undefined>;
  setState(change: Partial<SessionState>): void;
  setSettings(change: Partial<Settings>): void;
  show(section: Section): void;
}
