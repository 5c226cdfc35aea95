import { parseAddress } from './addresses.ts';
import { Executor } from './executor.ts';
import { DIALOG_MESSAGE, HostDialogs, type DialogRequest, type DialogWindow } from './dialogs.ts';
import { RICH_API_MESSAGE, type ClientHandler } from './events.ts';
import { HostFiles } from './files.ts';
import { customFunctionsService, HostFunctions } from './functions.ts';
import { accessDenied, type HostWorkbook } from './model.ts';
import { appRuntimeService, HostPane } from './pane.ts';
import { APP_COMMAND, APP_COMMAND_COMPLETED, HostRibbon } from './ribbon.ts';
import type { Switches } from './switches.ts';
import { sentRequest, UndoStack, type CalledMember, type Platform, type SentRequest } from './undo.ts';
import { internalService, workbookObject, type WorkbookServices } from './workbook-members.ts';
import { ActionType, PathType, type WireBatch } from './wire.ts';

/** Request numbers and answers as office.js's transport for Windows has them (`window.external`). */
const EXECUTE_RICH_API = 93;
const BODY = 4;
const FLAGS = 6;
const OK = 0;
const CELL_EDIT = 5004;
const SESSION_LOST = 5012;
const REQUEST_TOO_LARGE = 5103;
const RESPONSE_TOO_LARGE = 5104;
/** The result that office.js takes for a failure without a reason. */
const NOT_SUPPORTED = 5000;

/** Where the host runs: what the add-in can ask before it talks to the workbook. */
export interface HostSettings {
  /** Requirement sets, such as `{ExcelApi: '1.13'}`. */
  readonly requirements: Readonly<Record<string, string>>;
  readonly locale: 'th-TH' | 'en-US';
  readonly platform: Platform;
  /** Whether the task pane is open when the add-in starts; its page runs anyway. */
  readonly pane: 'open' | 'closed';
  /** The person's Office theme. */
  readonly theme: 'white' | 'black';
  /** Opens a dialog's page where there are pages. */
  readonly openWindow?: (url: string) => DialogWindow;
}

type Reply = (response: { readonly toArray: () => readonly unknown[] }) => void;

/** What office.js finds as `window.external` in Excel for Windows. */
export interface External {
  GetHostInfo(): string;
  GetContext(): Readonly<Record<string, () => unknown>>;
  Execute(id: number, params: readonly unknown[], reply: Reply): void;
  RegisterEvent(id: number, target: string, handler: ClientHandler, reply: Reply): void;
  UnregisterEvent(id: number, target: string, reply: Reply): void;
}

/** The emulated Excel: a workbook behind the interface that office.js talks to, and a count of what was asked of it. */
export class ExcelHost {
  readonly workbook: HostWorkbook;
  readonly external: External;
  readonly ribbon = new HostRibbon();
  readonly pane: HostPane;
  readonly dialogs: HostDialogs;
  readonly functions: HostFunctions;
  readonly files: HostFiles;
  /** May change at any time; office.js remembers it for five seconds. */
  theme: HostSettings['theme'];
  /** Round trips that did work; those by which office.js only gives references back do not count. */
  syncs = 0;
  /** Batches as they came in, newest last. */
  readonly batches: WireBatch[] = [];
  /** What office.js said of each of them. */
  readonly requests: SentRequest[] = [];
  readonly undo: UndoStack;
  readonly #executor: Executor;

