import type { ChosenFiles } from '../../usecases/ports/file-store.ts';
import type { KeptYears } from './kept-years.ts';
import { notice, type Notice } from './notice.ts';
import type { SessionRun } from './session-run.ts';

/** What a session does with the programmes of years. */
export class YearsSession {
  readonly #kept: KeptYears;
  readonly #run: SessionRun;

  constructor(kept: KeptYears, run: SessionRun) {
    this.#kept = kept;
    this.#run = run;
  }

  /** Fiscal years of the Buddhist era for which there is a programme, in ascending order. */
  all(): readonly number[] {
    return this.#kept.catalogue.years();
  }

  /** Opens a workbook in which the office edits the data of the chosen year. */
  export(): Promise<Notice> {
    return this.#run.once(['export-year'], async (job) => (await import('./jobs/years.ts')).exportYear(job));
  }

  /** Opens a workbook with the data of the year after the chosen one, and shows what is different in it. */
  exportNext(): Promise<Notice> {
    return this.#run.once(['next-year'], async (job) => (await import('./jobs/years.ts')).exportNextYear(job));
  }

  /** No longer shows what is different in next year's workbook. */
  leaveNext(): void {
    this.#run.setState({ following: undefined });
  }

  /** Reads an older report for Word, and shows what was found in it; nothing is made of it yet. */
  lookAtReport(files: ChosenFiles): Promise<Notice> {
    return this.#run.once(['older-report', ...files.paths], async (job) =>
      (await import('./jobs/older-report.ts')).lookAtReport(job, files),
    );
  }

  /** Opens a workbook of the year that was read from a report. */
  async exportReported(): Promise<void> {
    await this.#run.enqueue(async (job) => {
      const { reported } = job.state();
      if (reported?.kind !== 'read') return undefined;
      return (await import('./jobs/older-report.ts')).exportReported(job, reported.draft.data);
    });
  }

  /** No longer shows the report that was read. */
  leaveReported(): void {
    this.#run.setState({ reported: undefined });
  }

  /** Reads a year's workbook, that which is open or a chosen file; nothing is taken yet. */
  lookAt(files?: ChosenFiles): Promise<Notice> {
    return this.#run.once(['look-at-year', ...(files?.paths ?? [])], async (job) =>
      (await import('./jobs/years.ts')).lookAtYear(job, files),
    );
  }

  /** Keeps the data that were read, and makes their year the chosen one. */
  async take(): Promise<void> {
    await this.#run.enqueue(async (job) => {
      const data = job.state().importing?.found.data;
      if (data === undefined) return undefined;
      const { takeYear } = await import('./jobs/years.ts');
      const taken = takeYear(job, this.#kept, data);
      this.#run.setSettings({ year: data.programme.year });
      await (await import('./jobs/check.ts')).identifyAndCheck(job);
      return taken;
    });
  }

  /** No longer shows the year's workbook that was read. */
  leave(): void {
    this.#run.setState({ importing: undefined });
  }

  /** Forgets a year that was imported. */
  async remove(id: string): Promise<void> {
    await this.#run.enqueue(async (job) => {
      this.#kept.remove(id);
      this.#run.setState({ kept: this.#kept.all });
      // Another year is chosen where the chosen one is gone.
      this.#run.setSettings({});
      await (await import('./jobs/check.ts')).identifyAndCheck(job);
      return notice('year-removed', { facts: { programme: id } });
    });
  }
}
