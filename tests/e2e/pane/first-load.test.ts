import { rm } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { planAgencyWorkbook } from '../../../src/domain/form/plan/agency-workbook.ts';
import { sourcesOf } from '../../support/built-files.ts';
import { startBuiltPane, type BuiltPane } from '../../support/built-pane.ts';
import { folderOfWorkbooks } from '../../support/chosen-files.ts';
import { watchFirstLoad } from '../../support/first-load.ts';
import { created } from '../../support/plans-2565.ts';
import { programme, roster } from '../../support/report-2565.ts';

const plan = planAgencyWorkbook(programme, roster.agencies[0]!, { created });

let built: BuiltPane;
let folder: string;
let file: Uint8Array;
beforeAll(async () => {
  [built, folder, file] = await Promise.all([
    startBuiltPane(),
    folderOfWorkbooks(roster.agencies.slice(0, 5)),
    createXlsxCodec().encode(plan),
  ]);
});
afterAll(async () => {
  await built.close();
  await rm(folder, { recursive: true, force: true });
});

/** Source files of everything that a page has loaded so far. */
async function loadedBy(page: Page): Promise<readonly string[]> {
  const names = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  return sourcesOf(
    scriptsAmong(names.flatMap((name) => (name.startsWith(built.base) ? name.slice(built.base.length) : []))),
  );
}

const scriptsAmong = (files: readonly string[]): readonly string[] => files.filter((name) => name.endsWith('.js'));

/** What the first moment has no use for. */
const HEAVY = {
  'talking to Excel': /^src\/adapters\/excel\//,
  'the codec': /^src\/adapters\/xlsx\//,
  workers: /^src\/adapters\/(web-)?workers\//,
  'the year and its agencies': /^src\/domain\/programme\//,
  // The first words hold numbers, which are shown in Thai digits.
  workbooks: /^src\/domain\/(checks|conversion|form|master|spreadsheet|submissions|text)\/(?!(?:digits|memoize)\.ts)/,
  'the session and its jobs': /^src\/addin\/session\/(session\.ts|jobs\/)/,
  'the view of the report': /^src\/addin\/pane\/components\/master\//,
  'the other views': /^src\/addin\/pane\/components\/(agency|changes|digits|make|settings)\//,
} as const;

/** What only those have a use for who sign in, at the first time that they do. */
const SIGNING_IN = /^src\/adapters\/msal-browser\//;

/** What only those have a use for who make or read a document for Word. */
const DOCUMENTS = /^src\/(adapters\/docx|domain\/printed-report)\//;

describe('the first load of the pane', () => {
  it('holds the ways to everything and nothing of it', async () => {
    const page = await built.open(file);
    const firstLoad = await watchFirstLoad(page);
    await page.reload();
    const { files } = await firstLoad();
    expect(files).toEqual(expect.arrayContaining(['taskpane.html', 'page.css', 'taskpane.js']));
    const sources = await sourcesOf(scriptsAmong(files));
    expect(sources).toEqual(
      expect.arrayContaining(['src/addin/pane/App.tsx', 'src/addin/pane/components/OtherWork.tsx']),
    );
    for (const heavy of [...Object.values(HEAVY), SIGNING_IN, DOCUMENTS])
      expect(sources.filter((source) => heavy.test(source))).toEqual([]);
  });

  it('is followed by what is needed when it is needed', async () => {
    const page = await built.open(file);
    const has = async (heavy: keyof typeof HEAVY): Promise<boolean> =>
      (await loadedBy(page)).some((source) => HEAVY[heavy].test(source));
    await page.getByText('สิ่งที่พบ').first().waitFor();
    expect(await has('talking to Excel')).toBe(true);
    expect(await has('the view of the report')).toBe(false);
    // The way to the codec is there, and the codec is not.
    expect(await loadedBy(page)).not.toContain('src/adapters/xlsx/read/decode.ts');
    expect(page.workers()).toEqual([]);
    await page.getByRole('button', { name: 'รวบรวมรายงาน' }).click();
    const worker = page.waitForEvent('worker');
    await page.getByLabel('เลือกทั้งโฟลเดอร์', { exact: true }).setInputFiles(folder);
    const program = new URL((await worker).url()).pathname.slice(1);
    await page.getByText(/^ได้รับคำตอบแล้ว ๕ จาก ๗๗ หน่วยงาน$/).waitFor();
    expect(await sourcesOf([program])).toContain('src/addin/pane/read-worker.ts');
    for (const heavy of Object.keys(HEAVY) as (keyof typeof HEAVY)[])
      expect([heavy, await has(heavy)]).toEqual([heavy, true]);
    const unneeded = [SIGNING_IN, DOCUMENTS];
    expect((await loadedBy(page)).filter((source) => unneeded.some((each) => each.test(source)))).toEqual([]);
  });
});
