import { decodeWorkbook } from '../../../src/adapters/xlsx/decode.ts';
import { readOptions } from '../../../src/adapters/xlsx/options.ts';
import { contentOfHostWorkbook, hostWorkbookOfContent } from './host-workbooks.ts';
import { FLOOR, hostOf } from './host.ts';
import { Person } from './person.ts';

/**
 * The emulated Excel as a script for a browser, to run before anything else in the page: office.js then finds it as
 * `window.external`. The test leaves the file that is open as `excelFile`, in base64, and talks to the workbook through `excelHost`.
 */
const { excelFile } = globalThis as unknown as { readonly excelFile: string };
const bytes = Uint8Array.from(atob(excelFile), (letter) => letter.charCodeAt(0));
const host = hostOf(hostWorkbookOfContent(decodeWorkbook(bytes, readOptions({}))), FLOOR);

/** What a test can see and do from outside of the page; all of it in values that can be copied. */
const excelHost = {
  syncs: (): number => host.syncs,
  opened: (): readonly (readonly number[])[] => host.workbook.opened.map((file) => [...file]),
  content: (): unknown => ({
    ...contentOfHostWorkbook(host.workbook),
    properties: Object.fromEntries(host.workbook.properties),
  }),
  set: (switches: Partial<typeof host.workbook.switches>): void => void Object.assign(host.workbook.switches, switches),
  select: (sheet: string, addresses: readonly string[]): void => host.select(sheet, addresses),
  type: (who: 'Local' | 'Remote', sheet: string, row: number, column: number, text: string): void =>
    new Person(host.workbook, who).write(sheet, row, column, text),
};

export type ExcelHostInPage = typeof excelHost;

// `external` of a browser can only be defined anew.
Object.defineProperty(window, 'external', { value: host.external, configurable: true });
Object.assign(globalThis, { excelHost });
