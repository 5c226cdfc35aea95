import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { planAgencyWorkbook } from '../../src/domain/form/plan/agency-workbook.ts';
import { launchChromium } from '../support/chromium.ts';
import { openExcelPage } from '../support/excel-host/excel-page.ts';
import { watchFirstLoad, type FirstLoad } from '../support/first-load.ts';
import { serveFolder } from '../support/serve-folder.ts';
import { SMALL_PROGRAMME, smallAgency } from '../support/small-programme.ts';
import { median, type Effort } from './race.ts';
import { figure, type Aim, type Result } from './result.ts';

/** Folders of the panes, and the script of the emulated Excel; they are built together with this program. */
const OURS = 'dist/addin';
const EMPTY = 'dist/empty-pane';
const HOST = 'dist/excel-host.js';

/** What the pane loads and how long it takes until there is a control to use, beside a pane that does nothing yet. */
export async function benchPane(effort: Effort): Promise<Result> {
  const plan = planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('02'), { created: '2027-04-01T00:00:00.000Z' });
  const file = await createXlsxCodec().encode(plan);
  const browser = await launchChromium();
  try {
    const openings = new Map([OURS, EMPTY].map((folder) => [folder, [] as FirstLoad[]]));
    // In turns, so that a busy spell of the machine falls on both.
    for (let round = 0; round < 3 * effort.rounds; round += 1) {
      for (const [folder, done] of openings) done.push(await open(browser, folder, file));
    }
    const [ours, empty] = [...openings].map(([folder, done]) => ({
      sizes: sizesOf(folder, done[0]?.files ?? []),
      ms: median(done.map(({ ms }) => ms)),
    })) as [Measured, Measured];
    const ratio = (name: string, of: (pane: Measured) => number, more: Pick<Aim, 'limit' | 'isFirm'>): Aim => ({
      name: `${name}, of an empty pane’s`,
      value: of(ours) / of(empty),
      kind: 'at-most',
      unit: '×',
      ...more,
    });
    return {
      title: 'Open the pane',
      note:
        'Beside an empty pane of React and Fluent, built in the same way and shown on the same page in the same fonts. In Chromium ' +
        `${browser.version()} with empty caches, beside the emulated Excel; office.js is not counted, but waited for. Medians.`,
      tables: [
        {
          title: 'The first load: what was asked for until there was a control (KB of gzip -9)',
          head: ['', 'the pane', 'an empty pane'],
          rows: [
            ...KINDS.map(([name, kind]) => [name, kb(sum(ours.sizes, kind)), kb(sum(empty.sizes, kind))]),
            ['all', kb(sum(ours.sizes)), kb(sum(empty.sizes))],
          ],
        },
        {
          title: 'Until there was a control',
          head: ['', 'the pane', 'an empty pane'],
          rows: [['ms', figure(ours.ms), figure(empty.ms)]],
        },
      ],
      charts: [],
      aims: [
        ratio('size of the first load', ({ sizes }) => sum(sizes), { limit: 1.3, isFirm: true }),
        ratio('the same without fonts', ({ sizes }) => sum(sizes) - sum(sizes, FONT), { limit: 1.3, isFirm: true }),
        ratio('time to the first control', ({ ms }) => ms, { limit: 1.5 }),
      ],
    };
  } finally {
    await browser.close();
  }
}

interface Measured {
  /** Bytes by file. */
  readonly sizes: ReadonlyMap<string, number>;
  readonly ms: number;
}

const FONT = '.woff2';
const KINDS = [
  ['html', '.html'],
  ['css', '.css'],
  ['js', '.js'],
  ['fonts', FONT],
] as const;

/** Opens a pane that nobody has opened before. */
async function open(browser: Browser, folder: string, file: Uint8Array): Promise<FirstLoad> {
  const served = await serveFolder(path.resolve(folder));
  const page = await openExcelPage(browser, HOST, file);
  try {
    const firstLoad = await watchFirstLoad(page);
    await page.goto(`${served.base}taskpane.html`);
    return await firstLoad();
  } finally {
    await page.context().close();
    served.close();
  }
}

function sizesOf(folder: string, files: readonly string[]): ReadonlyMap<string, number> {
  return new Map(files.map((name) => [name, gzipSync(readFileSync(path.join(folder, name)), { level: 9 }).length]));
}

/** Bytes of all files, or of those whose names end in this way. */
function sum(sizes: ReadonlyMap<string, number>, ending = ''): number {
  return [...sizes].reduce((bytes, [name, size]) => bytes + (name.endsWith(ending) ? size : 0), 0);
}

function kb(bytes: number): string {
  return (bytes / 1024).toFixed(1);
}
