import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { PageTimers } from './page-timers.ts';
import type { ExcelHost } from './transport.ts';

/** Folder of the unmodified office.js in the npm package, which is for tests only. */
function officeFolder(): string {
  return path.resolve('node_modules/@microsoft/office-js/dist');
}

/**
 * Path of a file of the npm package that office.js asks the CDN for. The scripts for Windows and for Mac have the same library in
 * them and differ in their transport: the emulated host answers that of Windows.
 */
export function officeFile(name: string): string {
  return path.join(officeFolder(), name.replace(/^excel-mac-.*/, 'excel-win32-16.01.js'));
}

const PAGE = 'https://localhost:3000/taskpane.html';
export const CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/';

const timers = new PageTimers();

/** Waits until office.js and those who wait for it have said all that they have to say to each other. */
export function officeIdle(): Promise<void> {
  return timers.idle();
}

/** Closes the pages: half a second after a result of a function office.js looks up again, and must still find itself there. */
export function closePages(): void {
  timers.close();
}

const scripts = new Map<string, vm.Script>();

/**
 * Starts office.js as Excel for Windows does in the task pane's page: afterwards `Office`, `Excel` and `CustomFunctions` are global here
 * and talk to the host. Each start has a fresh page of its own, and the page of an earlier start is left alone.
 */
export async function startOffice(host: ExcelHost): Promise<void> {
  const page = vm.createContext({ ...sharedGlobals(), ...pageStub(), external: host.external });
  const window = vm.runInContext('var window = self = top = parent = globalThis; window', page) as PageWindow;
  const run = (file: string): void => void scriptOf(file).runInContext(page);
  window.document.head.appendChild = (script) => {
    timers.setTimeout(() => {
      run(script.src.slice(CDN.length));
      script.onload?.();
    });
  };
  run('office.js');
  await window.Office.onReady();
  const { Office, Excel, OfficeCore, OfficeExtension, CustomFunctions } = window;
  // Off as shipped: with it the client refuses what is above the requirement sets that the host offers.
  OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
  Object.assign(globalThis, { Office, Excel, OfficeCore, OfficeExtension, CustomFunctions });
}

interface PageScript {
  readonly src: string;
  readonly onload?: () => void;
}

interface PageWindow {
  readonly Office: typeof Office;
  readonly Excel: unknown;
  readonly OfficeCore: unknown;
  readonly CustomFunctions: unknown;
  readonly OfficeExtension: { readonly CommonUtility: { _doApiNotSupportedCheck: boolean } };
  readonly document: { readonly head: { appendChild: (script: PageScript) => void } };
}

function scriptOf(file: string): vm.Script {
  const script = scripts.get(file) ?? new vm.Script(readFileSync(officeFile(file), 'utf8'));
  scripts.set(file, script);
  return script;
}

/** The page shares these with the test, so that arrays and errors are of one kind. */
function sharedGlobals(): Record<string, unknown> {
  return {
    Object,
    Array,
    JSON,
    Promise,
    Error,
    Date,
    Map,
    Set,
    URL,
    console,
    setTimeout: timers.setTimeout,
    clearTimeout: timers.clearTimeout,
    setInterval,
    clearInterval,
    performance,
  };
}

/** As much of a page as office.js asks for. */
function pageStub(): Record<string, unknown> {
  const { protocol, host, hostname, pathname, origin, href } = new URL(PAGE);
  const head = {};
  const own = { src: `${CDN}office.js`, getAttribute: () => null };
  return {
    document: {
      head,
      readyState: 'complete',
      cookie: '',
      getElementsByTagName: (name: string) => ({ script: [own], head: [head] })[name] ?? [],
      createElement: () => ({ setAttribute: () => undefined }),
      addEventListener: () => undefined,
    },
    location: { protocol, host, hostname, pathname, origin, href, hash: '', search: '' },
    history: {},
    status: '',
    navigator: { userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)', language: 'th-TH', platform: 'Win32' },
    sessionStorage: storageStub(),
    localStorage: storageStub(),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  };
}

function storageStub(): unknown {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}
