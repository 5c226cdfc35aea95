import { cp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { scriptsWith } from '../../support/built-files.ts';
import { planOfContent } from '../../support/plan-of-content.ts';
import { district } from '../../support/plans-2565.ts';
import {
  delivered,
  dropOn,
  openFile,
  startStandalone,
  wrongsOf,
  type StandalonePages,
} from '../../support/standalone-pages.ts';
import { textsOf } from '../../support/texts-of.ts';

const codec = createXlsxCodec();
const SAVE = 'บันทึกสำเนาที่แก้ไขแล้ว';

let pages: StandalonePages;
let other: string;
beforeAll(async () => {
  pages = await startStandalone();
  other = path.join(pages.folder, 'อีกไฟล์.xlsx');
  await cp(pages.file.path, other);
});
afterAll(() => pages.close());

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });
const target = (page: Page): Locator => page.getByText('หรือลากไฟล์ หรือโฟลเดอร์ที่จะรวบรวม มาวางที่นี่');
const isOpen = (page: Page, file: string): Promise<void> =>
  page.getByText(path.basename(file), { exact: true }).waitFor();

async function fixAll(page: Page): Promise<void> {
  await button(page, 'แก้ไขทั้งหมดที่แก้ได้ (๓ ช่อง)').click();
  await button(page, 'แก้ไข ๓ ช่อง').click();
  await button(page, SAVE).waitFor();
}

/** The page with a file that was mended and not saved yet. */
async function unsaved(): Promise<Page> {
  const page = await pages.open();
  await openFile(page, pages.file.path);
  await fixAll(page);
  return page;
}

describe('what is not saved', () => {
  it('is asked about when another file is dropped, and stays where the person cancels', async () => {
    const page = await unsaved();
    await dropOn(page, target(page), [other]);
    const dialog = page.getByRole('alertdialog', { name: 'ยังไม่ได้บันทึก' });
    await dialog.getByText(/^มีการแก้ไขที่ยังไม่ได้บันทึก/).waitFor();
    await dialog.getByRole('button', { name: 'ยกเลิก' }).click();
    await isOpen(page, pages.file.path);
    expect(await button(page, SAVE).count()).toBe(1);
    expect(wrongsOf(page)).toEqual([]);
  });

  it('is saved first where the person wants it, and then the file is opened that was dropped', async () => {
    const page = await unsaved();
    await dropOn(page, target(page), [other]);
    const { bytes } = await delivered(page, () => button(page, 'บันทึกสำเนา แล้วเปิดไฟล์อื่น').click());
    expect(textsOf(await codec.decode(bytes))).toContain('แจ้งเวียนแล้ว ๒๕ คน');
    await isOpen(page, other);
    expect(await button(page, SAVE).count()).toBe(0);
    expect(wrongsOf(page)).toEqual([]);
  });

  it('is given up where the person says so', async () => {
    const page = await unsaved();
    await dropOn(page, target(page), [other]);
    await button(page, 'เปิดไฟล์อื่นโดยไม่บันทึก').click();
    await isOpen(page, other);
    expect(await button(page, SAVE).count()).toBe(0);
  });

  it('is asked about by the browser when the person goes back', async () => {
    const page = await unsaved();
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.dismiss();
    });
    await Promise.all([page.waitForEvent('dialog'), page.evaluate(() => history.back())]);
    expect(asked).toEqual(['beforeunload']);
    await isOpen(page, pages.file.path);
    await delivered(page, () => button(page, SAVE).click());
    await button(page, SAVE).waitFor({ state: 'detached' });
    await page.goBack();
    expect(page.url()).toBe('about:blank');
  });

  it('may be the answers of a folder: they are asked about too, until their report is saved', async () => {
    const page = await pages.open();
    await dropOn(page, target(page), [pages.file.path, other]);
    await page.getByText('ได้รับคำตอบแล้ว ๑ จาก ๗๗ หน่วยงาน', { exact: true }).waitFor();
    await dropOn(page, target(page), [other]);
    await page.getByText(/^คำตอบที่รวบรวมไว้ยังไม่ได้บันทึกเป็นรายงานรวม/).waitFor();
    await button(page, 'กลับไปบันทึกรายงานรวม').click();
    await delivered(page, () => button(page, 'บันทึกเป็นรายงานรวม').click());
    // What is missing and what was found stays in view.
    await button(page, 'ยังไม่ได้รับ ๗๖ หน่วยงาน').waitFor();
    await dropOn(page, target(page), [other]);
    await isOpen(page, other);
    expect(wrongsOf(page)).toEqual([]);
  });
});

