import { decodeWorkbook } from '../../../src/adapters/xlsx/read/decode.ts';
import { readOptions } from '../../../src/adapters/xlsx/options.ts';
import type { DialogRequest, DialogWindow } from './dialogs.ts';
import type { FunctionResult } from './functions.ts';
import { contentOfHostWorkbook, hostWorkbookOfContent } from './host-workbooks.ts';
import { FLOOR, hostOf } from './host.ts';
import { Person } from './person.ts';
import { hostInfo, type ExcelHost, type HostSettings } from './transport.ts';

/**
 * The emulated Excel as a script for a browser, to run before anything else in a page: office.js then finds it as
 * `window.external`. The test leaves the file that is open as `excelFile`, in base64, and what else is to be known of Excel as
 * `excelSettings`, and talks to the workbook through `excelHost`. A dialog is a window of its own, which talks to that of the add-in.
 */
const { excelFile, excelSettings } = globalThis as unknown as {
  readonly excelFile: string;
  readonly excelSettings: Partial<HostSettings>;
};
const settings = { ...FLOOR, ...excelSettings };

/** By this name a window knows that it is a dialog. */
const DIALOG = 'excel-dialog';

const openWindow = (url: string): DialogWindow => {
  const opened = window.open(url, DIALOG, 'popup,width=420,height=420');
  const looking = setInterval(() => {
    if (opened?.closed !== true) return;
    clearInterval(looking);
    host.dialogs.dismiss();
  }, 20);
  const close = (): void => {
    clearInterval(looking);
    opened?.close();
  };
  return { close };
};

const bytes = Uint8Array.from(atob(excelFile), (letter) => letter.charCodeAt(0));
const host: ExcelHost = hostOf(hostWorkbookOfContent(decodeWorkbook(bytes, readOptions({}))), {
  ...settings,
  openWindow,
});

/** What a test can see and do from outside of the page; all of it in values that can be copied. */
const excelHost = {
  syncs: (): number => host.syncs,
  opened: (): readonly (readonly number[])[] => host.workbook.opened.map((file) => [...file]),
  content: (): unknown => ({
    ...contentOfHostWorkbook(host.workbook),
    properties: Object.fromEntries(host.workbook.properties),
  }),
  setTheme: (theme: HostSettings['theme']): void => void (host.theme = theme),
  set: (switches: Partial<typeof host.workbook.switches>): void => void Object.assign(host.workbook.switches, switches),
  select: (sheet: string, addresses: readonly string[]): void => host.select(sheet, addresses),
  type: (who: 'Local' | 'Remote', sheet: string, row: number, column: number, text: string): void =>
    new Person(host.workbook, who).write(sheet, row, column, text),
  /** What a person does who chooses a font for a cell; Excel tells nobody. */
  setFont: (sheet: string, row: number, column: number, font: string): void =>
    host.workbook.sheet(sheet).put(row, column, { font }),
  press: (command: string): Promise<void> => host.press(command),
  pressKeys: (command: string): void => host.pressKeys(command),
  isPaneOpen: (): boolean => host.pane.isOpen,
  setPane: (isOpen: boolean): void => void (host.pane.isOpen = isOpen),
  /** Dialogs that were opened, newest last; each is a page of the same browser context. */
  dialogs: (): readonly DialogRequest[] => host.dialogs.shown,
  /** What a dialog's page says, which comes from there. */
  say: (message: string): void => host.dialogs.say(message),
  call: (name: string, args: readonly unknown[]): Promise<FunctionResult> => host.functions.call(name, args),
};

export type ExcelHostInPage = typeof excelHost;

/** What office.js finds in the window of a dialog: from there it can tell the add-in something. */
const dialogExternal = {
  ...host.external,
  GetHostInfo: () => hostInfo(settings, { isDialog: true }),
  MessageParent2: (json: string) => {
    const { messageToParent } = JSON.parse(json) as { readonly messageToParent: string };
    (window.opener as { readonly excelHost: ExcelHostInPage }).excelHost.say(messageToParent);
  },
};

// `external` of a browser can only be defined anew.
const external = window.name === DIALOG ? dialogExternal : host.external;
Object.defineProperty(window, 'external', { value: external, configurable: true });
Object.assign(globalThis, { excelHost });
