import { cellKey } from '../../domain/spreadsheet/address.ts';
import type { AgencyCode } from '../../domain/programme/roster.ts';
import type { Language } from '../../domain/messages/words.ts';
import type { Digits } from '../../domain/text/thai-digits.ts';
import type { FixedCell } from '../../domain/checks/cell-changes.ts';
import type { PlannedMove } from '../../domain/checks/cell-moves.ts';
import type { CellChange } from '../../domain/conversion/changes.ts';
import type { CellLocation } from '../../domain/spreadsheet/address.ts';
import type { CopyName } from './jobs/save-copy.ts';
import type { RowChange } from '../../domain/master/merge/row-changes.ts';
import { masterSheetNames } from '../../domain/master/sheet-names.ts';
import type { ChosenSides } from '../../domain/master/merge/outcomes.ts';
import type { ConversionScope } from '../../usecases/convert-open-workbook.ts';
import { isArchive } from '../../usecases/archived-files.ts';
import { skippedAsTemporary } from '../../usecases/skipped.ts';
import { type ChosenFiles } from '../../usecases/ports/file-store.ts';
import type { Notice } from './notice.ts';
import { KeptYears } from './kept-years.ts';
import { YearsSession } from './years-session.ts';
import { programmeOfReport, programmeOfYear } from './programmes.ts';
import { AnswerSession } from './answer-session.ts';
import type { DocumentChoice } from './jobs/report.ts';
import type { Section, SessionPorts, SessionState, WithoutDownloads } from './session-state.ts';
import type { Settings, SettingsStore } from './settings.ts';
import type { SessionRun } from './session-run.ts';
import { SessionRunner } from './session-runner.ts';
import { SharedSession } from './shared-session.ts';

/** What a person can do with the open workbook. Each request is a job in `jobs`, which is loaded on first use and ends in a notice. */
export class Session {
  readonly #ports: SessionPorts;
  readonly #store: SettingsStore | undefined;
  readonly #runner: SessionRunner;
  /** Requests about the shared folder. */
  readonly shared: SharedSession;
  /** Requests about the form for answers. */
  readonly answers: AnswerSession;
  /** Requests about the programmes of years. */
  readonly years: YearsSession;

