import {
  builtInDigitProfile,
  builtInProgramme,
  builtInProgrammeOfId,
  type BuiltIn,
} from '../domain/programme/catalogue.ts';
import type { AgencyCode } from '../domain/programme/roster.ts';
import { receivedOf } from '../domain/report/coverage.ts';
import type { LeftReason } from '../domain/report/left-reason.ts';
import { severityOfRemark } from '../domain/report/remark.ts';
import type { Digits } from '../domain/text/thai-digits.ts';
import { cellName } from '../domain/workbook/address.ts';
import { agencyFileName, planAgencyWorkbook } from '../domain/workbook/agency-workbook.ts';
import type { CellChange, CellPlace } from '../domain/workbook/conversion.ts';
import { masterFileName, masterSheetNames } from '../domain/workbook/master-workbook.ts';
import {
  checkChangedSheets,
  checkOpenWorkbook,
  placesOf,
  type CheckedWorkbook,
} from '../usecases/check-open-workbook.ts';
import { collectAnswers, type Collected } from '../usecases/collect-answers.ts';
import {
  applyConversion,
  planOpenConversion,
  undoOpenConversion,
  type ConversionScope,
} from '../usecases/convert-open-workbook.ts';
import { identifyWorkbook, type OpenWorkbook } from '../usecases/identify-workbook.ts';
import { planMaster } from '../usecases/plan-master.ts';
import {
  HostFault,
  type Clock,
  type FileSource,
  type LiveWorkbook,
  type OpenReader,
  type WorkbookCodec,
} from '../usecases/ports.ts';
import { said, type Notice } from './notice.ts';

/** What a session needs from outside. */
export interface SessionPorts {
  readonly workbook: LiveWorkbook;
  readonly codec: Pick<WorkbookCodec, 'decode'>;
  readonly openReader: OpenReader;
  readonly clock: Clock;
  /** Waits so many milliseconds. */
  readonly delay: (milliseconds: number) => Promise<void>;
}

/** What there is to do on the page. */
export type Section = 'check' | 'digits' | 'make' | 'consolidate';

/** All that the page shows. */
export interface SessionState {
  /** Undefined until it is known. */
  readonly open: OpenWorkbook | undefined;
  /** The year's programme with which the session works. */
  readonly data: BuiltIn;
  readonly checked: CheckedWorkbook | undefined;
  /** Whether the workbook was changed in a way that could not be checked yet. */
  readonly isStale: boolean;
  readonly working: { readonly done: number; readonly total: number; readonly label: string } | undefined;
  /** Changes of conversions that can be undone, the last one first. */
  readonly undoable: readonly (readonly CellChange[])[];
  /** Answers that were read and not put anywhere yet. */
  readonly collected: Extract<Collected, { readonly kind: 'collected' }> | undefined;
  readonly notice: Notice | undefined;
  readonly section: Section | undefined;
}

/** Milliseconds until a check that met a person typing is tried again. */
const TYPING = 1_000;

/**
 * What a person does with the open workbook, one thing after the other. Each ends in a notice and never in an error: what goes
 * wrong is a notice too. Changes by hand are checked as they happen, reading only what changed and writing nothing.
 */
export class Session {
  readonly #ports: SessionPorts;
  readonly #listeners = new Set<() => void>();
  readonly #changed = new Set<string>();
  #state: SessionState;
  #queue: Promise<unknown> = Promise.resolve();
  #stop: AbortController | undefined;

