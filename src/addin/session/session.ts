import type { AgencyCode } from '../../domain/programme/roster.ts';
import type { Language } from '../../domain/messages/words.ts';
import type { Digits } from '../../domain/text/thai-digits.ts';
import type { FixedCell } from '../../domain/checks/cell-changes.ts';
import type { CellChange } from '../../domain/conversion/changes.ts';
import type { CellLocation } from '../../domain/spreadsheet/address.ts';
import { masterSheetNames } from '../../domain/master/sheet-names.ts';
import type { ConversionScope } from '../../usecases/convert-open-workbook.ts';
import { HostFault } from '../../usecases/ports/workbook-host.ts';
import { type ChosenFiles } from '../../usecases/ports/file-store.ts';
import { faultNotice, notice, type Notice } from './notice.ts';
import { programmeOfReport, programmeOfYear } from './programmes.ts';
import type { Job, Section, SessionPorts, SessionState } from './session-state.ts';
import type { Settings, SettingsStore } from './settings.ts';

/** Milliseconds until a check that met a person typing is tried again. */
const TYPING = 1_000;

/**
 * What a person does with the open workbook, one thing after the other. Each ends in a notice and never in an error: what goes
 * wrong is a notice too. Changes by hand are checked as they happen, reading only what changed and writing nothing. What is done is
 * in `jobs`, which are loaded when they are first needed.
 */
export class Session {
  readonly #ports: SessionPorts;
  readonly #store: SettingsStore | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #changed = new Set<string>();
  readonly #pending = new Map<string, Promise<Notice>>();
  #isWatching = false;
  #state: SessionState;
  #queue: Promise<unknown> = Promise.resolve();
  #stop = new AbortController();

