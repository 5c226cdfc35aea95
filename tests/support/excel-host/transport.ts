import { parseAddress } from './addresses.ts';
import { Executor } from './executor.ts';
import type { ClientHandler } from './events.ts';
import type { HostWorkbook } from './model.ts';
import { internalService, workbookObject, type WorkbookServices } from './workbook-members.ts';
import type { WireBatch } from './wire.ts';

/** Request numbers and answers as office.js's transport for Windows has them (`window.external`). */
const EXECUTE_RICH_API = 93;
const BODY = 4;
const OK = 0;
const CELL_EDIT = 5004;
const REQUEST_TOO_LARGE = 5103;
const RESPONSE_TOO_LARGE = 5104;
/** The result that office.js takes for a failure without a reason. */
const NOT_SUPPORTED = 5000;

/** Where the host runs: what the add-in can ask before it talks to the workbook. */
export interface HostSettings {
  /** Requirement sets, such as `{ExcelApi: '1.13'}`. */
  readonly requirements: Readonly<Record<string, string>>;
  readonly locale: 'th-TH' | 'en-US';
}

type Reply = (response: { readonly toArray: () => readonly unknown[] }) => void;

/** What office.js finds as `window.external` in Excel for Windows. */
export interface External {
  GetHostInfo(): string;
  GetContext(): Readonly<Record<string, () => unknown>>;
  Execute(id: number, params: readonly (readonly unknown[])[], reply: Reply): void;
  RegisterEvent(id: number, target: string, handler: ClientHandler, reply: Reply): void;
  UnregisterEvent(id: number, target: string, reply: Reply): void;
}

/** The emulated Excel: a workbook behind the interface that office.js talks to, and a count of what was asked of it. */
export class ExcelHost {
  readonly workbook: HostWorkbook;
  readonly external: External;
  /** Round trips that did work; those by which office.js only gives references back do not count. */
  syncs = 0;
  /** Batches as they came in, newest last. */
  readonly batches: WireBatch[] = [];
  readonly #executor: Executor;

  constructor(workbook: HostWorkbook, services: WorkbookServices, settings: HostSettings) {
    this.workbook = workbook;
    this.#executor = new Executor(workbookObject({ workbook, services }), internalService(undefined));
    this.external = {
      GetHostInfo: () => `Excel$Win32$16.01$${settings.locale}$$$disableLogging$0`,
      GetContext: () => context(settings),
      Execute: (id, params, reply) => this.#execute(id, params, reply),
      RegisterEvent: (id, _target, handler, reply) => {
        workbook.events.connect(id, handler);
        reply({ toArray: () => [0] });
      },
      UnregisterEvent: (_id, _target, reply) => reply({ toArray: () => [0] }),
    };
  }

  /** Selects ranges of a sheet by their addresses, as a person does; without any, a chart that lies on it. */
  select(sheet: string, addresses: readonly string[]): void {
    this.workbook.selection = { sheet: this.workbook.sheet(sheet), ranges: addresses.map(parseAddress) };
  }

  /** References that the client has not given back. */
  get referenceCount(): number {
    return this.#executor.referenceCount;
  }

  #execute(id: number, params: readonly (readonly unknown[])[], reply: Reply): void {
    const response = id === EXECUTE_RICH_API ? this.#answer(String(params[0]?.[BODY])) : [NOT_SUPPORTED];
    if (response !== undefined) reply({ toArray: () => response });
  }

  /** The answer to a batch; undefined where none will ever come. */
  #answer(body: string): readonly unknown[] | undefined {
    const batch = JSON.parse(body) as WireBatch;
    const { cellEdit, hang, payloadLimit } = this.workbook.switches;
    if (!isWork(batch)) return [OK, [200, [], JSON.stringify(this.#executor.execute(batch))]];
    this.syncs += 1;
    this.batches.push(batch);
    if (hang) return undefined;
    if (cellEdit) return [CELL_EDIT];
    if (utf8Length(body) > payloadLimit) return [REQUEST_TOO_LARGE];
    const text = JSON.stringify(this.#executor.execute(batch));
    return utf8Length(text) > payloadLimit ? [RESPONSE_TOO_LARGE] : [OK, [200, [], text]];
  }
}

/** Whether a batch does more than to give references back or to greet. */
function isWork({ Actions: actions }: WireBatch): boolean {
  const idle = new Set(['_RemoveReference', 'NotifyActionHandlerReady']);
  return actions.some(({ ActionType: type, Name: name }) => type !== 1 && !idle.has(name));
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).byteLength;
}

function context({ requirements, locale }: HostSettings): Readonly<Record<string, () => unknown>> {
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
    GetSupportedMatrix: JSON.stringify(requirements),
    GetHostFullVersion: '16.0.17928.20000',
  };
  const settings = { Read: () => undefined, Write: () => undefined };
  return {
    ...Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, () => fact])),
    GetSettings: () => settings,
  };
}
