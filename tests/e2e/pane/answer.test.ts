import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { readAgencyWorkbook } from '../../../src/domain/form/read/read-agency-workbook.ts';
import type { Entry } from '../../../src/domain/submissions/submission.ts';
import { accessibilityFindings } from '../../support/axe.ts';
import { errorsOf, startBuiltPane, textAt, type BuiltPane } from '../../support/built-pane.ts';
import { changedParts } from '../../support/changed-parts.ts';
import { exif, JPEG, latin, OTHER_PICTURES, png, segment, withSegments } from '../../support/pictures.ts';
import { districtPlan } from '../../support/plans-2565.ts';
import { programme, roster } from '../../support/report-2565.ts';
import {
  delivered,
  openFile,
  startStandalone,
  wrongsOf,
  type StandalonePages,
} from '../../support/standalone-pages.ts';

const codec = createXlsxCodec();
let pages: StandalonePages;
let blank: { readonly path: string; readonly bytes: Uint8Array };

let built: BuiltPane;
beforeAll(async () => {
  [pages, built] = await Promise.all([startStandalone(), startBuiltPane()]);
  const bytes = await codec.encode(districtPlan);
  blank = { path: path.join(pages.folder, 'ว่าง.xlsx'), bytes };
  await writeFile(blank.path, bytes);
});
afterAll(() => Promise.all([pages.close(), built.close()]));

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name, exact: true });
const field = (page: Page, name: string): Locator => page.getByLabel(name, { exact: true });

/** A photograph of a telephone that was held upright. */
const onItsSide = withSegments(JPEG.baseline, segment(0xe1, Uint8Array.of(...latin('Exif\0\0'), ...exif(6))));

const chooser = (page: Page): Locator => page.getByLabel('เพิ่มภาพ').and(page.locator('input'));

/** The heading above the drafts; there is none without drafts. */
const listed = (page: Page): Locator => page.getByRole('heading', { name: 'ร่างที่ยังไม่ได้บันทึก', exact: true });

async function openForm(page: Page, file: string): Promise<void> {
  await openFile(page, file);
  await button(page, 'กรอกคำตอบในหน้านี้').click();
  await field(page, 'ผลการดำเนินการ').waitFor();
}

async function fillIn(page: Page, texts: Readonly<Record<string, string>>): Promise<void> {
  await field(page, 'สถานะ').selectOption('ดำเนินการแล้ว');
  for (const [name, text] of Object.entries(texts)) await field(page, name).fill(text);
}

/** Loads the page again, although it asks not to. */
async function reload(page: Page): Promise<void> {
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await page.locator('[aria-busy=false]').waitFor({ state: 'attached' });
}

async function entriesOf(bytes: Uint8Array): Promise<readonly Entry[]> {
  const content = await codec.decode(bytes);
  return readAgencyWorkbook(content, { file: 'a.xlsx', programme, roster }).submissions[0]!.entries;
}

/** What an entry says, without its cells. */
function texts({ measure, status, paragraphs, dates, evidence, notes }: Entry): unknown {
  const of = (sources: Entry['paragraphs']): readonly string[] => sources.map(({ text }) => text);
  return [measure, status?.id, of(paragraphs), of(dates), of(evidence), of(notes)];
}

