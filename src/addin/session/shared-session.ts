import type { AgencyCode } from '../../domain/programme/roster.ts';
import type { ChosenFiles } from '../../usecases/ports/file-store.ts';
import type { Notice } from './notice.ts';
import type { SessionRun } from './session-run.ts';
import type { SharedPorts } from './shared-folder.ts';

/** What a session does with the shared folder. */
export class SharedSession {
  /** The ways to a shared folder that this page has. */
  readonly ports: SharedPorts;
  readonly #run: SessionRun;

  constructor(ports: SharedPorts, run: SessionRun) {
    this.ports = ports;
    this.#run = run;
  }

  /** Opens the shared folder at an address, which is remembered. */
  open(link: string): Promise<Notice> {
    this.#run.setSettings({ sharedLink: link });
    return this.#run.once(['open-shared', link], async (job) =>
      (await import('./jobs/shared.ts')).openShared(job, { kind: 'link', link }),
    );
  }

  /** Lets the person pick the shared folder, or allow the page the one that was picked last; only at a click. */
  async pick(which: 'new' | 'last'): Promise<void> {
    const { picked } = this.ports;
    // Before anything is waited for: a browser asks only at a click.
    const answered = which === 'new' ? picked?.pick() : picked?.allow().then(() => picked.remembered());
    answered?.catch(() => undefined);
    await this.#run.enqueue(async (job) => {
      if ((await answered) === undefined) return undefined;
      return (await import('./jobs/shared.ts')).openShared(job, { kind: 'picked' });
    });
  }

  /** Closes the shared folder, so that another one can be opened. */
  close(): void {
    this.#run.setState({ shared: undefined });
  }

  /** Shows what giving out to every agency would do. */
  async planGivingOut(): Promise<void> {
    await this.#run.enqueue(async (job) => (await import('./jobs/shared.ts')).planSharing(job));
  }

  /** Gives out what is shown. */
  giveOut(): Promise<Notice> {
    return this.#run.once(['share-out'], async (job) => (await import('./jobs/shared.ts')).shareOut(job));
  }

  /** Reads how far the agencies are with the workbooks in the shared folder. */
  readStatus(): Promise<Notice> {
    return this.#run.once(['status'], async (job) => (await import('./jobs/shared.ts')).readSharedStatus(job));
  }

  /** Reads the answers in the shared folder, and shows them. */
  collect(): Promise<Notice> {
    this.#run.show('consolidate');
    return this.#run.once(['collect-shared'], async (job) => (await import('./jobs/shared.ts')).collectShared(job));
  }

  /** Shows what publishing a master would do. */
  async planPublishing(files: ChosenFiles): Promise<void> {
    await this.#run.enqueue(async (job) => (await import('./jobs/shared.ts')).planPublishing(job, files));
  }

  /** Publishes the master that is shown. */
  publish(): Promise<Notice> {
    return this.#run.once(['publish'], async (job) => (await import('./jobs/shared.ts')).publishMaster(job));
  }

  /** Sends remarks back to an agency. */
  sendBack(agency: AgencyCode, note: string): Promise<Notice> {
    return this.#run.once(['send-back', agency], async (job) =>
      (await import('./jobs/shared.ts')).sendBackTo(job, agency, note),
    );
  }

  /** Records that the office accepts what an agency has saved. */
  accept(agency: AgencyCode): Promise<Notice> {
    return this.#run.once(['accept', agency], async (job) =>
      (await import('./jobs/shared.ts')).acceptAnswers(job, agency),
    );
  }
}
