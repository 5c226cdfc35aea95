import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { describeProblem } from '../../../src/domain/messages/message.ts';
import type { Language } from '../../../src/domain/messages/words.ts';
import { readWorkbook } from '../../../src/usecases/read-workbook.ts';
import { hostileFiles } from '../../support/hostile-corpus.ts';
import { district } from '../../support/plans-2565.ts';
import { programme, roster } from '../../support/report-2565.ts';
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

/** Files that a person might take for a workbook, by the title that the corpus has for them, and the name that they come under. */
const UNREADABLE = {
  'an empty file': 'ว่าง.xlsx',
  'random bytes behind the first of a zip file': 'ขาดตอน.xlsx',
  'a workbook with a password': 'มีรหัสผ่าน.xlsx',
  'an old binary workbook': 'แบบเก่า.xls',
  'a binary workbook': 'ไบนารี.xlsb',
  'a spreadsheet of OpenDocument': 'ตาราง.ods',
  'a document of Word': 'หนังสือ.docx',
  'a text': 'หนังสือ.pdf',
  'a bomb that tells its size': 'ใหญ่.xlsx',
} as const;

let pages: StandalonePages;
beforeAll(async () => {
  pages = await startStandalone();
});
afterAll(() => pages.close());

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });
/** Where a file can be dropped to open it. */
const target = (page: Page): Locator => page.getByText('หรือลากไฟล์ หรือโฟลเดอร์ที่จะรวบรวม มาวางที่นี่');

/** The file of the corpus, and what the command line says of it. */
async function unreadable(title: string, language: Language): Promise<{ file: string; said: readonly string[] }> {
  const [, , make] = hostileFiles(pages.file.bytes).find(([one]) => one === title)!;
  const bytes = make();
  const file = path.join(pages.folder, UNREADABLE[title as keyof typeof UNREADABLE]);
  await writeFile(file, bytes);
  const [problem] = (await readWorkbook(codec, bytes, { programme, roster, file })).problems;
  const { message, remedy } = describeProblem(problem!, language, { reader: 'agency' });
  return { file, said: [message, remedy] };
}