describe('filling in a workbook on the page without Excel', () => {
  it('keeps a draft over a reload, even of what was being typed, and saves the same file with the answers', async () => {
    const page = await pages.open();
    await openForm(page, blank.path);
    await fillIn(page, {
      ผลการดำเนินการ: 'แจ้งเวียนนโยบายแล้ว ๒๕ คน\nติดประกาศแล้ว',
      วันที่: '๑๗ กุมภาพันธ์ ๒๕๖๕',
      หลักฐานหรือลิงก์: 'https://example.org/a',
      หมายเหตุ: '=ไม่ใช่สูตร',
    });
    await button(page, 'ข้อถัดไป').click();
    await page.getByText('เก็บร่างไว้ในเบราว์เซอร์ของเครื่องนี้แล้ว').waitFor();
    await fillIn(page, { ผลการดำเนินการ: 'จัดอบรม ๑ ครั้ง' });
    // Nobody has left the field: the text is in no file yet.
    await reload(page);
    await listed(page).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await button(page, 'ทำต่อจากร่างของ ว่าง.xlsx').click();
    await button(page, 'กรอกคำตอบในหน้านี้').click();
    await button(page, 'ข้อถัดไป').click();
    expect(await field(page, 'ผลการดำเนินการ').inputValue()).toBe('จัดอบรม ๑ ครั้ง');
    const copy = await delivered(page, () => button(page, 'บันทึกสำเนาเป็นชื่อเดิม').click());
    expect(copy.name).toBe('ว่าง.xlsx');
    expect((await entriesOf(copy.bytes)).map(texts)).toEqual([
      [
        '1.1.1',
        'done',
        ['แจ้งเวียนนโยบายแล้ว ๒๕ คน', 'ติดประกาศแล้ว'],
        ['๑๗ กุมภาพันธ์ ๒๕๖๕'],
        ['https://example.org/a'],
        ['=ไม่ใช่สูตร'],
      ],
      ['1.1.2', 'done', ['จัดอบรม ๑ ครั้ง'], [], [], []],
    ]);
    // Beside the answers the file tells when it was saved and what it was made from; the rest is the same byte for byte.
    expect(changedParts(blank.bytes, copy.bytes).toSorted()).toEqual([
      'docProps/core.xml',
      'docProps/custom.xml',
      'xl/worksheets/sheet2.xml',
    ]);
    await page.reload();
    await button(page, 'เปิดสมุดงาน').waitFor();
    expect(await listed(page).count()).toBe(0);
    expect(wrongsOf(page)).toEqual([]);
  });

  it('adds pictures, keeps them in the draft, and saves them beside their measure', async () => {
    const page = await pages.open();
    await openForm(page, blank.path);
    const columnColor = (column: number) => [(column * 7) % 256, (column * 13) % 256, column % 256] as const;
    const upright = png({ width: 3200, height: 40 }, { columnColor });
    await chooser(page).setInputFiles([
      { name: 'กว้าง.png', mimeType: 'image/png', buffer: Buffer.from(upright) },
      { name: 'ตะแคง.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(onItsSide) },
      { name: 'ผิด.png', mimeType: 'image/png', buffer: Buffer.from(OTHER_PICTURES.heic) },
    ]);
    await page.getByText('เพิ่มภาพแล้ว ๒ ภาพ').waitFor();
    await page.getByText(/^ไม่ได้เพิ่ม “ผิด\.png” เพราะเป็นภาพ HEIC/).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await field(page, 'คำอธิบายภาพที่ ๑').fill('อบรมรุ่น ๑');
    await field(page, 'คำอธิบายภาพที่ ๒').fill('อบรมรุ่น ๒');
    await reload(page);
    await button(page, 'ทำต่อจากร่างของ ว่าง.xlsx').click();
    await button(page, 'กรอกคำตอบในหน้านี้').click();
    await field(page, 'คำอธิบายภาพที่ ๒').waitFor();
    expect(await page.getByRole('img', { name: /^อบรมรุ่น/ }).count()).toBe(2);
    const copy = await delivered(page, () => button(page, 'บันทึกสำเนาเป็นชื่อเดิม').click());
    const content = await codec.decode(copy.bytes);
    const { submissions } = readAgencyWorkbook(content, { file: 'a.xlsx', programme, roster });
    const found = submissions[0]!.pictures!.map(({ measure, description, picture }) => [measure, description, picture]);
    // Made smaller, and turned as it was taken: the camera held it on its side.
    expect(found).toMatchObject([
      ['1.1.1', 'อบรมรุ่น ๑', { format: 'png', width: 1600 }],
      ['1.1.1', 'อบรมรุ่น ๒', { format: 'jpeg', width: 16, height: 24, turn: { quarters: 0, mirrored: false } }],
    ]);
    expect(wrongsOf(page)).toEqual([]);
  });

  it('offers a draft for the file that it is of, and for no other of the same name', async () => {
    const page = await pages.open();
    await openForm(page, blank.path);
    await field(page, 'ผลการดำเนินการ').fill('ในร่าง');
    await reload(page);
    // Another content under the same name is another file.
    const other = path.join(pages.folder, 'อื่น', 'ว่าง.xlsx');
    await openFile(page, pages.file.path);
    expect(await page.getByRole('alertdialog').count()).toBe(0);
    await page
      .getByLabel('เปิดสมุดงานอื่น')
      .and(page.locator('input'))
      .setInputFiles({ name: path.basename(other), mimeType: '', buffer: await readFile(blank.path) });
    await page.getByRole('alertdialog', { name: 'ไฟล์นี้มีร่างที่ยังไม่ได้บันทึก' }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await button(page, 'เปิดไฟล์ที่เลือก และทิ้งร่าง').click();
    await button(page, 'กรอกคำตอบในหน้านี้').click();
    expect(await field(page, 'ผลการดำเนินการ').inputValue()).toBe('');
    await page.reload();
    await button(page, 'เปิดสมุดงาน').waitFor();
    expect(await listed(page).count()).toBe(0);
    expect(wrongsOf(page)).toEqual([]);
  });

  it('throws a draft away only after it has asked', async () => {
    const page = await pages.open();
    await openForm(page, blank.path);
    await field(page, 'หมายเหตุ').fill('ในร่าง');
    await reload(page);
    await button(page, 'ทิ้งร่างของ ว่าง.xlsx').click();
    await button(page, 'ยกเลิก').click();
    await button(page, 'ทิ้งร่างของ ว่าง.xlsx').click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'ทิ้งร่าง' }).click();
    await listed(page).waitFor({ state: 'detached' });
    await page.reload();
    await button(page, 'เปิดสมุดงาน').waitFor();
    expect(await listed(page).count()).toBe(0);
    expect(wrongsOf(page)).toEqual([]);
  });

  it('says what is wrong with a text beside its field while it is being typed', async () => {
    const page = await pages.open();
    await openForm(page, blank.path);
    const box = field(page, 'ผลการดำเนินการ');
    await box.focus();
    await page.keyboard.type('เเจ้งเวียน');
    const found = page.locator(`[id="${(await box.getAttribute('aria-describedby'))!.split(' ').at(-1)!}"]`);
    await found.getByText(/สระแอ/).first().waitFor();
    expect(await found.getAttribute('role')).toBe('status');
    expect(await accessibilityFindings(page)).toEqual([]);
    await box.fill('แจ้งเวียน');
    await found.getByText(/สระแอ/).first().waitFor({ state: 'detached' });
    expect(wrongsOf(page)).toEqual([]);
  });

  it('leads from a measure without an answer to its field', async () => {
    const page = await pages.open();
    await openFile(page, blank.path);
    await button(page, /^๑ การปฏิบัติหน้าที่/).click();
    await button(page, /^๓\. /).first().click();
    await page.getByRole('heading', { level: 3, name: /^๓\. / }).waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === 'SELECT');
    expect(await field(page, 'สถานะ').evaluate((status) => status === document.activeElement)).toBe(true);
    expect(wrongsOf(page)).toEqual([]);
  });

  it('works with the keyboard alone, and undoes and makes again', async () => {
    const page = await pages.open();
    await openForm(page, blank.path);
    await field(page, 'สถานะ').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('ก');
    await page.keyboard.press('Enter');
    await page.keyboard.type('ข');
    await page.keyboard.press('Shift+Tab');
    await button(page, /^ย้อนกลับครั้งล่าสุด/).press('Enter');
    await button(page, /^ทำซ้ำครั้งที่ย้อนกลับ/).waitFor();
    expect(await field(page, 'ผลการดำเนินการ').inputValue()).toBe('');
    await button(page, /^ทำซ้ำครั้งที่ย้อนกลับ/).press('Enter');
    await button(page, /^ทำซ้ำครั้งที่ย้อนกลับ/).waitFor({ state: 'detached' });
    expect(await field(page, 'ผลการดำเนินการ').inputValue()).toBe('ก\nข');
    await button(page, 'ข้อถัดไป').press('Enter');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H3');
    expect(wrongsOf(page)).toEqual([]);
  });

  it.each([320, 400, 1280])('fits a page of %i pixels without anything to scroll sideways', async (width) => {
    const page = await pages.open({ viewport: { width, height: 800 } });
    await openForm(page, pages.file.path);
    await field(page, 'หลักฐานหรือลิงก์').fill(`https://example.org/${'a'.repeat(200)}`);
    await button(page, 'เพิ่มช่องผลการดำเนินการ').click();
    await field(page, 'ผลการดำเนินการ ช่องที่ ๒').fill('ย่อหน้าที่สอง');
    await chooser(page).setInputFiles({ name: 'ก.png', mimeType: 'image/png', buffer: Buffer.from(png()) });
    await field(page, 'คำอธิบายภาพที่ ๑').fill(`https://example.org/${'ข'.repeat(200)}`);
    const { scrolled, shown } = await page.evaluate(() => {
      const { scrollWidth: scrolled, clientWidth: shown } = document.documentElement;
      return { scrolled, shown };
    });
    expect(scrolled).toBe(shown);
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(wrongsOf(page)).toEqual([]);
  });
});