  constructor(ports: SessionPorts, language: Language, store?: SettingsStore) {
    const kept = new KeptYears(ports.catalogue, ports.keptYears);
    const { catalogue } = kept;
    this.#ports = { ...ports, catalogue };
    this.#store = store;
    const settings = { language, keep: [], rulesOff: [], grouping: true, folder: '', ...store?.load() };
    const runner = new SessionRunner(this.#ports, {
      open: undefined,
      chosen: programmeOfYear(catalogue, settings.year),
      kept: kept.all,
      importing: undefined,
      following: undefined,
      reported: undefined,
      working: undefined,
      preview: undefined,
      undoable: [],
      redoable: [],
      typed: ports.draft?.typed ?? [],
      added: [],
      wanted: undefined,
      draft: ports.draft?.state ?? 'none',
      collection: undefined,
      shared: undefined,
      arranging: undefined,
      chasing: undefined,
      notice: undefined,
      retry: undefined,
      section: undefined,
      settings,
    });
    this.#runner = runner;
    const run: SessionRun = {
      once: (what, work) => runner.once(what, work),
      enqueue: (work) => runner.enqueue(work),
      setState: (change) => runner.set(change),
      setSettings: (change) => this.set(change),
      show: (section) => this.show(section),
    };
    this.shared = new SharedSession(ports.shared ?? {}, run);
    this.years = new YearsSession(kept, run);
    this.answers = new AnswerSession(ports.draft, {
      state: () => runner.state,
      setState: (change) => runner.set(change),
      quietly: (work) => runner.quietly(work),
      show: (section) => this.show(section),
      fetchFile: ports.live && (async () => ports.live?.file?.()),
      shrinkPicture: ports.shrinkPicture,
    });
  }

  get state(): SessionState {
    return this.#runner.state;
  }

  /** Whether the workbook is open in Excel, where cells can be selected. */
  get isLive(): boolean {
    return this.#ports.live !== undefined;
  }

  /** Set if the host ignores downloads: workbooks open in new windows, or are made in a browser. */
  get withoutDownloads(): WithoutDownloads | undefined {
    return this.#ports.withoutDownloads;
  }

  /** Address or path of the open workbook; '' if Excel does not report it. */
  get openedFrom(): string {
    return this.#ports.openedFrom?.() ?? '';
  }

  /** Calls `listener` after each change of the state. @returns a function that unsubscribes it */
  readonly subscribe = (listener: () => void): (() => void) => this.#runner.subscribe(listener);

  /** Identifies the open workbook, checks it if it is an agency's, and watches it from then on. Can be called again after a failure. */
  async start(): Promise<void> {
    this.dismiss();
    const runner = this.#runner;
    await runner.enqueue(async (own) => {
      await runner.inBackground(own, async (job) => {
        await runner.watch();
        await (await import('./jobs/check.ts')).identifyAndCheck(job);
      });
      return undefined;
    });
  }

  /** Reads one chosen file and passes it to `open`; collects answers from several and from an archive. A notice says what went wrong. */
  async openChosen(files: ChosenFiles, open: (path: string, bytes: Uint8Array) => void): Promise<void> {
    const [path, ...others] = files.paths;
    if (path !== undefined && others.length === 0) {
      const found = { isArchive: false };
      await this.#runner.enqueue(async () => {
        found.isArchive = await isArchive(files, this.#ports.codec, path);
        if (found.isArchive) return undefined;
        const bytes = await files.read(path);
        const problem = skippedAsTemporary(bytes, path);
        if (problem) return { kind: 'problem', problem };
        open(path, bytes);
        return undefined;
      });
      if (!found.isArchive) return;
    }
    if (path !== undefined) this.show('consolidate');
    await this.collect(files);
  }

  /** Shows a section; undefined for the one that suits the open workbook. Removes the last notice. */
  show(section: Section | undefined): void {
    this.#runner.set({ section, notice: undefined, retry: undefined });
    if (this.state.open === undefined && this.state.working === undefined) void this.start();
  }

  /** Removes the last notice. */
  dismiss(): void {
    this.#runner.set({ notice: undefined, retry: undefined });
  }

  /** Repeats the job that failed because a part of the program could not be loaded. */
  async retry(): Promise<Notice | undefined> {
    const { retry } = this.state;
    this.dismiss();
    return retry?.();
  }

  /** Saves a copy of the open workbook; the notice says where it is and what is left to do. Refused while typed texts are not in it. */
  saveCopy(name: string, bytes: Uint8Array, called: CopyName = 'new'): Promise<Notice> {
    return this.#runner.once(['save', name], async (job) =>
      (await import('./jobs/save-copy.ts')).saveCopy(job, name, bytes, called),
    );
  }

  /** Checks the agency's workbook that is open, writing nothing into it. */
  check(): Promise<Notice> {
    const changed = this.#runner.takeChanged();
    return this.#runner.run(async (job) => {
      try {
        return await (await import('./jobs/check.ts')).check(job);
      } catch (error) {
        this.#runner.checkSoon(changed);
        throw error;
      }
    });
  }

  /** Writes into each cell the text that fixes it. */
  fix(cells: readonly FixedCell[]): Promise<Notice> {
    const locations = cells.map((cell) => cellKey(cell.sheet, cell));
    return this.#runner.once(['fix', ...locations], async (job) => (await import('./jobs/check.ts')).fix(job, cells));
  }

  /** Moves texts to the end of the cell that they belong to. */
  moveTexts(move: PlannedMove): Promise<Notice> {
    const locations = move.changes.map((cell) => cellKey(cell.sheet, cell));
    return this.#runner.once(['move', ...locations], async (job) =>
      (await import('./jobs/check.ts')).moveTexts(job, move),
    );
  }

  /** Converts digits at once. */
  convert(to: Digits, scope: ConversionScope): Promise<Notice> {
    return this.#runner.run(async (job) => (await import('./jobs/digits.ts')).convert(job, to, scope));
  }

  /** Shows what a conversion would do, or a notice if it would do nothing. */
  async preview(to: Digits, scope: ConversionScope): Promise<void> {
    await this.#runner.enqueue(async (job) => (await import('./jobs/digits.ts')).preview(job, to, scope));
  }

  /** Carries out the changes of the preview for which `wanted` is true. */
  convertPreviewed(wanted: (change: CellChange) => boolean): Promise<Notice> {
    return this.#runner.once(['convert'], async (job) =>
      (await import('./jobs/digits.ts')).convertPreviewed(job, wanted),
    );
  }

  /** Closes the preview. */
  discardPreview(): void {
    this.#runner.set({ preview: undefined });
  }

  /** Undoes the last change. */
  undo(): Promise<Notice> {
    return this.#runner.once(['undo'], async (job) => (await import('./jobs/undo.ts')).undo(job));
  }

  /** Redoes the change that was undone last. */
  redo(): Promise<Notice> {
    return this.#runner.once(['redo'], async (job) => (await import('./jobs/undo.ts')).redo(job));
  }

  /** Makes an agency's workbook and opens it, or several in one archive, with the answers of last year's workbooks, if any. */
  makeWorkbooks(agencies: readonly AgencyCode[], lastYear?: ChosenFiles): Promise<Notice> {
    return this.#runner.once(['make', ...agencies, '', ...(lastYear?.paths ?? [])], async (job) =>
      (await import('./jobs/make.ts')).makeWorkbooks(job, agencies, lastYear),
    );
  }

  /** Reads agencies' files; nothing is written. */
  collect(files: ChosenFiles): Promise<Notice> {
    return this.#runner.run(async (job) => (await import('./jobs/collect.ts')).collect(job, files));
  }

  /** Puts the report of the answers that were read into the master that is open, or into a new workbook. */
  putMaster(where: 'here' | 'new'): Promise<Notice> {
    return this.#runner.once(['put', where], async (job) =>
      (await import('./jobs/put-master.ts')).putMaster(job, where),
    );
  }

  /** Merges the answers that were read into the open report; `sides` are the choices for its differences. */
  putMerged(sides: ChosenSides): Promise<Notice> {
    return this.#runner.once(['merge'], async (job) => (await import('./jobs/merge.ts')).putMerged(job, sides));
  }

  /** Shows the paragraph of the selected cell, to be joined or split. */
  async lookAtParagraph(): Promise<void> {
    await this.#runner.enqueue(async (job) => (await import('./jobs/arrange.ts')).lookAtParagraph(job));
  }

  /** Carries out what was planned for paragraphs of the open report. */
  arrange(changes: readonly RowChange[]): Promise<Notice> {
    return this.#runner.once(['arrange'], async (job) => (await import('./jobs/arrange.ts')).arrange(job, changes));
  }

  /** Closes the paragraph that is shown to be joined or split. */
  leaveParagraph(): void {
    this.#runner.set({ arranging: undefined });
  }

  /** Swaps the sheets of the report with their backup sheets. */
  swapBackups(): Promise<Notice> {
    return this.#runner.once(['exchange'], async (job) => (await import('./jobs/backup-sheets.ts')).swapBackups(job));
  }

  /** Deletes the backup sheets for good. */
  deleteBackups(): Promise<Notice> {
    return this.#runner.once(['delete'], async (job) => (await import('./jobs/backup-sheets.ts')).deleteBackups(job));
  }

  /** Opens a report without answers. */
  openEmptyMaster(): Promise<Notice> {
    return this.#runner.once(['empty'], async (job) => (await import('./jobs/put-master.ts')).openEmptyMaster(job));
  }

  /** Saves the report for Word from the open master as it is. */
  writeReport(choice: DocumentChoice): Promise<Notice> {
    return this.#runner.once(['document'], async (job) => (await import('./jobs/report.ts')).writeReport(job, choice));
  }

  /** Shows who owes what according to the open master. */
  async lookAtChases(): Promise<void> {
    await this.#runner.enqueue(async (job) => (await import('./jobs/chase.ts')).lookAtChases(job));
  }

  /** Saves letters to all agencies that owe something, on the letterhead of the office's own document if one is given. */
  writeLetters(template?: ChosenFiles): Promise<Notice> {
    return this.#runner.once(['letters'], async (job) => (await import('./jobs/chase.ts')).writeLetters(job, template));
  }

  /** Records reminders in the open master, to the agencies with these codes or to all that owe something. */
  recordReminders(channel: string, codes?: readonly string[]): Promise<Notice> {
    return this.#runner.once(['record-reminders', channel, ...(codes ?? [])], async (job) =>
      (await import('./jobs/chase.ts')).recordRemindersInOpen(job, channel, codes),
    );
  }

  /** Discards the answers that were read. */
  discardCollected(): void {
    this.#runner.set({ collection: undefined });
  }

  /** Names of the sheets of a master. */
  sheetsOfMaster(): readonly string[] {
    return masterSheetNames(programmeOfReport(this.state).programme);
  }

  /** Stops the current job, if it can be stopped. */
  stop(): void {
    this.#runner.stop();
  }

  /** Selects a cell in Excel. */
  async select(location: CellLocation): Promise<void> {
    await this.#runner.enqueue(async () => {
      await this.#ports.live?.select(location);
      return undefined;
    });
  }

  /** Changes settings and saves them. */
  set(change: Partial<Settings>): void {
    const settings = { ...this.state.settings, ...change };
    this.#runner.set({ settings, chosen: programmeOfYear(this.#ports.catalogue, settings.year) });
    this.#store?.save(settings);
    if (change.rulesOff !== undefined)
      void this.#runner.enqueue(async (job) => (await import('./jobs/check.ts')).checkAgain(job));
  }
}
