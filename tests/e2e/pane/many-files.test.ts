import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page, Route } from 'playwright-core';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { issuesOfAgency } from '../../../src/domain/programme/assignment.ts';
import type { Agency } from '../../../src/domain/programme/roster.ts';
import { agencyFileName } from '../../../src/domain/form/plan/agency-workbook.ts';
import type { WorkbookContent } from '../../../src/domain/spreadsheet/content.ts';
import type { Answers } from '../../support/answer.ts';
import { scriptsWith } from '../../support/built-files.ts';
import { contentIn, errorsOf, inHost, startBuiltPane, type BuiltPane } from '../../support/built-pane.ts';
import { folderOfWorkbooks } from '../../support/chosen-files.ts';
import { emptyMaster } from '../../support/plans-2565.ts';
import { programme, roster } from '../../support/report-2565.ts';
import { textsOf } from '../../support/texts-of.ts';

const codec = createXlsxCodec();
const [unlucky, ...others] = roster.agencies as [Agency, ...Agency[]];
const broken = agencyFileName(programme, unlucky);

/** What an agency answers: to its first and to its last measure, each text said by nobody else. */
function answersOf({ code }: Agency): Answers {
  const measures = issuesOfAgency(programme, code).flatMap(({ measures: ofIssue }) => ofIssue.map(({ key }) => key));
  return Object.fromEntries(
    [measures[0]!, measures.at(-1)!].map((key) => [
      key,
      {
        status: 'ดำเนินการแล้ว',
        result: `ผลของ ${code} ข้อ ${key}`,
        evidence: `หลักฐานของ ${code} ข้อ ${key}`,
        note: `หมายเหตุของ ${code} ข้อ ${key}`,
      },
    ]),
  );
}

let built: BuiltPane;
let master: Uint8Array;
let folder: string;
/** The program that the pane's workers run. */
let workerProgram: string;

beforeAll(async () => {
  [built, master, folder, [workerProgram = '']] = await Promise.all([
    startBuiltPane(),
    codec.encode(emptyMaster),
    folderOfWorkbooks(roster.agencies, {}, answersOf),
    scriptsWith('src/addin/pane/read-worker.ts'),
  ]);
  const whole = await readFile(path.join(folder, broken));
  await writeFile(path.join(folder, broken), whole.subarray(0, whole.length / 2));
});
afterAll(async () => {
  await built.close();
  await rm(folder, { recursive: true, force: true });
});

/** The pane beside an open report without answers. */
async function openMaster(): Promise<Page> {
  const page = await built.open(master);
  page.setDefaultTimeout(30_000);
  await page.getByRole('button', { name: 'เลือกทั้งโฟลเดอร์' }).waitFor();
  return page;
}

const choose = (page: Page): Promise<void> =>
  page.getByLabel('เลือกทั้งโฟลเดอร์', { exact: true }).first().setInputFiles(folder);
const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });
const received = (page: Page): Locator => page.getByText(/^ได้รับคำตอบแล้ว ๗๖ จาก ๗๗ หน่วยงาน$/);

/** Keeps workers from starting to read; what it gives lets them. */
async function holdWorkers(page: Page): Promise<() => Promise<void>> {
  const held: Route[] = [];
  let isHeld = true;
  await page.route(`**/${workerProgram}`, async (route) => {
    if (isHeld) held.push(route);
    else await route.continue();
  });
  return async () => {
    isHeld = false;
    await Promise.all(held.map((route) => route.continue()));
  };
}

/** What was typed into the workbooks that can be read, and is not there. */
function lostIn(content: WorkbookContent): readonly string[] {
  const texts = new Set(textsOf(content));
  const typed = others.flatMap((agency) => Object.values(answersOf(agency)).flatMap((answer) => Object.values(answer)));
  return typed.filter((text) => !texts.has(text));
}

