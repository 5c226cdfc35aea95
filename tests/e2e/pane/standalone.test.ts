import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { agencyFileName, planAgencyWorkbook } from '../../../src/domain/workbook/agency-workbook.ts';
import { answer } from '../../support/answer.ts';
import { accessibilityFindings } from '../../support/axe.ts';
import { launchChromium } from '../../support/chromium.ts';
import { folderOfWorkbooks } from '../../support/chosen-files.ts';
import { programme, roster } from '../../support/report-2565.ts';
import { serveFolder } from '../../support/serve-folder.ts';

const codec = createXlsxCodec();
const agency = roster.agencies.find(({ code }) => code === '5019')!;

let browser: Browser;
let served: Awaited<ReturnType<typeof serveFolder>>;
let folder: string;
let received: string;
let file: string;
let bytes: Uint8Array;

beforeAll(async () => {
  [browser, served] = await Promise.all([launchChromium(), serveFolder(path.resolve('dist/addin'))]);
  folder = await mkdtemp(path.join(tmpdir(), 'ita-standalone-'));
  received = await folderOfWorkbooks(roster.agencies.slice(0, 3));
  const blank = await codec.encode(planAgencyWorkbook(programme, agency, { created: '2022-04-01T00:00:00.000Z' }));
  bytes = await answer(codec, blank, { '1.1.1': { result: 'จัดอบรม 25 คน' } });
  file = path.join(folder, agencyFileName(programme, agency));
  await writeFile(file, bytes);
});
afterAll(async () => {
  await browser.close();
  served.close();
  await Promise.all([folder, received].map((each) => rm(each, { recursive: true, force: true })));
});

/** The page on its own: nothing outside is reached, and what goes wrong is kept. */
async function openPage(): Promise<{ readonly page: Page; readonly errors: readonly string[] }> {
  const context = await browser.newContext({ locale: 'th-TH', viewport: { width: 320, height: 700 } });
  const errors: string[] = [];
  context.on('weberror', (error) => errors.push(String(error.error())));
  context.on('console', (message) => (message.type() === 'error' ? errors.push(message.text()) : undefined));
  const page = await context.newPage();
  await page.route(/^https:/, (route) => route.abort());
  page.on('request', (request) => (request.url().startsWith('https:') ? errors.push(request.url()) : undefined));
  await page.goto(`${served.base}standalone.html`);
  await page.getByText('ยังไม่ได้เปิดสมุดงาน').waitFor();
  return { page, errors };
}

const button = (page: Page, name: string | RegExp): ReturnType<Page['getByRole']> => page.getByRole('button', { name });

describe('the pane without Excel', () => {
  it('opens a file, changes digits in it and saves a copy in which nothing else differs', async () => {
    const { page, errors } = await openPage();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByLabel('เปิดสมุดงาน', { exact: true }).setInputFiles(file);
    await page.getByText(`สมุดงานของ${agency.name}`).waitFor();
    await button(page, 'แปลงตัวเลข').click();
    await button(page, 'ดูก่อนแปลง').click();
    await button(page, /^แปลง.*ช่อง/).click();
    await button(page, 'เปิดไฟล์อื่น โดยไม่บันทึกการแก้ไข').waitFor();
    expect(await page.getByRole('button', { name: 'เปิดสมุดงานอื่น', exact: true }).count()).toBe(0);
    const downloading = page.waitForEvent('download');
    await button(page, 'บันทึกสำเนาที่แก้ไขแล้ว').click();
    const download = await downloading;
    await page.getByRole('button', { name: 'เปิดสมุดงานอื่น', exact: true }).waitFor();
    expect(download.suggestedFilename()).toBe(agencyFileName(programme, agency).replace('.xlsx', ' (แก้ไขแล้ว).xlsx'));
    const saved = new Uint8Array(await readFile(await download.path()));
    const { sheets } = await codec.decode(saved);
    expect(sheets.flatMap(({ cells }) => cells.map(({ text }) => text))).toContain('จัดอบรม ๒๕ คน');
    const [before, after] = [unzipSync(bytes), unzipSync(saved)];
    const changed = Object.keys(before).filter((name) => !Buffer.from(before[name]!).equals(after[name]!));
    expect(changed).toHaveLength(1);
    expect(changed[0]).toMatch(/^xl\/(?:worksheets\/sheet\d+|sharedStrings)\.xml$/);
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('makes a workbook, and the report of a folder, as files', async () => {
    const { page, errors } = await openPage();
    await button(page, 'สร้างสมุดงาน').click();
    await page.getByLabel(`5019 ${agency.name}`).check();
    const making = page.waitForEvent('download');
    await button(page, 'สร้างสมุดงาน ๑ หน่วยงาน').click();
    expect((await making).suggestedFilename()).toBe(agencyFileName(programme, agency));
    await button(page, 'รวบรวมรายงาน').click();
    await page.getByLabel('เลือกทั้งโฟลเดอร์', { exact: true }).setInputFiles(received);
    await page.getByText('ได้คำตอบจาก ๓ จาก ๗๗ หน่วยงาน', { exact: true }).waitFor();
    const saving = page.waitForEvent('download');
    await button(page, 'บันทึกเป็นรายงานรวม').click();
    const master = new Uint8Array(await readFile(await (await saving).path()));
    const { sheets } = await codec.decode(master);
    expect(sheets).toHaveLength(12);
    expect(errors).toEqual([]);
  });
});