describe('opening a file on the page without Excel', () => {
  it.each(Object.keys(UNREADABLE))(
    'tells what is the matter with %s in words for an agency, and what to do',
    async (title) => {
      const page = await pages.open();
      const { file, said } = await unreadable(title, 'th');
      await openFile(page, file, 'อ่านไฟล์นี้ไม่ได้');
      await page.getByText(path.basename(file), { exact: true }).waitFor();
      for (const sentence of said) await page.getByText(sentence).waitFor();
      // The next step is another file, and only what needs none is offered beside it.
      expect(await page.getByRole('main').getByRole('button').allTextContents()).toEqual(['เปิดสมุดงานอื่น']);
      expect(await page.getByRole('navigation').getByRole('button').first().textContent()).toBe('สร้างสมุดงาน');
      await openFile(page, pages.file.path);
      await page.getByText('ยังไม่พร้อมส่ง').waitFor();
      expect(await page.getByText(said[0]!).count()).toBe(0);
      expect(wrongsOf(page)).toEqual([]);
    },
  );

  it('takes a file that is dropped, also where one is open already', async () => {
    const page = await pages.open();
    await dropOn(page, target(page), [pages.file.path]);
    await page.getByText(`สมุดงานของ${district.name}`).waitFor();
    const { file } = await unreadable('a document of Word', 'th');
    await dropOn(page, target(page), [file]);
    await page.getByText('อ่านไฟล์นี้ไม่ได้').waitFor();
    expect(wrongsOf(page)).toEqual([]);
  });

  it('keeps what is open where a file is gone when it is dropped, and names that file', async () => {
    const page = await pages.open();
    await openFile(page, pages.file.path);
    const gone = path.join(pages.folder, 'ย้ายไปแล้ว.xlsx');
    await cp(pages.file.path, gone);
    await dropOn(page, target(page), [gone], () => rm(gone));
    await page.getByText('ไฟล์ “ย้ายไปแล้ว.xlsx”: เปิดไฟล์นี้ไม่ได้ เพราะไม่พบไฟล์หรือโฟลเดอร์นี้').waitFor();
    await page.getByText(/^โปรดตรวจสอบว่าไฟล์อยู่ครบ/).waitFor();
    await page.getByText(`สมุดงานของ${district.name}`).waitFor();
    await page.getByText(pages.file.name, { exact: true }).waitFor();
    expect(wrongsOf(page)).toEqual([]);
  });

  it('keeps changes that are in no copy yet where the file that was to take their place is refused', async () => {
    const page = await pages.open();
    await openFile(page, pages.file.path);
    await button(page, 'แก้ไขทั้งหมดที่แก้ได้ (๓ ช่อง)').click();
    await button(page, 'แก้ไข ๓ ช่อง').click();
    await dropOn(page, target(page), [path.join(pages.folder, 'ไม่มี.xlsx')]);
    await button(page, 'เปิดไฟล์อื่นโดยไม่บันทึก').click();
    await page.getByText(/ไม่มี.xlsx”: เปิดไฟล์นี้ไม่ได้/).waitFor();
    const { bytes } = await delivered(page, () => button(page, 'บันทึกสำเนาที่แก้ไขแล้ว').click());
    const texts = textsOf(await codec.decode(bytes));
    expect(texts).toContain('แจ้งเวียนแล้ว ๒๕ คน');
    expect(wrongsOf(page)).toEqual([]);
  });

  it('takes several files, or a folder with several, for the report wherever they are dropped', async () => {
    const page = await pages.open();
    const other = path.join(pages.folder, 'สำเนา.xlsx');
    await cp(pages.file.path, other);
    await dropOn(page, target(page), [pages.file.path, other]);
    await page.getByRole('heading', { name: 'รวบรวมรายงาน' }).waitFor();
    await page.getByText('ได้รับคำตอบแล้ว ๑ จาก ๗๗ หน่วยงาน', { exact: true }).waitFor();
    await page.getByText(/^อ่านแล้ว ๒ ไฟล์/).waitFor();
    // It does not matter to the report that no workbook is open.
    expect(await page.getByText('ยังไม่ได้เปิดสมุดงาน').count()).toBe(0);
    expect(wrongsOf(page)).toEqual([]);
  });

  it('says so where there is no workbook in a folder that is dropped', async () => {
    const page = await pages.open();
    const folder = path.join(pages.folder, 'ว่าง');
    await mkdir(folder);
    await dropOn(page, target(page), [folder]);
    await page.getByText(/^ไม่พบไฟล์สมุดงานในรายการที่เลือก/).waitFor();
    await button(page, 'เปิดสมุดงาน').waitFor();
    expect(wrongsOf(page)).toEqual([]);
  });

  it('takes a folder that is dropped for the report', async () => {
    const page = await pages.open();
    const folder = path.join(pages.folder, 'ส่งแล้ว');
    await mkdir(path.join(folder, 'เขต'), { recursive: true });
    await cp(pages.file.path, path.join(folder, 'เขต', pages.file.name));
    await writeFile(path.join(folder, 'อ่านก่อน.txt'), 'x');
    await button(page, 'รวบรวมรายงาน').click();
    await dropOn(page, page.getByText('หรือลากไฟล์หรือโฟลเดอร์มาวางที่นี่'), [folder]);
    await page.getByText('ได้รับคำตอบแล้ว ๑ จาก ๗๗ หน่วยงาน', { exact: true }).waitFor();
    expect(wrongsOf(page)).toEqual([]);
  });

  it('refuses a file that is dropped beside the place for it, which would take the place of the page', async () => {
    const page = await pages.open();
    await page.evaluate(() => {
      addEventListener('dragover', (event) => {
        document.title = `${event.defaultPrevented} ${event.dataTransfer?.dropEffect}`;
      });
    });
    await dropOn(page, page.getByRole('heading', { level: 1 }), [pages.file.path]);
    expect(await page.title()).toBe('true none');
    await page.getByText('ยังไม่ได้เปิดสมุดงาน').waitFor();
    await dropOn(page, target(page), [pages.file.path]);
    await page.getByText(`สมุดงานของ${district.name}`).waitFor();
  });
});
