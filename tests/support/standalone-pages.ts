import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { issuesOfAgency } from '../../src/domain/programme/assignment.ts';
import { agencyFileName } from '../../src/domain/form/plan/agency-workbook.ts';
import { answer } from './answer.ts';
import { launchChromium } from './chromium.ts';
import { district, districtPlan } from './plans-2565.ts';
import { programme } from './report-2565.ts';
import { serveFolder } from './serve-folder.ts';

/** An agency's workbook as a file, with answers of which three can be fixed. */
export interface AgencyFile {
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Writes the workbook of `district` into a folder. */
async function writeAgencyFile(folder: string): Promise<AgencyFile> {
  const codec = createXlsxCodec();
  const blank = await codec.encode(districtPlan);
  const measures = issuesOfAgency(programme, district.code).flatMap((issue) => issue.measures);
  const ofSecond = measures.find(({ key }) => key.startsWith('2.'))!.key;
  const status = 'ดำเนินการแล้ว';
  const bytes = await answer(codec, blank, {
    '1.1.1': { status, result: 'เเจ้งเวียนแล้ว 25 คน' },
    '1.1.2': { status, result: 'ดูที่ http://๒๐๓.๑๔๘.๒๕๐.๑๗๘/a' },
    [ofSecond]: { status, result: 'รวม 30 คน' },
  });
  const name = agencyFileName(programme, district);
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  return { name, path: file, bytes };
}

/** The built page without Excel in Chromium; `npm run build` makes it, and `npm test` does so first. */
export interface StandalonePages {
  readonly browser: Browser;
  /** A folder for files of a person, which is gone afterwards. */
  readonly folder: string;
  /** In that folder. */
  readonly file: AgencyFile;
  /** The page when it has looked around, in a window of its own that is 320 px wide unless told otherwise. */
  open(look?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

const wrongs = new WeakMap<Page, string[]>();

/** What went wrong in a page: errors, also those that it wrote or that the policy stopped, and whatever it asked of another site. */
export function wrongsOf(page: Page): readonly string[] {
  return wrongs.get(page) ?? [];
}

/** Serves the built pages and starts a browser for them. */
export async function startStandalone(): Promise<StandalonePages> {
  const [browser, served, folder] = await Promise.all([
    launchChromium(),
    serveFolder(path.resolve('dist/addin')),
    mkdtemp(path.join(tmpdir(), 'ita-standalone-')),
  ]);
  const file = await writeAgencyFile(folder);
  return {
    browser,
    folder,
    file,
    open: async (look) => {
      // A click at something that still moves into place goes astray, so nothing moves.
      const usual = { locale: 'th-TH', viewport: { width: 320, height: 700 }, reducedMotion: 'reduce' } as const;
      const context = await browser.newContext({ ...usual, ...look });
      const found: string[] = [];
      context.on('weberror', (error) => found.push(String(error.error())));
      context.on('console', (message) => (message.type() === 'error' ? found.push(message.text()) : undefined));
      context.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(served.base) && !url.startsWith('blob:') && !url.startsWith('data:')) found.push(url);
      });
      await context.route(/^https:/, (route) => route.abort());
      const page = await context.newPage();
      wrongs.set(page, found);
      await page.goto(`${served.base}standalone.html`);
      await page.locator('[aria-busy=false]').waitFor({ state: 'attached' });
      return page;
    },
    close: async () => {
      await browser.close();
      served.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Opens a file by the dialog, and waits until it was read. */
export async function openFile(
  page: Page,
  file: string,
  header: string | RegExp = `สมุดงานของ${district.name}`,
): Promise<void> {
  await page
    .getByLabel(/^(เปิดสมุดงาน(อื่น)?|Open (a|another) workbook)$/)
    .and(page.locator('input'))
    .setInputFiles(file);
  await page.locator('.open').getByText(header).waitFor();
}

/** What is handed over when something is done. */
export async function delivered(
  page: Page,
  act: () => Promise<unknown>,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const downloading = page.waitForEvent('download');
  await act();
  const download = await downloading;
  return { name: download.suggestedFilename(), bytes: new Uint8Array(await readFile(await download.path())) };
}

/** Drops files or folders of this computer on the middle of an element, as a person does it with the mouse. */
export async function dropOn(
  page: Page,
  target: Locator,
  files: readonly string[],
  /** What happens while they are still held over it. */
  meanwhile?: () => Promise<unknown>,
): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  const box = (await target.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  const devTools = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver'] as const) {
    await devTools.send('Input.dispatchDragEvent', { type, x, y, data });
  }
  await meanwhile?.();
  await devTools.send('Input.dispatchDragEvent', { type: 'drop', x, y, data });
  await devTools.detach();
}
