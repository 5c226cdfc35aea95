import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { WorkbookContent } from '../../src/domain/spreadsheet/content.ts';
import { buildScript } from './build-script.ts';
import { launchChromium } from './chromium.ts';
import { openExcelPage } from './excel-host/excel-page.ts';
import type { ExcelHostInPage } from './excel-host/in-page.ts';
import { serveFolder } from './serve-folder.ts';

/** The built add-in in Chromium, as Excel shows it; `npm run build` makes it, and `npm test` does so first. */
export interface BuiltPane {
  readonly browser: Browser;
  /** Address of the folder of the add-in. */
  readonly base: string;
  /** The pane beside a workbook, as narrow as Excel makes it. What goes wrong in any page of it is in `errorsOf`. */
  open(file: Uint8Array, settings?: HostSettings): Promise<Page>;
  /** The same over a slow line: the page's script comes so many milliseconds late, and nothing is waited for. */
  openSlowly(file: Uint8Array, milliseconds: number, settings?: HostSettings): Promise<Page>;
  close(): Promise<void>;
}

type HostSettings = Parameters<typeof openExcelPage>[3];

/** What a test can do in the page of the pane as Excel or a person beside it. */
export interface PaneGlobals {
  readonly excelHost: ExcelHostInPage;
}

const errors = new WeakMap<Page, string[]>();

/** What went wrong in a pane and its windows: errors that nobody caught, and what the policy stopped. */
export function errorsOf(page: Page): readonly string[] {
  return errors.get(page) ?? [];
}

/** Notes from now on what goes wrong in a page and its windows, for {@link errorsOf}. */
export function watchErrors(page: Page): void {
  const found: string[] = [];
  errors.set(page, found);
  page.context().on('weberror', (error) => found.push(String(error.error())));
  page.context().on('console', (message) => {
    if (message.text().includes('Content Security Policy')) found.push(message.text());
  });
}

/** Serves the built add-in and starts a browser for it. */
export async function startBuiltPane(): Promise<BuiltPane> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ita-built-pane-'));
  const hostScript = await buildScript('tests/support/excel-host/in-page.ts', folder, 'host.js');
  const [browser, served] = await Promise.all([launchChromium(), serveFolder(path.resolve('dist/addin'))]);
  const prepare = async (file: Uint8Array, settings?: HostSettings): Promise<Page> => {
    const page = await openExcelPage(browser, hostScript, file, settings);
    watchErrors(page);
    await page.setViewportSize({ width: 320, height: 700 });
    return page;
  };
  return {
    browser,
    base: served.base,
    open: async (file, settings) => {
      const page = await prepare(file, settings);
      await page.goto(`${served.base}taskpane.html`);
      return page;
    },
    openSlowly: async (file, milliseconds, settings) => {
      const page = await prepare(file, settings);
      await page.route('**/taskpane.js', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, milliseconds));
        await route.continue();
      });
      await page.goto(`${served.base}taskpane.html`, { waitUntil: 'commit' });
      return page;
    },
    close: async () => {
      await browser.close();
      served.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Does something in the page of the pane, as Excel or a person beside it. */
export function inHost<Argument, Result>(
  page: Page,
  work: (host: ExcelHostInPage, argument: Argument) => Result,
  argument: Argument,
): Promise<Awaited<Result>> {
  const body = `(argument) => (${work.toString()})(globalThis.excelHost, argument)`;
  return page.evaluate<Awaited<Result>>(`(${body})(${JSON.stringify(argument)})`);
}

/** What the workbook beside the pane holds now. */
export async function contentIn(page: Page): Promise<WorkbookContent> {
  const content = await inHost(page, (host) => host.content(), undefined);
  const { properties, ...rest } = content as WorkbookContent & {
    readonly properties: Readonly<Record<string, string>>;
  };
  return { ...rest, properties: new Map(Object.entries(properties)) };
}

/** The text of a cell of the workbook beside the pane, where it has one. */
export async function textAt(page: Page, sheet: string, row: number, column: number): Promise<string | undefined> {
  const cells = (await contentIn(page)).sheets.find(({ name }) => name === sheet)?.cells;
  return cells?.find((cell) => cell.row === row && cell.column === column)?.text;
}

/** Waits until a cell is selected in Excel. */
export async function untilSelected(page: Page, sheet: string, cell: string): Promise<void> {
  await page.waitForFunction(
    async (address) =>
      Excel.run(async (context) => {
        const range = context.workbook.getSelectedRanges().load('address');
        await context.sync();
        return range.address === address;
      }),
    `'${sheet}'!${cell}`,
  );
}

/** Something that closes the page it is done in, perhaps before the browser has told the test that it is done. */
export async function closing(page: Page, act: Promise<void>): Promise<void> {
  const closed = page.isClosed() ? Promise.resolve(page) : page.waitForEvent('close');
  await act.catch(() => closed);
  await closed;
}
