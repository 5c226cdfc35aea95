import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { planAgencyWorkbook } from '../../../src/domain/form/plan/agency-workbook.ts';
import { CURRENT_FORM } from '../../../src/domain/form/wordings/wordings.ts';
import type { CellPatch, WorkbookContent } from '../../../src/domain/spreadsheet/content.ts';
import { launchChromium } from '../../support/chromium.ts';
import { buildScript } from '../../support/build-script.ts';
import { openExcelPage } from '../../support/excel-host/excel-page.ts';
import type { ExcelHostInPage } from '../../support/excel-host/in-page.ts';
import { SMALL_PROGRAMME, smallAgency } from '../../support/small-programme.ts';
import type { Found } from './page.ts';

const plan = planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('02'), { created: '2027-04-01T00:00:00.000Z' });
const [, sheet] = plan.sheets.map(({ name }) => name) as [string, string];
const HTML = `<!doctype html><meta charset="utf-8"><title>ITA</title>
<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script><script src="page.js"></script>`;

let folder: string;
let server: Server;
let browser: Browser;
let page: Page;
const pageErrors: Error[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ita-excel-page-'));
  const hostScript = await buildScript('tests/support/excel-host/in-page.ts', folder, 'host.js');
  const script = await readFile(await buildScript('tests/e2e/excel/page.ts', folder, 'page.js'));
  server = createServer(({ url }, response) => {
    if (url === '/page.js') response.setHeader('Content-Type', 'text/javascript').end(script);
    else response.setHeader('Content-Type', 'text/html').end(HTML);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await launchChromium();
  page = await openExcelPage(browser, hostScript, await createXlsxCodec().encode(plan));
  page.on('pageerror', (error) => pageErrors.push(error));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});

afterAll(async () => {
  await browser.close();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

interface PageGlobals {
  readonly excelHost: ExcelHostInPage;
  readonly CustomFunctions: { readonly associate: (id: string, run: (text: string) => string) => void };
  readonly work: (patches: readonly CellPatch[]) => Promise<Found>;
}

describe('a page beside a workbook in Excel', () => {
  it('knows what is open, reads it and writes into it through the real office.js', async () => {
    const patches = [{ sheet, row: 5, column: 5, text: '- จัดอบรม ๑ ครั้ง' }];
    const found = await page.evaluate(
      (given) => (globalThis as unknown as PageGlobals).work(given),
      patches as readonly CellPatch[],
    );
    expect(pageErrors).toEqual([]);
    expect(found.identity).toEqual({
      kind: 'agency',
      workbook: { programme: 'wiang-2570', version: '3', form: String(CURRENT_FORM.version), agency: '02' },
    });
    expect(found.sheets.map(({ name }) => name)).toEqual(plan.sheets.map(({ name }) => name));
    const [syncs, content] = await page.evaluate(() => {
      const { excelHost } = globalThis as unknown as PageGlobals;
      return [excelHost.syncs(), excelHost.content() as Pick<WorkbookContent, 'sheets'>] as const;
    });
    const [identifying, reading, writingBlank] = [1, 2, 2];
    expect(syncs).toBe(identifying + reading + writingBlank);
    const cells = content.sheets.find(({ name }) => name === sheet)!.cells;
    expect(cells.find(({ row, column }) => row === 5 && column === 5)).toMatchObject({ text: patches[0]!.text });
  });

  it('runs the commands of the ribbon and the functions of formulas, and hears of the selection and the pane', async () => {
    const found = await page.evaluate(async (name) => {
      const { excelHost, CustomFunctions } = globalThis as unknown as PageGlobals;
      CustomFunctions.associate('DOUBLE', (text) => `${text}${text}`);
      Office.actions.associate('hidePane', (event: Office.AddinCommands.Event) => {
        void Office.addin.hide().then(() => event.completed());
      });
      excelHost.select(name, ['B2:C3', 'F:F']);
      const selected = await Excel.run(async (context) => {
        const ranges = context.workbook.getSelectedRanges().load('address');
        await context.sync();
        return ranges.address;
      });
      const wasOpen = excelHost.isPaneOpen();
      await excelHost.press('hidePane');
      const open = [wasOpen, excelHost.isPaneOpen()];
      return { selected, open, doubled: await excelHost.call('DOUBLE', ['ก']) };
    }, sheet);
    const quoted = `'${sheet}'`;
    expect(found).toEqual({
      selected: `${quoted}!B2:C3,${quoted}!F:F`,
      open: [true, false],
      doubled: { value: 'กก' },
    });
  });
});