describe('changes and answers that are both not saved', () => {
  it('are asked about one after the other, and the answers before other files are collected too', async () => {
    const page = await unsaved();
    await dropOn(page, target(page), [pages.file.path, other]);
    await page.getByText('ได้รับคำตอบแล้ว ๑ จาก ๗๗ หน่วยงาน', { exact: true }).waitFor();
    const ofCopy = page.getByText(/^มีการแก้ไขที่ยังไม่ได้บันทึก/);
    const ofAnswers = page.getByText(/^คำตอบที่รวบรวมไว้ยังไม่ได้บันทึกเป็นรายงานรวม/);
    await dropOn(page, target(page), [pages.file.path, other]);
    await ofAnswers.waitFor();
    await button(page, 'ยกเลิก').click();
    await dropOn(page, target(page), [other]);
    await ofCopy.waitFor();
    await button(page, 'เปิดไฟล์อื่นโดยไม่บันทึก').click();
    await ofAnswers.waitFor();
    await button(page, 'กลับไปบันทึกรายงานรวม').click();
    await isOpen(page, pages.file.path);
    await dropOn(page, target(page), [other]);
    await ofCopy.waitFor();
    await delivered(page, () => button(page, 'บันทึกสำเนา แล้วเปิดไฟล์อื่น').click());
    await ofAnswers.waitFor();
    await button(page, 'เปิดไฟล์อื่นโดยไม่บันทึก').click();
    await isOpen(page, other);
    expect(wrongsOf(page)).toEqual([]);
  });
});

describe('a file that is not the form', () => {
  it('leads to choosing another file, and not to making workbooks', async () => {
    const page = await pages.open();
    const wrong = path.join(pages.folder, 'งบประมาณ.xlsx');
    const sheet = { name: 'งบ', state: 'visible', merges: [], cells: [] } as const;
    const foreign = planOfContent({ sheets: [sheet], properties: new Map(), definedNames: [] });
    await writeFile(wrong, await codec.encode(foreign));
    await openFile(page, wrong, 'สมุดงานนี้ไม่ใช่แบบรายงาน ITA โปรดเลือกไฟล์แบบรายงานที่ท่านได้รับ');
    expect(await page.getByRole('main').getByRole('button').allTextContents()).toEqual(['เปิดสมุดงานอื่น']);
    expect(await page.getByRole('heading', { name: 'สร้างสมุดงาน' }).count()).toBe(0);
    expect(wrongsOf(page)).toEqual([]);
  });
});

describe('a lost connection', () => {
  it('is told in Thai where a view cannot be loaded, and “ลองใหม่” loads it; what is open goes on working', async () => {
    const page = await pages.open();
    await openFile(page, pages.file.path);
    const [view = ''] = await scriptsWith('src/addin/pane/components/digits/DigitsView.tsx');
    await page.route(`**/${view}`, (route) => route.abort(), { times: 1 });
    await button(page, 'แปลงตัวเลข').click();
    const alert = page.getByRole('alert');
    await alert.getByText('เปิดส่วนนี้ไม่ได้ เพราะการเชื่อมต่อขัดข้อง').waitFor();
    expect(await alert.textContent()).not.toMatch(/Error|chunk/i);
    await button(page, 'ตรวจสอบ').click();
    await page.getByText('ยังไม่พร้อมส่ง').waitFor();
    await page.route(`**/${view}`, (route) => route.abort(), { times: 1 });
    await button(page, 'แปลงตัวเลข').click();
    await alert.getByRole('button', { name: 'ลองใหม่' }).click();
    await button(page, 'ดูก่อนแปลง').waitFor();
    expect(await alert.count()).toBe(0);
  });

  it('is told in Thai where a job cannot be loaded, and “ลองใหม่” does the job', async () => {
    const page = await pages.open();
    await openFile(page, pages.file.path);
    await button(page, 'แปลงตัวเลข').click();
    const [job = ''] = await scriptsWith('src/addin/session/jobs/digits.ts');
    await page.route(`**/${job}`, (route) => route.abort(), { times: 1 });
    await button(page, 'ดูก่อนแปลง').click();
    await page.getByText('ยังไม่ได้ดำเนินการตามที่สั่ง เพราะการเชื่อมต่อขัดข้อง').waitFor();
    await button(page, 'ลองใหม่').click();
    await button(page, /^แปลง.*ช่อง/).waitFor();
    expect(await page.getByText('การเชื่อมต่อขัดข้อง').count()).toBe(0);
  });
});

describe('the page in a folder, opened by a double click', () => {
  it('checks, saves, collects many files and makes a report, with nothing on a server', async () => {
    const page = await pages.open();
    await page.goto(pathToFileURL(path.resolve('dist/addin/standalone.html')).href);
    await openFile(page, pages.file.path);
    await fixAll(page);
    await delivered(page, () => button(page, SAVE).click());
    const copies = await Promise.all(
      Array.from({ length: 6 }, async (_, index) => {
        const copy = path.join(pages.folder, `ส่งซ้ำ ${index}.xlsx`);
        await cp(pages.file.path, copy);
        return copy;
      }),
    );
    await dropOn(page, target(page), copies);
    await page.getByText('ได้รับคำตอบแล้ว ๑ จาก ๗๗ หน่วยงาน', { exact: true }).waitFor();
    const { bytes } = await delivered(page, () => button(page, 'บันทึกเป็นรายงานรวม').click());
    expect(textsOf(await codec.decode(bytes))).toContain(district.name);
  });
});
