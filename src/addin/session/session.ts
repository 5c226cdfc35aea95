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
import { isLoadFailure } from '../../usecases/load-failure.ts';
import { skippedAsTemporary } from '../../usecases/skipped.ts';
import { HostFault } from '../../usecases/ports/workbook-host.ts';
import { type ChosenFiles } from '../../usecases/ports/file-store.ts';
import { faultNotice, notice, type Notice } from './notice.ts';
import { KeptYears } from './kept-years.ts';
import { YearsSession } from './years-session.ts';
import { programmeOfReport, programmeOfYear } from './programmes.ts';
import { AnswerSession } from './answer-session.ts';
import { checkOf } from './selectors.ts';
import type { DocumentChoice } from './jobs/report.ts';
import type { Job, Section, SessionPorts, SessionState, WithoutDownloads } from './session-state.ts';
import type { Settings, SettingsStore } from './settings.ts';
import type { SessionRun } from './session-run.ts';
import { SharedSession } from './shared-session.ts';

/** Milliseconds after which a check is tried again that failed because the person was typing. */
const TYPING = 1_000;

/**
 * Runs what a person asks for in the open workbook, one job at a time. Each job ends in a notice; errors become notices too. Changes
 * by hand are checked as they happen: only the changed sheets are read, and nothing is written. The jobs themselves are in `jobs`
 * and are loaded when they are first needed.
 */
export class Session {
  readonly #ports: SessionPorts;
  readonly #store: SettingsStore | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #changed = new Set<string>();
  /** What is done with the shared folder. */
  readonly shared: SharedSession;
  /** What is done with the form for answers. */
  readonly answers: AnswerSession;
  /** What is done with the programmes of years. */
  readonly years: YearsSession;
  readonly #pending = new Map<string, Promise<Notice>>();
  #isWatching = false;
  #state: SessionState;
  #queue: Promise<unknown> = Promise.resolve();
  #stop = new AbortController();

