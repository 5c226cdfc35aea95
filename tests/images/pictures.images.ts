import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { createDocxCodec } from '../../src/adapters/docx/codec.ts';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { issuesOf, measuresOfIssue } from '../../src/domain/programme/programme.ts';
import type { Agency } from '../../src/domain/programme/roster.ts';
import { planAgencyWorkbook } from '../../src/domain/form/plan/agency-workbook.ts';
import { runDemo } from '../demo/demo.ts';
import { answer, type Answers } from '../support/answer.ts';
import { errorsOf, startBuiltPane, type BuiltPane } from '../support/built-pane.ts';
import { folderOfWorkbooks } from '../support/chosen-files.ts';
import { editedMaster } from '../support/edited-master.ts';
import { openLibreOffice } from '../support/libreoffice.ts';
import { JPEG } from '../support/pictures.ts';
import { created, emptyMaster } from '../support/plans-2565.ts';
import { programme, roster } from '../support/report-2565.ts';
import { printedReport } from '../support/report-document.ts';
import { fileInShared, openSharedFolder } from '../support/shared-in-page.ts';
import { delivered, openFile, startStandalone, wrongsOf, type StandalonePages } from '../support/standalone-pages.ts';

/**
 * `npm run images`: the pictures of the manuals, of the built pages beside the emulated Excel and on their own. They are made anew when
 * the pane looks different; nothing compares them, people look at them.
 */
const FOLDER = path.resolve('docs/images');
const SIZE = { width: 400, height: 860 };
/** A window of a browser. */
const WIDE = { width: 720, height: 960 };
const codec = createXlsxCodec();

let built: BuiltPane;
let standalone: StandalonePages;
beforeAll(async () => {
  await mkdir(FOLDER, { recursive: true });
  [built, standalone] = await Promise.all([startBuiltPane(), startStandalone()]);
});
afterAll(() => Promise.all([built.close(), standalone.close()]));

async function workbookOf(code: string, answers: Answers): Promise<Uint8Array> {
  const agency = roster.agencies.find((one) => one.code === code)!;
  return answer(codec, await codec.encode(planAgencyWorkbook(programme, agency, { created })), answers);
}

const ANSWERS: Answers = {
  '1.1.1': {
    status: 'ดำเนินการแล้ว',
    result: '- จัดอบรมเจ้าหน้าที่ 25 คน เมื่อวันที่ 9 - 10 มีนาคม 2565 เอกสารที่ https://shorturl.asia/9nO1T',
  },
  '1.1.2': { status: 'ดำเนินการแล้ว', result: '- เเจ้งเวียนหนังสือ ที่ กท 0306/ว 51 ลว. 17 กุมภาพันธ์ 2565' },
  '1.1.3': { status: 'ดำเนินการแล้ว', result: '- ดูที่ http://๒๐๓.๑๔๘.๒๕๐.๑๗๘/Rongtook/Home.aspx' },
};

/** Answers as they come in: all of some issues, a part of others, and nothing of the rest. */
function someAnswers({ code }: Agency): Answers {
  const asked = issuesOf(programme).map(({ issue }) =>
    measuresOfIssue(issue).filter(({ responsible }) => responsible.agencies.includes(code)),
  );
  const answered = asked.flatMap((measures, issue) => {
    const state = (Number(code) * 7 + issue * 5) % 9;
    return state < 6 ? measures : state < 8 ? measures.slice(1) : [];
  });
  return Object.fromEntries(answered.map(({ key }) => [key, { status: 'ดำเนินการแล้ว', result: 'แจ้งเวียนแล้ว' }]));
}

/** Takes a picture, in which there must be more than a blank page. */
async function expectPicture(page: Page, name: string, size = SIZE): Promise<void> {
  await page.setViewportSize(size);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => scrollTo(0, 0));
  const picture = await page.screenshot({ path: path.join(FOLDER, `${name}.png`), animations: 'disabled' });
  expect(picture.byteLength).toBeGreaterThan(10_000);
  expect([...errorsOf(page), ...wrongsOf(page)]).toEqual([]);
}

