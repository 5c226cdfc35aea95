import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { readAgencyWorkbook } from '../../../src/domain/form/read/read-agency-workbook.ts';
import type { SubmittedPicture } from '../../../src/domain/submissions/submission.ts';
import { accessibilityFindings } from '../../support/axe.ts';
import { checkOoxml } from '../../support/check-ooxml.ts';
import { JPEG } from '../../support/pictures.ts';
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

/** A picture of 12 million pixels and some megabytes, as telephones take them; of one width each, so that their order is seen. */
async function photograph(page: Page, width: number): Promise<Buffer> {
  const base64 = await page.evaluate(async (width) => {
    const canvas = new OffscreenCanvas(width, 3_000);
    const context = canvas.getContext('2d')!;
    const image = context.createImageData(canvas.width, canvas.height);
    let seed = 1;
    for (let at = 0; at < image.data.length; at += 1) {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      image.data[at] = at % 4 === 3 ? 255 : 100 + (at % 60) + (seed >>> 27);
    }
    context.putImageData(image, 0, 0);
    const bytes = await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })).bytes();
    let letters = '';
    for (let at = 0; at < bytes.length; at += 0x8000)
      letters += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return btoa(letters);
  }, width);
  return Buffer.from(base64, 'base64');
}

async function picturesIn(bytes: Uint8Array): Promise<readonly SubmittedPicture[]> {
  const file = path.join(pages.folder, 'ตรวจ.xlsx');
  await writeFile(file, bytes);
  expect(checkOoxml(file)).toEqual(['1 files checked, 0 with problems']);
  const { submissions } = readAgencyWorkbook(await codec.decode(bytes), { file: 'a.xlsx', programme, roster });
  return submissions[0]!.pictures ?? [];
}

describe('pictures on the page without Excel', () => {
  it('are added many at once, photographs of telephones, in their order, or none where a person stops it', async () => {
    const page = await openForm(blank);
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
    const copy = await delivered(page, () => button(page, 'บันทึกสำเนาเป็นชื่อเดิม').click());
    const pictures = await picturesIn(copy.bytes);
    expect(pictures.map(({ picture }) => [picture.width, picture.height])).toEqual(
      widths.map((width) => [1_600, Math.round((3_000 * 1_600) / width)]),
    );
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