  constructor(ports: SessionPorts, language: Language, store?: SettingsStore) {
    const kept = new KeptYears(ports.catalogue, ports.keptYears);
    const { catalogue } = kept;
    this.#ports = { ...ports, catalogue };
    this.#store = store;
    const run: SessionRun = {
      once: (what, work) => this.#doOnce(what, work),
      serialize: (work) => this.#serialize(work),
      setState: (change) => this.#set(change),
      setSettings: (change) => this.set(change),
      show: (section) => this.show(section),
    };
    this.shared = new SharedSession(ports.shared ?? {}, run);
    this.years = new YearsSession(kept, run);
    this.answers = new AnswerSession(ports.draft, {
      state: () => this.#state,
      setState: (change) => this.#set(change),
      quietly: (work) => this.#quietly(work),
      show: (section) => this.show(section),
    });
    const settings = { language, keep: [], rulesOff: [], grouping: true, folder: '', ...store?.load() };
    this.#state = {
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
    };
  }

  get state(): SessionState {
    return this.#state;
  }

  /** Whether the workbook is open in Excel, where cells can be selected. */
  get isLive(): boolean {
    return this.#ports.live !== undefined;
  }

  /** Set if the host ignores downloads: workbooks open in new windows, or are made in a browser. */
  get withoutDownloads(): WithoutDownloads | undefined {
    return this.#ports.withoutDownloads;
  }

  /** Where the open workbook lies; '' where Excel does not tell it. */
  get openedFrom(): string {
    return this.#ports.openedFrom?.() ?? '';
  }

  /** Calls `listener` after each change of the state. @returns a function that ends this */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Finds out what is open, checks an agency's workbook, and follows changes from then on. Can be called again after a failure. */
  async start(): Promise<void> {
    this.dismiss();
    await this.#serialize((job) => this.#begin(job));
  }

  /** Reads one chosen file and passes it to `open`; collects answers from several and from an archive. A notice says what went wrong. */
  async openChosen(files: ChosenFiles, open: (path: string, bytes: Uint8Array) => void): Promise<void> {
    const [path, ...others] = files.paths;
    if (path !== undefined && others.length === 0) {
      const found = { isArchive: false };
      await this.#serialize(async () => {
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
    this.#set({ section, notice: undefined, retry: undefined });
    if (this.#state.open === undefined && this.#state.working === undefined) void this.start();
  }

  /** Removes the last notice. */
  dismiss(): void {
    this.#set({ notice: undefined, retry: undefined });
  }

  /** Does again what could not be done because a part of the program could not be loaded. */
  async retry(): Promise<Notice | undefined> {
    const { retry } = this.#state;
    this.dismiss();
    return retry?.();
  }

  /** Saves a copy of the open workbook, and says where it is and what is left to do in it. What was typed has to stand in it. */
  saveCopy(name: string, bytes: Uint8Array, called: CopyName = 'new'): Promise<Notice> {
    return this.#doOnce(['save', name], async (job) =>
      (await import('./jobs/save-copy.ts')).saveCopy(job, name, bytes, called),
    );
  }

  /** Checks the agency's workbook that is open, writing nothing into it. */
  check(): Promise<Notice> {
    const changed = [...this.#changed];
    this.#changed.clear();
    return this.#do(async (job) => {
      try {
        return await (await import('./jobs/check.ts')).check(job);
      } catch (error) {
        this.#checkSoon(changed);
        throw error;
      }
    });
  }

  /** Writes into each cell the text that fixes it. */
  fix(cells: readonly FixedCell[]): Promise<Notice> {
    const locations = cells.map((cell) => cellKey(cell.sheet, cell));
    return this.#doOnce(['fix', ...locations], async (job) => (await import('./jobs/check.ts')).fix(job, cells));
  }

  /** Moves texts to the end of the cell that they belong to. */
  moveTexts(move: PlannedMove): Promise<Notice> {
    const locations = move.changes.map((cell) => cellKey(cell.sheet, cell));
    return this.#doOnce(['move', ...locations], async (job) => (await import('./jobs/check.ts')).moveTexts(job, move));
  }

  /** Converts digits at once. */
  convert(to: Digits, scope: ConversionScope): Promise<Notice> {
    return this.#do(async (job) => (await import('./jobs/digits.ts')).convert(job, to, scope));
  }

  /** Shows what a conversion would do. A notice says so where that is nothing. */
  async preview(to: Digits, scope: ConversionScope): Promise<void> {
    await this.#serialize(async (job) => (await import('./jobs/digits.ts')).preview(job, to, scope));
  }

  /** Carries out the changes of the preview for which `wanted` is true. */
  convertPreviewed(wanted: (change: CellChange) => boolean): Promise<Notice> {
    return this.#doOnce(['convert'], async (job) => (await import('./jobs/digits.ts')).convertPreviewed(job, wanted));
  }

  /** Closes the preview. */
  discardPreview(): void {
    this.#set({ preview: undefined });
  }

  /** Undoes the last change. */
  undo(): Promise<Notice> {
    return this.#doOnce(['undo'], async (job) => (await import('./jobs/undo.ts')).undo(job));
  }

  /** Makes the change of cells again that was undone last. */
  redo(): Promise<Notice> {
    return this.#doOnce(['redo'], async (job) => (await import('./jobs/undo.ts')).redo(job));
  }

  /** Makes an agency's workbook and opens it, or several in one file; beside the cells with what stands in last year's workbooks, if any. */
  makeWorkbooks(agencies: readonly AgencyCode[], lastYear?: ChosenFiles): Promise<Notice> {
    return this.#doOnce(['make', ...agencies, '', ...(lastYear?.paths ?? [])], async (job) =>
      (await import('./jobs/make.ts')).makeWorkbooks(job, agencies, lastYear),
    );
  }

  /** Reads agencies' files; nothing is written. */
  collect(files: ChosenFiles): Promise<Notice> {
    return this.#do(async (job) => (await import('./jobs/consolidate.ts')).collect(job, files));
  }

  /** Puts the report of the answers that were read into the master that is open, or into a new workbook. */
  putMaster(where: 'here' | 'new'): Promise<Notice> {
    return this.#doOnce(['put', where], async (job) => (await import('./jobs/consolidate.ts')).putMaster(job, where));
  }

  /** Merges the answers that were read into the report that is open, as somebody chose for its differences. */
  putMerged(sides: ChosenSides): Promise<Notice> {
    return this.#doOnce(['merge'], async (job) => (await import('./jobs/merge.ts')).putMerged(job, sides));
  }

  /** Shows the paragraph of the selected cell, to be joined or split. */
  async lookAtParagraph(): Promise<void> {
    await this.#serialize(async (job) => (await import('./jobs/arrange.ts')).lookAtParagraph(job));
  }

  /** Carries out what was planned for paragraphs of the open report. */
  arrange(changes: readonly RowChange[]): Promise<Notice> {
    return this.#doOnce(['arrange'], async (job) => (await import('./jobs/arrange.ts')).arrange(job, changes));
  }

  /** No longer shows a paragraph to be joined or split. */
  leaveParagraph(): void {
    this.#set({ arranging: undefined });
  }

  /** Swaps the sheets of the report with their backup sheets. */
  swapBackups(): Promise<Notice> {
    return this.#doOnce(['exchange'], async (job) => (await import('./jobs/backup-sheets.ts')).swapBackups(job));
  }

  /** Deletes the backup sheets for good. */
  deleteBackups(): Promise<Notice> {
    return this.#doOnce(['delete'], async (job) => (await import('./jobs/backup-sheets.ts')).deleteBackups(job));
  }

  /** Opens a report without answers. */
  openEmptyMaster(): Promise<Notice> {
    return this.#doOnce(['empty'], async (job) => (await import('./jobs/consolidate.ts')).openEmptyMaster(job));
  }

  /** Saves the report for Word, from the master that is open, as it stands. */
  writeReport(choice: DocumentChoice): Promise<Notice> {
    return this.#doOnce(['document'], async (job) => (await import('./jobs/report.ts')).writeReport(job, choice));
  }

  /** Shows who owes what, by the master that is open. */
  async lookAtChases(): Promise<void> {
    await this.#serialize(async (job) => (await import('./jobs/chase.ts')).lookAtChases(job));
  }

  /** Saves the letters to all that owe something, in the frame of the office's own document where there is one. */
  writeLetters(template?: ChosenFiles): Promise<Notice> {
    return this.#doOnce(['letters'], async (job) => (await import('./jobs/chase.ts')).writeLetters(job, template));
  }

  /** Records in the open master that agencies were asked, all that owe something or those of these codes. */
  recordAsked(channel: string, codes?: readonly string[]): Promise<Notice> {
    return this.#doOnce(['record-asked', channel, ...(codes ?? [])], async (job) =>
      (await import('./jobs/chase.ts')).recordAskedInOpen(job, channel, codes),
    );
  }

  /** Discards the answers that were read. */
  discardCollected(): void {
    this.#set({ collection: undefined });
  }

  /** Names of the sheets of a master. */
  sheetsOfMaster(): readonly string[] {
    return masterSheetNames(programmeOfReport(this.#state).programme);
  }

  /** Stops the current job, if it can be stopped. */
  stop(): void {
    this.#stop.abort();
  }

  /** Selects a cell in Excel. */
  async select(location: CellLocation): Promise<void> {
    await this.#serialize(async () => {
      await this.#ports.live?.select(location);
      return undefined;
    });
  }

  /** Changes settings and saves them. */
  set(change: Partial<Settings>): void {
    const settings = { ...this.#state.settings, ...change };
    this.#set({ settings, chosen: programmeOfYear(this.#ports.catalogue, settings.year) });
    this.#store?.save(settings);
    if (change.rulesOff !== undefined)
      void this.#serialize(async (job) => (await import('./jobs/check.ts')).checkAgain(job));
  }

  async #begin(job: Job): Promise<undefined> {
    try {
      await this.#watch();
      await (await import('./jobs/check.ts')).look(job);
    } catch (error) {
      if (!isTyping(error)) throw error;
      // Nobody asked for this: it waits until the person stops typing, without a notice.
      void this.#ports.delay(TYPING).then(() => {
        this.#queue = this.#queue
          .then(() => this.#begin(this.#job()))
          .catch((fault: unknown) => this.#set({ notice: faultNotice(fault) }));
      });
    }
  }

  async #watch(): Promise<void> {
    if (this.#isWatching) return;
    await this.#ports.live?.watch(({ sheets }) => this.#checkSoon(sheets));
    this.#isWatching = true;
  }

  /** Runs a job that ends in a notice, which is shown. */
  async #do(work: (job: Job) => Promise<Notice>): Promise<Notice> {
    const outcome = await this.#serialize(async (job) => {
      await this.#watch();
      return work(job);
    });
    return outcome ?? notice('unexpected', { facts: { detail: '' } });
  }

  /** The same, where a second request before the first is done, as by a double click, gets the outcome of the first. */
  #doOnce(what: readonly string[], work: (job: Job) => Promise<Notice>): Promise<Notice> {
    const request = JSON.stringify(what);
    const asked = this.#pending.get(request) ?? this.#do(work).finally(() => this.#pending.delete(request));
    this.#pending.set(request, asked);
    return asked;
  }

  /** Queues a job. An error becomes a notice. */
  #serialize(work: (job: Job) => Promise<Notice | undefined>): Promise<Notice | undefined> {
    const turn = this.#queue.then(async () => {
      this.#stop = new AbortController();
      this.#set({ working: { done: 0, total: 0, label: '', canStop: false } });
      let retry: SessionState['retry'];
      // No job works on a workbook in which something is missing that a person has typed.
      await this.#keepTyped();
      const notice = await work(this.#job()).catch((error: unknown) => {
        if (isLoadFailure(error)) retry = () => this.#serialize(work);
        return faultNotice(error);
      });
      this.#set({ working: undefined, ...(notice === undefined ? {} : { notice, retry }) });
      return notice;
    });
    this.#queue = turn;
    return turn;
  }

  /** Queues work that shows no progress and ends without a notice, unless it fails. */
  #quietly(work: (job: Job) => Promise<void>): Promise<void> {
    const turn = this.#queue.then(() =>
      work(this.#job()).catch((error: unknown) => this.#set({ notice: faultNotice(error), retry: undefined })),
    );
    this.#queue = turn;
    return turn;
  }

  /** Writes what was typed. Where that fails it stays, and the next time somebody leaves a field it is tried again. */
  async #keepTyped(): Promise<void> {
    if (this.#state.typed.length === 0) return;
    try {
      await (await import('./jobs/answer.ts')).keepTyped(this.#job());
    } catch {
      // The job that follows says itself what is the matter with the workbook.
    }
  }

  #job(): Job {
    return {
      ports: this.#ports,
      state: () => this.#state,
      signal: this.#stop.signal,
      set: (change) => this.#set(change),
      progress: (done, total, label) => this.#set({ working: { done, total, label, canStop: true } }),
      changed: (sheets) => this.#checkSoon(sheets),
    };
  }

  /** Queues a check of sheets that changed. */
  #checkSoon(sheets: readonly string[]): void {
    for (const sheet of sheets) this.#changed.add(sheet);
    this.#queue = this.#queue.then(() => this.#checkChanged());
  }

  async #checkChanged(): Promise<void> {
    if (checkOf(this.#state) === undefined || this.#changed.size === 0) return;
    const sheets = [...this.#changed];
    this.#changed.clear();
    try {
      await (await import('./jobs/check.ts')).checkChanged(this.#job(), sheets);
    } catch (error) {
      for (const sheet of sheets) this.#changed.add(sheet);
      const { open } = this.#state;
      if (open?.kind === 'agency' && open.check)
        this.#set({ open: { ...open, check: { ...open.check, isStale: true } } });
      // Nobody asked for this check: it waits for the next change, or tries again soon if the person is typing.
      if (isTyping(error)) {
        void this.#ports.delay(TYPING).then(() => this.#checkSoon([]));
      }
    }
  }

  #set(change: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function isTyping(error: unknown): boolean {
  return error instanceof HostFault && error.reason === 'cell-in-edit';
}