describe('the files of all agencies at once', () => {
  it('have a line each while they are read, and no answer of them is lost in a new report or in the open one', async () => {
    const page = await openMaster();
    const release = await holdWorkers(page);
    const before = await contentIn(page);
    await choose(page);
    await page.getByText('กำลังดำเนินการ ๐/๗๗').waitFor();
    const lines = page.getByRole('main').getByRole('listitem');
    expect(await lines.count()).toBe(77);
    expect(await lines.filter({ hasText: 'รออ่าน' }).count()).toBe(77);
    await release();
    await received(page).waitFor();

    await button(page, /^ไฟล์ที่เลือก ๗๗ ไฟล์/).click();
    const status = (text: string): Promise<number> => lines.filter({ hasText: text }).count();
    expect(await lines.count()).toBe(77);
    expect(await status('รออ่าน')).toBe(0);
    expect(await status('ไม่ได้คำตอบจากไฟล์นี้')).toBe(1);
    expect(await status('อ่านแล้ว')).toBe(76);
    await button(page, /^ไฟล์ที่เลือก/).click();
    await lines.first().waitFor({ state: 'detached' });

    await button(page, 'ยังไม่ได้รับ ๑ หน่วยงาน').click();
    await lines.first().waitFor();
    expect(await lines.allTextContents()).toEqual([`${unlucky.name} (${unlucky.code})`]);
    await button(page, 'ยังไม่ได้รับ ๑ หน่วยงาน').click();

    await button(page, /^ปัญหา/).click();
    await button(page, new RegExp(broken.replace(/[()]/g, '\\$&'))).click();
    await page.getByText(/ไฟล์นี้เสียหาย จึงอ่านไม่ได้ เพราะไฟล์ขาดตอน/).waitFor();
    await page.getByText('โปรดลองเปิดแล้วบันทึกใหม่ใน Excel หากเปิดไม่ได้ โปรดขอไฟล์ใหม่จากหน่วยงาน').waitFor();
    await button(page, 'เทียบกับรายงานรวมที่เปิดอยู่').click();
    await page.getByText('ยังไม่มีในรายงาน ๗๖ หน่วยงาน').waitFor();
    expect(await contentIn(page)).toEqual(before);

    await button(page, 'เปิดเป็นสมุดงานใหม่').click();
    await page.getByText('เปิดรายงานรวมในหน้าต่างใหม่แล้ว').waitFor();
    const [opened] = await inHost(page, (host) => host.opened(), undefined);
    expect(lostIn(await codec.decode(Uint8Array.from(opened!)))).toEqual([]);
    expect(await contentIn(page)).toEqual(before);

    await button(page, 'เลือกไฟล์ใหม่').click();
    await choose(page);
    await received(page).waitFor();
    await button(page, 'วางแทนที่ในสมุดงานนี้ …').click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'วางแทนที่ในสมุดงานนี้', exact: true }).click();
    await page.getByText('วางรายงานรวมในสมุดงานนี้แล้ว ๑๗ แผ่น').waitFor();
    expect(lostIn(await contentIn(page))).toEqual([]);
    expect(errorsOf(page)).toEqual([]);
  });
});

describe('reading that is stopped', () => {
  it.each([
    ['before the first file is read', 'รออ่าน'],
    ['in the middle', 'อ่านแล้ว'],
  ])('%s leaves the workbook as it was, and the same files can be read afterwards', async (_, status) => {
    const page = await openMaster();
    const before = await contentIn(page);
    const release = await holdWorkers(page);
    // Somebody who presses the button as soon as a line says so.
    await page.evaluate((awaited) => {
      const press = (): void => {
        const isThere = [...document.querySelectorAll('main li')].some((line) => line.textContent.includes(awaited));
        const stop = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'หยุด');
        if (!isThere || stop === undefined) return;
        watcher.disconnect();
        stop.click();
      };
      const watcher = new MutationObserver(press);
      watcher.observe(document.body, { childList: true, subtree: true, characterData: true });
    }, status);
    await choose(page);
    if (status === 'อ่านแล้ว') await release();
    await page.getByText('หยุดตามที่สั่งแล้ว สมุดงานไม่มีการเปลี่ยนแปลง').waitFor();
    expect(await received(page).count()).toBe(0);
    expect(await contentIn(page)).toEqual(before);
    await release();
    await choose(page);
    await received(page).waitFor();
    expect(await contentIn(page)).toEqual(before);
    expect(errorsOf(page)).toEqual([]);
  });
});

describe('a session that ends meanwhile', () => {
  it('is told of with a way out, and takes away nothing that was read', async () => {
    const page = await openMaster();
    const before = await contentIn(page);
    const release = await holdWorkers(page);
    await choose(page);
    await page.getByText('กำลังดำเนินการ ๐/๗๗').waitFor();
    await inHost(page, (host) => host.set({ sessionLost: true }), undefined);
    await release();
    await received(page).waitFor();
    for (const put of ['วางแทนที่ในสมุดงานนี้ …', 'เปิดเป็นสมุดงานใหม่']) {
      await button(page, put).click();
      const dialog = page.getByRole('alertdialog');
      if (put.endsWith('…')) await dialog.getByRole('button', { name: 'วางแทนที่ในสมุดงานนี้', exact: true }).click();
      await page.getByText('การเชื่อมต่อระหว่าง Excel กับสมุดงานนี้ขาดหรือหมดเวลาแล้ว').waitFor();
      await page.getByText(/โปรดเปิดสมุดงานนี้ใหม่/).waitFor();
      await received(page).waitFor();
      await page.getByRole('button', { name: 'ปิด', exact: true }).click();
    }
    await inHost(page, (host) => host.set({ sessionLost: false }), undefined);
    expect(await contentIn(page)).toEqual(before);
    await button(page, 'วางแทนที่ในสมุดงานนี้ …').click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'วางแทนที่ในสมุดงานนี้', exact: true }).click();
    await page.getByText('วางรายงานรวมในสมุดงานนี้แล้ว ๑๗ แผ่น').waitFor();
    expect(lostIn(await contentIn(page))).toEqual([]);
    expect(errorsOf(page)).toEqual([]);
  });
});
