import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { readAgencyWorkbook } from '../../../src/domain/form/read/read-agency-workbook.ts';
import type { SubmittedPicture } from '../../../src/domain/submissions/submission.ts';
import { accessibilityFindings } from '../../support/axe.ts';
import { checkOoxml } from '../../support/check-ooxml.ts';
import { photograph } from '../../support/photograph.ts';
import { JPEG, noise } from '../../support/pictures.ts';
import { districtPlan } from '../../support/plans-2565.ts';
import { putPictures } from '../../support/put-pictures.ts';
import { programme, roster } from '../../support/report-2565.ts';
import {
  delivered,
  openFile,
  startStandalone,
  wrongsOf,
  type StandalonePages,
} from '../../support/standalone-pages.ts';
import { until } from '../../support/until.ts';

const codec = createXlsxCodec();
let pages: StandalonePages;
let blank: Uint8Array;

beforeAll(async () => {
  pages = await startStandalone();
  blank = await codec.encode(districtPlan);
});
afterAll(() => pages.close());

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name, exact: true });
const chooser = (page: Page): Locator => page.getByLabel('เพิ่มภาพ').and(page.locator('input'));

async function openForm(bytes: Uint8Array): Promise<Page> {
  const page = await pages.open();
  const file = path.join(pages.folder, 'ภาพ.xlsx');
  await writeFile(file, bytes);
  await openFile(page, file);
  await button(page, 'กรอกคำตอบในหน้านี้').click();
  await chooser(page).waitFor({ state: 'attached' });
  return page;
}

async function picturesIn(bytes: Uint8Array): Promise<readonly SubmittedPicture[]> {
  const file = path.join(pages.folder, 'ตรวจ.xlsx');
  await writeFile(file, bytes);
  expect(checkOoxml(file)).toEqual(['1 files checked, 0 with problems']);
  const { submissions } = readAgencyWorkbook(await codec.decode(bytes), { file: 'a.xlsx', programme, roster });
  return submissions[0]!.pictures ?? [];
}

describe('pictures on the page without Excel', () => {
  it('are added many at once, in their order, kept in the draft, or none where a person stops it', async () => {
    const page = await openForm(blank);
    let workers = 0;
    page.on('worker', () => (workers += 1));
    // Of one width each, so that their order is seen.
    const widths = [4_000, 3_900, 3_800, 3_700, 3_600, 3_500, 3_400, 3_300];
    const files = [];
    for (const [index, width] of widths.entries()) {
      files.push({ name: `${index}.jpg`, mimeType: 'image/jpeg', buffer: await photograph(page, width) });
    }
    expect(Math.min(...files.map(({ buffer }) => buffer.length))).toBeGreaterThan(3e6);
    await chooser(page).setInputFiles(files);
    await page.getByRole('region', { name: 'ภาพหลักฐานของข้อนี้' }).getByRole('button', { name: 'หยุด' }).click();
    await page.getByText('หยุดตามที่สั่งแล้ว').waitFor();
    await page.getByRole('region', { name: 'ภาพหลักฐานของข้อนี้ ๐ ภาพ' }).waitFor();
    await chooser(page).setInputFiles(files);
    await page.getByText('เพิ่มภาพแล้ว ๘ ภาพ').waitFor();
    // The file was written and read again aside.
    expect(workers).toBe(2);
    await until(() => page.workers().length === 0);
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await button(page, 'ทำต่อจากร่างของ ภาพ.xlsx').click();
    await button(page, 'กรอกคำตอบในหน้านี้').click();
    await page.getByRole('region', { name: 'ภาพหลักฐานของข้อนี้ ๘ ภาพ' }).waitFor();
    const copy = await delivered(page, () => button(page, 'บันทึกสำเนาเป็นชื่อเดิม').click());
    const pictures = await picturesIn(copy.bytes);
    expect(pictures.map(({ picture }) => [picture.width, picture.height])).toEqual(
      widths.map((width) => [1_600, Math.round((3_000 * 1_600) / width)]),
    );
    expect(wrongsOf(page)).toEqual([]);
  });

  it('are kept in the draft by a browser that keeps no blobs', async () => {
    const page = await openForm(blank);
    // As a private window of Safari answers.
    await page.evaluate(() => {
      const { prototype } = IDBObjectStore;
      // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its own object
      const { put } = prototype;
      prototype.put = function (value: { readonly bytes?: unknown }) {
        if (value.bytes instanceof Blob) throw new DOMException('no blobs', 'DataCloneError');
        return put.call(this, value);
      };
    });
    const large = Buffer.from(noise(900, 900));
    expect(large.length).toBeGreaterThan(1e6);
    await chooser(page).setInputFiles({ name: 'ใหญ่.png', mimeType: 'image/png', buffer: large });
    await page.getByText('เพิ่มภาพแล้ว ๑ ภาพ').waitFor();
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await button(page, 'ทำต่อจากร่างของ ภาพ.xlsx').click();
    await button(page, 'กรอกคำตอบในหน้านี้').click();
    await page.getByRole('region', { name: 'ภาพหลักฐานของข้อนี้ ๑ ภาพ' }).waitFor();
    expect(wrongsOf(page)).toEqual([]);
  });

  it('that were in the file are shown small, described, and saved as they were but for that', async () => {
    const sheet = districtPlan.sheets[1]!.name;
    const put = { sheet, row: 5, column: 3, bytes: JPEG.baseline, description: 'เดิม', crop: 'l="25000"' };
    const page = await openForm(putPictures(blank, [put]));
    const image = page.getByRole('img', { name: 'เดิม' });
    await image.waitFor();
    expect(await image.evaluate((shown: HTMLImageElement) => shown.decode().then(() => shown.naturalWidth))).toBe(24);
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByLabel('คำอธิบายภาพที่ ๑', { exact: true }).fill('อบรมรุ่น ๑');
    const copy = await delivered(page, () => button(page, 'บันทึกสำเนาเป็นชื่อเดิม').click());
    expect(await picturesIn(copy.bytes)).toMatchObject([
      { measure: '1.1.1', description: 'อบรมรุ่น ๑', frame: { crop: { left: 0.25 } }, picture: { width: 24 } },
    ]);
    expect(wrongsOf(page)).toEqual([]);
  });
});