  constructor(workbook: HostWorkbook, services: WorkbookServices, settings: HostSettings) {
    this.workbook = workbook;
    this.theme = settings.theme;
    this.undo = new UndoStack(workbook, settings.platform);
    this.pane = new HostPane(workbook, settings.pane === 'open');
    this.dialogs = new HostDialogs(workbook.switches, settings.openWindow);
    this.functions = new HostFunctions(workbook.events);
    this.files = new HostFiles(() => services.file(workbook));
    this.#executor = new Executor(
      workbookObject({ workbook, services }),
      new Map([
        ['Microsoft.InternalService.AddinInternalService', internalService(undefined)],
        ['Microsoft.AppRuntime.AppRuntimeService', appRuntimeService(this.pane)],
        ['Microsoft.ExcelServices.CustomFunctions', customFunctionsService(this.functions)],
      ]),
    );
    this.external = {
      GetHostInfo: () => hostInfo(settings, { isDialog: false }),
      GetContext: () => ({ ...hostContext(settings), GetOfficeThemeInfo: () => themeInfo(this.theme) }),
      Execute: (id, params, reply) => this.#execute(id, params, reply),
      RegisterEvent: (id, target, handler, reply) => {
        const answer = (status: number): void => reply({ toArray: () => [status] });
        if (id === DIALOG_MESSAGE) {
          this.dialogs.open(JSON.parse(target) as DialogRequest, handler, answer);
          return;
        }
        // Whatever else office.js registers for is never sent.
        if (id === RICH_API_MESSAGE) workbook.events.connect(handler);
        if (id === APP_COMMAND) this.ribbon.connect(handler);
        answer(OK);
      },
      UnregisterEvent: (id, _target, reply) => {
        if (id === DIALOG_MESSAGE) this.dialogs.close();
        reply({ toArray: () => [OK] });
      },
    };
  }

  /** Selects ranges of a sheet by their addresses, as a person does; without any, a chart that lies on it. */
  select(sheet: string, addresses: readonly string[]): void {
    this.workbook.selection = { sheet: this.workbook.sheet(sheet), ranges: addresses.map(parseAddress) };
  }

  /** Presses the button of a command, see {@link HostRibbon.press}. */
  press(command: string): Promise<void> {
    return this.ribbon.press(command);
  }

  /** Presses the keys of a command: unlike a button, they tell the add-in nothing of themselves and wait for nothing. */
  pressKeys(command: string): void {
    this.workbook.events.action(command);
  }

  /** References that the client has not given back. */
  get referenceCount(): number {
    return this.#executor.referenceCount;
  }

  #execute(id: number, params: readonly unknown[], reply: Reply): void {
    const ofFile = this.files.answer(id, params);
    if (ofFile !== undefined) {
      void ofFile.then((response) => reply({ toArray: () => response }));
      return;
    }
    const response = this.#respond(id, params);
    if (response !== undefined) reply({ toArray: () => response });
  }

  #respond(id: number, params: readonly unknown[]): readonly unknown[] | undefined {
    if (id === EXECUTE_RICH_API) {
      const request = params[0] as readonly unknown[];
      return this.#answer(String(request[BODY]), Number(request[FLAGS]));
    }
    if (id !== APP_COMMAND_COMPLETED) return [NOT_SUPPORTED];
    this.ribbon.completed(params[0], params[1]);
    return [OK];
  }

  /** The answer to a batch; undefined where none will ever come. */
  #answer(body: string, flags: number): readonly unknown[] | undefined {
    const batch = JSON.parse(body) as WireBatch;
    const { cellEdit, hang, payloadLimit, sessionLost } = this.workbook.switches;
    if (!isWork(batch)) return [OK, [200, [], JSON.stringify(this.#executor.execute(batch))]];
    this.syncs += 1;
    this.batches.push(batch);
    const sent = sentRequest(flags);
    this.requests.push(sent);
    if (hang) return undefined;
    if (sessionLost) return [SESSION_LOST];
    if (cellEdit) return [CELL_EDIT];
    if (utf8Length(body) > payloadLimit) return [REQUEST_TOO_LARGE];
    const called: CalledMember[] = [];
    const reply = this.undo.request(sent, called, () =>
      this.#executor.execute(batch, () => useUp(this.workbook.switches), called),
    );
    const text = JSON.stringify(reply);
    return utf8Length(text) > payloadLimit ? [RESPONSE_TOO_LARGE] : [OK, [200, [], text]];
  }
}

/** @throws {HostError} in place of the action for which none is left; afterwards all goes well again */
function useUp(switches: Switches): void {
  switches.actionsLeft -= 1;
  if (switches.actionsLeft >= 0) return;
  switches.actionsLeft = Infinity;
  throw accessDenied();
}

/** Whether a batch does more than to give references back or to listen; what services are asked for is nothing to the workbook. */
function isWork({ Actions: actions, ObjectPaths: paths }: WireBatch): boolean {
  return actions.some(
    ({ ActionType: type, Name: name, ObjectPathId: path }) =>
      type !== ActionType.Instantiate &&
      type !== ActionType.Trace &&
      name !== '_RemoveReference' &&
      paths[path]?.ObjectPathType !== PathType.New,
  );
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).byteLength;
}

/** Flags that say that the page is the add-in's only one, and runs its custom functions too. */
const SHARED_RUNTIME = 3;

/** What office.js reads first of all. On a Mac it then asks for the script of its own transport, see `officeFile`. */
export function hostInfo({ locale, platform }: HostSettings, { isDialog }: { readonly isDialog: boolean }): string {
  const flags = isDialog ? 0 : SHARED_RUNTIME;
  return `Excel$${platform === 'mac' ? 'Mac' : 'Win32'}$16.01$${locale}$$${isDialog ? 'isDialog' : ''}$disableLogging$${flags}`;
}

/** What office.js asks for at the start. */
function hostContext({ requirements, locale, pane }: HostSettings): Readonly<Record<string, () => unknown>> {
  const facts = {
    GetAppType: 1,
    GetSolutionRef: 'ita',
    GetAppVersionMajor: 16,
    GetAppVersionMinor: 0,
    GetAppUILocale: locale,
    GetAppDataLocale: locale,
    GetDocUrl: '',
    GetAppCapabilities: 0,
    GetActivationMode: 0,
    GetControlIntegrationLevel: 0,
    GetSolutionToken: '',
    GetInitialDisplayMode: pane === 'open' ? 2 : 1,
    GetSupportedMatrix: JSON.stringify(requirements),
    GetHostFullVersion: '16.0.17928.20000',
  };
  const settings = { Read: () => undefined, Write: () => undefined };
  return {
    ...Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, () => fact])),
    GetSettings: () => settings,
  };
}

/** Colours of the panes of Excel for Windows; office.js takes every value for a colour, and so every `isDarkTheme` for a true one. */
function themeInfo(theme: HostSettings['theme']): string {
  const [background, foreground] = { white: [0xffffff, 0x262626], black: [0x262626, 0xffffff] }[theme];
  return JSON.stringify({
    bodyBackgroundColor: background,
    bodyForegroundColor: foreground,
    controlBackgroundColor: background,
    controlForegroundColor: foreground,
    isDarkTheme: theme === 'black',
  });
}