  constructor(ports: SessionPorts) {
    this.#ports = ports;
    this.#state = {
      open: undefined,
      data: newestData(),
      checked: undefined,
      isStale: false,
      working: undefined,
      undoable: [],
      collected: undefined,
      notice: undefined,
      section: undefined,
    };
  }

  get state(): SessionState {
    return this.#state;
  }

  /** Calls the listener after each change of the state, until the function that it gives is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Looks at what is open, checks it where it is an agency's, and goes on looking. */
  async start(): Promise<void> {
    await this.#inTurn(async () => {
      await this.#ports.workbook.watch(({ sheets }) => this.#othersChanged(sheets));
      const open = await this.#identify();
      if (open.kind === 'agency')
        this.#set({ checked: await checkOpenWorkbook(this.#ports.workbook, this.#state.data) });
      return undefined;
    });
  }

  /** Brings a part of the page to the front. */
  show(section: Section): void {
    this.#set({ section });
  }

  /** Checks the agency's workbook that is open, and marks the cells that need a look. */
  check(): Promise<Notice> {
    return this.#do(async () => {
      const { workbook } = this.#ports;
      const { kind } = this.#state.open?.kind === 'agency' ? this.#state.open : await this.#identify();
      if (kind !== 'agency') return said('not-agency-workbook');
      this.#changed.clear();
      const checked = await checkOpenWorkbook(workbook, this.#state.data);
      this.#set({ checked, isStale: false });
      const { remarks, ready } = checked;
      await workbook.mark(placesOf(remarks.filter((remark) => severityOfRemark(remark) !== 'may')));
      return said(!ready ? 'not-ready' : remarks.length > 0 ? 'ready-with-notes' : 'ready', { remarks });
    });
  }

  /** Converts the digits of the selected cells, or of all sheets. */
  convert(to: Digits, scope: ConversionScope): Promise<Notice> {
    return this.#do(async () => {
      const { workbook } = this.#ports;
      const plan = await planOpenConversion(workbook, scope, { to, profile: builtInDigitProfile() });
      // Whatever becomes of the attempt can be undone: an undo looks what is there.
      const before = this.#state.undoable;
      this.#set({ undoable: [plan.changes, ...before] });
      const { done, left } = await applyConversion(workbook, plan.changes);
      this.#set({ undoable: done.length === 0 ? before : [done, ...before] });
      const stayed = plan.left.filter(({ reason }) => reason !== 'outside-selection' && reason !== 'token');
      const reasons = counted([...stayed, ...left].map(({ reason }) => reason));
      if (done.length === 0) return said('nothing-to-convert', { left: reasons });
      this.#othersChanged(sheetsOf(done));
      const places = done.reduce((sum, change) => sum + (change.kind === 'text' ? change.changes.length : 1), 0);
      return said(to === 'thai' ? 'converted-to-thai' : 'converted-to-arabic', {
        facts: { cells: done.length, places },
        left: reasons,
        canUndo: true,
      });
    });
  }

  /** Takes the last conversion back. */
  undo(): Promise<Notice> {
    return this.#do(async () => {
      const [last, ...earlier] = this.#state.undoable;
      if (last === undefined) return said('nothing-to-undo');
      const { restored, stale } = await undoOpenConversion(this.#ports.workbook, last);
      this.#set({ undoable: earlier });
      this.#othersChanged(sheetsOf(restored));
      const [first] = stale;
      if (first === undefined) return said('undone', { facts: { cells: restored.length } });
      return said('undone-partly', {
        facts: { cells: restored.length, stale: stale.length, place: placeName(first) },
      });
    });
  }

  /** Makes an agency's workbook and opens it in a window of its own. */
  makeWorkbook(code: AgencyCode): Promise<Notice> {
    return this.#do(async () => {
      const { programme, roster } = this.#state.data;
      const agency = roster.agencies.find((one) => one.code === code);
      if (agency === undefined) throw new RangeError(`no agency ${code}`);
      const file = agencyFileName(programme, agency);
      const plan = planAgencyWorkbook(programme, agency, { created: this.#ports.clock.now() });
      await this.#ports.workbook.openNew(plan, file);
      return said('workbook-opened', { facts: { agency: agency.name, file } });
    });
  }

  /** Reads agencies' files; nothing is written. */
  collect(files: FileSource, paths: readonly string[]): Promise<Notice> {
    return this.#do(async () => {
      this.#set({ collected: undefined });
      this.#stop = new AbortController();
      const { codec, openReader } = this.#ports;
      const progress = (done: number, total: number, label: string): void =>
        this.#set({ working: { done, total, label } });
      const request = { ...this.#state.data, paths, signal: this.#stop.signal };
      const collected = await collectAnswers({ codec, openReader, files, progress }, request);
      if (collected.kind === 'nothing-read') return said('nothing-read', { remarks: collected.problems });
      this.#set({ collected });
      const { consolidation, filesFound } = collected;
      const { expected, received } = receivedOf(consolidation.agencies);
      return said('collected', {
        facts: { files: filesFound, expected, received },
        remarks: consolidation.problems,
      });
    });
  }

  /** Stops reading files. */
  stop(): void {
    this.#stop?.abort();
  }

  /** Puts the report of the answers that were read into the master that is open, or into a new workbook. */
  putMaster(where: 'here' | 'new'): Promise<Notice> {
    return this.#do(async () => {
      const { collected, open } = this.#state;
      if (collected === undefined) return said('nothing-collected');
      const { programme } = collected.consolidation;
      const plan = planMaster(collected.consolidation, { created: this.#ports.clock.now() });
      if (where === 'new') {
        const file = masterFileName(programme);
        await this.#ports.workbook.openNew(plan, file);
        this.#set({ collected: undefined });
        return said('master-opened', { facts: { file } });
      }
      if (open?.kind !== 'master' || open.programme !== programme.id) return said('not-a-master');
      await this.#ports.workbook.putSheets(plan);
      this.#set({ collected: undefined });
      return said('master-put', { facts: { sheets: plan.sheets.length } });
    });
  }

  /** Names of the sheets that a master takes the place of. */
  sheetsOfMaster(): readonly string[] {
    return masterSheetNames(this.#state.data.programme);
  }

  /** Takes the person to a cell. */
  async select(place: CellPlace): Promise<void> {
    await this.#inTurn(async () => {
      await this.#ports.workbook.select(place);
      return undefined;
    });
  }

  async #identify(): Promise<OpenWorkbook> {
    const open = await identifyWorkbook(this.#ports.workbook);
    this.#set({ open, data: dataOf(open) ?? this.#state.data });
    return open;
  }

  /** Something that was asked for: it ends in a notice, and that is shown. */
  async #do(work: () => Promise<Notice>): Promise<Notice> {
    const notice = await this.#inTurn(work);
    return notice ?? said('unexpected', { facts: { detail: '' } });
  }

  /** Does one thing after the other. What goes wrong is a notice. */
  #inTurn(work: () => Promise<Notice | undefined>): Promise<Notice | undefined> {
    const turn = this.#queue.then(async () => {
      this.#set({ working: { done: 0, total: 0, label: '' } });
      const notice = await work().catch(faultNotice);
      this.#set({ working: undefined, ...(notice === undefined ? {} : { notice }) });
      return notice;
    });
    this.#queue = turn;
    return turn;
  }

  /** What is to be read again, as soon as nothing else is going on. */
  #othersChanged(sheets: readonly string[]): void {
    for (const sheet of sheets) this.#changed.add(sheet);
    this.#queue = this.#queue.then(() => this.#checkChanged());
  }

  async #checkChanged(): Promise<void> {
    const { checked, data } = this.#state;
    if (checked === undefined || this.#changed.size === 0) return;
    const sheets = [...this.#changed];
    this.#changed.clear();
    try {
      const again = await checkChangedSheets(this.#ports.workbook, data, checked, sheets);
      this.#set({ checked: again, isStale: this.#changed.size > 0 });
    } catch (error) {
      for (const sheet of sheets) this.#changed.add(sheet);
      this.#set({ isStale: true });
      // Nobody asked for this check: it waits for the next change, and while the person is typing only for a moment.
      if (error instanceof HostFault && error.reason === 'cell-in-edit') {
        void this.#ports.delay(TYPING).then(() => this.#othersChanged([]));
      }
    }
  }

  #set(change: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function newestData(): BuiltIn {
  const data = builtInProgramme();
  if (data === undefined) throw new Error('the program carries no programme');
  return data;
}

function dataOf(open: OpenWorkbook): BuiltIn | undefined {
  switch (open.kind) {
    case 'agency':
      return builtInProgrammeOfId(open.workbook.programme);
    case 'master':
      return builtInProgrammeOfId(open.programme);
    case 'office':
    case 'unknown':
      return undefined;
  }
}

function faultNotice(error: unknown): Notice {
  if (error instanceof HostFault) return { kind: 'fault', reason: error.reason, detail: error.detail };
  if (error instanceof DOMException && error.name === 'AbortError') return said('stopped');
  return said('unexpected', { facts: { detail: String(error) } });
}

function counted(reasons: readonly LeftReason[]): ReadonlyMap<LeftReason, number> {
  const counts = new Map<LeftReason, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return counts;
}

function sheetsOf(places: readonly CellPlace[]): readonly string[] {
  return [...new Set(places.map(({ sheet }) => sheet))];
}

function placeName({ sheet, row, column }: CellPlace): string {
  return `${sheet}!${cellName(row, column)}`;
}