  constructor(ports: SessionPorts, language: Language, store?: SettingsStore) {
    this.#ports = ports;
    this.#store = store;
    const settings = { language, keep: [], rulesOff: [], folder: '', ...store?.load() };
    this.#state = {
      open: undefined,
      chosen: programmeOfYear(ports.catalogue, settings.year),
      opened: undefined,
      checked: undefined,
      isStale: false,
      working: undefined,
      preview: undefined,
      undoable: [],
      backups: [],
      files: [],
      collected: undefined,
      notice: undefined,
      section: undefined,
      settings,
    };
  }

  get state(): SessionState {
    return this.#state;
  }

  /** Whether a person works in the workbook meanwhile: there are cells to select, and places to go to. */
  get isLive(): boolean {
    return this.#ports.live !== undefined;
  }

  /** Calls the listener after each change of the state, until the function that it gives is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Looks at what is open, checks it where it is an agency's, and goes on looking. Where that failed it can be tried again. */
  async start(): Promise<void> {
    this.dismiss();
    await this.#serialize((job) => this.#begin(job));
  }

  /** Reads the file that was chosen and gives it to `open`, or several for the report. Where that cannot be, a notice says why. */
  async openChosen(files: ChosenFiles, open: (path: string, bytes: Uint8Array) => void): Promise<void> {
    const [path, ...others] = files.paths;
    if (path !== undefined && others.length === 0) {
      await this.#serialize(async () => {
        open(path, await files.read(path));
        return undefined;
      });
      return;
    }
    if (others.length > 0) this.show('consolidate');
    await this.collect(files);
  }

  /** Brings a part of the page to the front; without one, what the open workbook suggests. What was said before is past. */
  show(section: Section | undefined): void {
    this.#set({ section, notice: undefined });
    if (this.#state.open === undefined && this.#state.working === undefined) void this.start();
  }

  /** Takes the last notice away. */
  dismiss(): void {
    this.#set({ notice: undefined });
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

  /** Puts into cells what fixes them. */
  fix(cells: readonly FixedCell[]): Promise<Notice> {
    const locations = cells.map(({ sheet, cell }) => `${cell} ${sheet}`);
    return this.#doOnce(['fix', ...locations], async (job) => (await import('./jobs/check.ts')).fix(job, cells));
  }

  /** Converts digits at once. */
  convert(to: Digits, scope: ConversionScope): Promise<Notice> {
    return this.#do(async (job) => (await import('./jobs/digits.ts')).convert(job, to, scope));
  }

  /** Shows what a conversion would do; where it is nothing, a notice says so. */
  async preview(to: Digits, scope: ConversionScope): Promise<void> {
    await this.#serialize(async (job) => (await import('./jobs/digits.ts')).preview(job, to, scope));
  }

  /** Carries out what is shown, as far as the person wants it. */
  convertPreviewed(wanted: (change: CellChange) => boolean): Promise<Notice> {
    return this.#doOnce(['convert'], async (job) => (await import('./jobs/digits.ts')).convertPreviewed(job, wanted));
  }

  /** Gives up what is shown. */
  discardPreview(): void {
    this.#set({ preview: undefined });
  }

  /** Takes the last change back. */
  undo(): Promise<Notice> {
    return this.#doOnce(['undo'], async (job) => (await import('./jobs/undo.ts')).undo(job));
  }

  /** Makes an agency's workbook and opens it, or several in one file. */
  makeWorkbooks(agencies: readonly AgencyCode[]): Promise<Notice> {
    return this.#doOnce(['make', ...agencies], async (job) =>
      (await import('./jobs/make.ts')).makeWorkbooks(job, agencies),
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

  /** Brings the sheets back that a report took the place of; those of the report are kept instead. */
  swapBackups(): Promise<Notice> {
    return this.#doOnce(['exchange'], async (job) => (await import('./jobs/backup-sheets.ts')).swapBackups(job));
  }

  /** Deletes the sheets that a report took the place of, for good. */
  deleteBackups(): Promise<Notice> {
    return this.#doOnce(['delete'], async (job) => (await import('./jobs/backup-sheets.ts')).deleteBackups(job));
  }

  /** Opens a report without answers. */
  openEmptyMaster(): Promise<Notice> {
    return this.#doOnce(['empty'], async (job) => (await import('./jobs/consolidate.ts')).openEmptyMaster(job));
  }

  /** Gives up answers that were read. */
  discardCollected(): void {
    this.#set({ collected: undefined, files: [] });
  }

  /** Fiscal years of the Buddhist era for which there is a programme, rising. */
  years(): readonly number[] {
    return this.#ports.catalogue.years();
  }

  /** Names of the sheets that a master takes the place of. */
  sheetsOfMaster(): readonly string[] {
    return masterSheetNames(programmeOfReport(this.#state).programme);
  }

  /** Stops what is going on, where it can be stopped. */
  stop(): void {
    this.#stop.abort();
  }

  /** Takes the person to a cell. */
  async select(location: CellLocation): Promise<void> {
    await this.#serialize(async () => {
      await this.#ports.live?.select(location);
      return undefined;
    });
  }

  /** Changes settings and remembers them. */
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
      // Nobody asked for this: it waits until the person has typed, and says nothing of it.
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

  /** Something that was asked for: it ends in a notice, and that is shown. */
  async #do(work: (job: Job) => Promise<Notice>): Promise<Notice> {
    const outcome = await this.#serialize(async (job) => {
      await this.#watch();
      return work(job);
    });
    return outcome ?? notice('unexpected', { facts: { detail: '' } });
  }

  /** The same, for what is not to be done twice: where it is asked for again before it is done, as by a double click, that is one request. */
  #doOnce(what: readonly string[], work: (job: Job) => Promise<Notice>): Promise<Notice> {
    const request = JSON.stringify(what);
    const asked = this.#pending.get(request) ?? this.#do(work).finally(() => this.#pending.delete(request));
    this.#pending.set(request, asked);
    return asked;
  }

  /** Does one thing after the other. What goes wrong is a notice. */
  #serialize(work: (job: Job) => Promise<Notice | undefined>): Promise<Notice | undefined> {
    const turn = this.#queue.then(async () => {
      this.#stop = new AbortController();
      this.#set({ working: { done: 0, total: 0, label: '', canStop: false } });
      const notice = await work(this.#job()).catch(faultNotice);
      this.#set({ working: undefined, ...(notice === undefined ? {} : { notice }) });
      return notice;
    });
    this.#queue = turn;
    return turn;
  }

  #job(): Job {
    const current = (): SessionState => this.#state;
    return {
      ports: this.#ports,
      get state() {
        return current();
      },
      signal: this.#stop.signal,
      set: (change) => this.#set(change),
      progress: (done, total, label) => this.#set({ working: { done, total, label, canStop: true } }),
      changed: (sheets) => this.#checkSoon(sheets),
    };
  }

  /** Has sheets read again as soon as nothing else is going on. */
  #checkSoon(sheets: readonly string[]): void {
    for (const sheet of sheets) this.#changed.add(sheet);
    this.#queue = this.#queue.then(() => this.#checkChanged());
  }

  async #checkChanged(): Promise<void> {
    if (this.#state.checked === undefined || this.#changed.size === 0) return;
    const sheets = [...this.#changed];
    this.#changed.clear();
    try {
      await (await import('./jobs/check.ts')).checkChanged(this.#job(), sheets);
    } catch (error) {
      for (const sheet of sheets) this.#changed.add(sheet);
      this.#set({ isStale: true });
      // Nobody asked for this check: it waits for the next change, and while the person is typing only for a moment.
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