describe('filling in the workbook that is open in Excel', () => {
  it('writes into its cells, undoes it, and keeps nothing in the browser', async () => {
    const page = await built.open(blank.bytes);
    const [, sheet = ''] = districtPlan.sheets.map(({ name }) => name);
    const [row, column] = [5, 5];
    await button(page, 'กรอกคำตอบในหน้านี้').click();
    await field(page, 'ผลการดำเนินการ').fill('พิมพ์ในแผงงาน');
    await field(page, 'วันที่').focus();
    await button(page, /^ย้อนกลับครั้งล่าสุด/).waitFor();
    expect(await textAt(page, sheet, row, column)).toBe('พิมพ์ในแผงงาน');
    expect(await accessibilityFindings(page)).toEqual([]);
    await button(page, /^ย้อนกลับครั้งล่าสุด/).click();
    await button(page, /^ทำซ้ำครั้งที่ย้อนกลับ/).waitFor();
    expect(await textAt(page, sheet, row, column)).toBeUndefined();
    await chooser(page).setInputFiles({ name: 'ก.png', mimeType: 'image/png', buffer: Buffer.from(png()) });
    await field(page, 'คำอธิบายภาพที่ ๑').fill('อบรม');
    await button(page, 'ข้อถัดไป').click();
    await button(page, 'ข้อก่อนหน้า').click();
    expect(await page.getByRole('img', { name: 'อบรม' }).count()).toBe(1);
    await button(page, 'ลบภาพที่ ๑').click();
    await page.getByText(/^ลบภาพแล้ว/).waitFor();
    // Nothing is kept in the browser: Excel keeps what is not saved.
    expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
    expect(errorsOf(page)).toEqual([]);
  });
});