/** The number of the first page that begins with a text, counted from 1. */
function pageWith(pdf: string, text: string): number {
  const pages = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8', maxBuffer: 2 ** 27 }).split('\f');
  const index = pages.findIndex((page) => page.trimStart().startsWith(text));
  expect(index).toBeGreaterThan(-1);
  return index + 1;
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** Opens an agency's workbook with some answers on the page without Excel. */
async function openAgencyFile(page: Page): Promise<void> {
  const file = path.join(standalone.folder, '5019-สำนักงานเขตบางกอกน้อย-๒๕๖๕.xlsx');
  await writeFile(file, await workbookOf('5019', ANSWERS));
  await openFile(page, file);
}

describe('the pictures of the manuals', () => {
  it("show an agency's workbook", async () => {
    const page = await built.open(await workbookOf('5019', ANSWERS));
    await page.getByText('ยังไม่พร้อมส่ง').waitFor();
    await expectPicture(page, 'agency');
  });

  it('show a conversion before it is carried out', async () => {
    const page = await built.open(await workbookOf('5019', ANSWERS));
    await button(page, 'แปลงตัวเลข').click();
    await page.getByText('ทั้งสมุดงาน').click();
    await button(page, 'ดูก่อนแปลง').click();
    await page.getByText('๒๕').first().waitFor();
    await expectPicture(page, 'digits');
  });

  it('show how workbooks are made', async () => {
    const page = await built.open(await workbookOf('5019', {}));
    await button(page, 'สร้างสมุดงาน').click();
    await page.getByRole('searchbox').fill('บางกอก');
    await page.getByRole('checkbox').nth(1).check();
    await expectPicture(page, 'make');
  });

  it('show what came of the files of agencies', async () => {
    const page = await built.open(await codec.encode(emptyMaster));
    const folder = await folderOfWorkbooks(roster.agencies.slice(0, 68), { '5099-สำเนา.xlsx': 'broken' }, someAnswers);
    await page.getByLabel('เลือกทั้งโฟลเดอร์', { exact: true }).first().setInputFiles(folder);
    await page.getByText(/^ได้รับคำตอบแล้ว ๖๘ จาก ๗๗ หน่วยงาน$/).waitFor();
    await rm(folder, { recursive: true, force: true });
    await page.getByRole('button', { name: 'ปิด', exact: true }).click();
    await button(page, 'ความครบถ้วนรายประเด็น').click();
    await expectPicture(page, 'collect', { ...SIZE, height: 1000 });
  });

  it('show what late answers change in an edited report', async () => {
    const { master, folder } = await editedMaster();
    const page = await built.open(master);
    await page.getByLabel('เลือกทั้งโฟลเดอร์', { exact: true }).first().setInputFiles(folder);
    await page.getByRole('region', { name: 'รวมเข้าในรายงานที่เปิดอยู่' }).waitFor();
    await rm(folder, { recursive: true, force: true });
    await page.getByRole('button', { name: 'ปิด', exact: true }).click();
    await page.setViewportSize(SIZE);
    const preview = page.getByRole('region', { name: 'รวมเข้าในรายงานที่เปิดอยู่' });
    const picture = await preview.screenshot({ path: path.join(FOLDER, 'merge.png'), animations: 'disabled' });
    expect(picture.byteLength).toBeGreaterThan(10_000);
  });

  it('show what an agency owes, with an e-mail to it', async () => {
    const { master, folder } = await editedMaster();
    await rm(folder, { recursive: true, force: true });
    const page = await built.open(master);
    await button(page, 'ดูหน่วยงานที่ยังไม่ครบ').click();
    await page.setViewportSize(SIZE);
    const chasing = page.getByRole('region', { name: 'ติดตามหน่วยงาน' });
    await chasing.getByRole('listitem').first().getByRole('button').first().click();
    const picture = await chasing.screenshot({ path: path.join(FOLDER, 'chasing.png'), animations: 'disabled' });
    expect(picture.byteLength).toBeGreaterThan(10_000);
  });

  it('show a page of the report in Excel and in Word, as LibreOffice prints them', async () => {
    const office = openLibreOffice();
    const { master } = await runDemo(office.folder);
    const document = office.save('report.docx', await createDocxCodec().encode(printedReport({ letter: true })));
    const [report, letter] = [office.convert(master, 'pdf'), office.convert(document, 'pdf')];
    for (const [pdf, name, number] of [
      [report, 'report-sheet', 2],
      [report, 'overview', pageWith(report, 'ภาพรวม')],
      [letter, 'report-word', 5],
    ] as const) {
      const options = ['-png', '-singlefile', '-r', '80', '-f', String(number), '-l', String(number)];
      execFileSync('pdftoppm', [...options, pdf, path.join(FOLDER, name)]);
      expect(statSync(path.join(FOLDER, `${name}.png`)).size).toBeGreaterThan(10_000);
    }
    office.close();
  });

  it('show how far the agencies are in a shared folder', async () => {
    const page = await standalone.open({ viewport: SIZE });
    await openSharedFolder(page, 'ITA 2565');
    await button(page, 'ดูก่อนว่าจะแจกอะไร').click();
    await button(page, 'แจก ๗๗ หน่วยงาน').click();
    await page.getByText('แจกสมุดงานแล้ว ๗๗ จาก ๗๗').waitFor();
    for (const agency of roster.agencies.slice(0, 7)) {
      const blank = await fileInShared(page, 'ITA 2565', agency);
      await fileInShared(page, 'ITA 2565', agency, await answer(codec, blank, someAnswers(agency)));
    }
    await button(page, 'อ่านความคืบหน้า').click();
    await page.getByText('อ่านความคืบหน้าแล้ว').waitFor();
    await page.getByRole('button', { name: 'ปิด', exact: true }).click();
    await page.setViewportSize(SIZE);
    const picture = await page
      .getByRole('region', { name: 'ความคืบหน้า' })
      .screenshot({ path: path.join(FOLDER, 'shared.png'), animations: 'disabled' });
    expect(picture.byteLength).toBeGreaterThan(10_000);
    expect(wrongsOf(page)).toEqual([]);
  });

  it('show what was edited in the workbook of a year, before it is taken', async () => {
    const page = await standalone.open();
    await button(page, 'ชุดมาตรการของปี').click();
    const { bytes } = await delivered(page, () => button(page, 'สร้างสมุดงานชุดมาตรการ').click());
    const file = path.join(standalone.folder, 'ชุดมาตรการ-bma-2566.xlsx');
    const edits = [
      { sheet: 'ปีงบประมาณ', row: 5, column: 2, text: 'bma-2566' },
      { sheet: 'ปีงบประมาณ', row: 6, column: 2, text: '๒๕๖๖' },
      { sheet: 'หน่วยงาน', row: 6, column: 7, text: '0 2424 0056' },
    ];
    await writeFile(file, await codec.patch(bytes, edits));
    await page.locator('input[aria-label="เลือกไฟล์ชุดมาตรการ"]').setInputFiles(file);
    await page.getByRole('heading', { name: /^เปลี่ยนแปลงจาก bma-2565/ }).waitFor();
    await page.getByRole('button', { name: 'ปิด', exact: true }).click();
    await expectPicture(page, 'next-year', WIDE);
  });

  it('show the form for answers with a picture on the page without Excel', async () => {
    const page = await standalone.open();
    await openAgencyFile(page);
    await button(page, 'กรอกคำตอบในหน้านี้').click();
    await page.getByLabel('ผลการดำเนินการ', { exact: true }).waitFor();
    const photo = { name: 'อบรม.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(JPEG.baseline) };
    await page.getByLabel('เพิ่มภาพ').and(page.locator('input')).setInputFiles(photo);
    await page.getByLabel('คำอธิบายภาพที่ ๑').fill('ประชุมชี้แจงคู่มือการปฏิบัติงาน ๑๗ กุมภาพันธ์ ๒๕๖๕');
    await expectPicture(page, 'standalone-answer', { ...WIDE, height: 2010 });
    expect(wrongsOf(page)).toEqual([]);
  });

  it('show the page without Excel, before a workbook is open and after', async () => {
    const page = await standalone.open();
    await expectPicture(page, 'standalone', { ...WIDE, height: 520 });
    await openAgencyFile(page);
    await button(page, /ตอบแล้ว ๓ จาก ๗ ข้อ/).click();
    await page.getByText('ยังไม่ได้กรอก ๔ ข้อ').waitFor();
    await expectPicture(page, 'standalone-checked', WIDE);
    await button(page, 'การตั้งค่า').click();
    await page.getByText('English').click();
    await page.emulateMedia({ colorScheme: 'dark' });
    await button(page, 'Check').click();
    await page.getByText('Not ready to send yet').waitFor();
    await expectPicture(page, 'standalone-dark', WIDE);
  });
});
