import { cp } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { scriptsWith } from '../../support/built-files.ts';
import {
  delivered,
  openFile,
  startStandalone,
  wrongsOf,
  type StandalonePages,
} from '../../support/standalone-pages.ts';

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
const opener = (page: Page): Locator => page.getByLabel(/^เปิดสมุดงาน(อื่น)?$/).and(page.locator('input'));

/** Holds the next file back that the page reads, as a slow disk does, until the function that is given lets it go or fail. */
async function holdNextFile(page: Page): Promise<(how: 'read' | 'fail') => Promise<void>> {
  await page.evaluate(() => {
    const { prototype } = Blob;
    const own = Object.getOwnPropertyDescriptor(prototype, 'arrayBuffer')!;
    const held = new Promise((resolve) => Object.assign(globalThis, { letGo: resolve }));
    prototype.arrayBuffer = async function () {
      Object.defineProperty(prototype, 'arrayBuffer', own);
      if ((await held) === 'fail') throw new DOMException('gone', 'NotFoundError');
      return this.arrayBuffer();
    };
  });
  return async (how) => {
    await page.evaluate(`letGo(${JSON.stringify(how)})`);
  };
}

async function fixAll(page: Page): Promise<void> {
  await button(page, 'แก้ไขทั้งหมดที่แก้ได้ (๓ ช่อง)').click();
  await button(page, 'แก้ไข ๓ ช่อง').click();
}

describe('one file after the other on the page without Excel', () => {
  it('has nothing to save of a file that was still worked on while the next one was opened', async () => {
    const page = await pages.open();
    await openFile(page, pages.file.path);
    const letGo = await holdNextFile(page);
    await opener(page).setInputFiles(other);
    await fixAll(page);
    await letGo('read');
    await page.getByText(path.basename(other), { exact: true }).waitFor();
    await button(page, 'แปลงตัวเลข').click();
    await button(page, 'ดูก่อนแปลง').click();
    await button(page, /^แปลง.*ช่อง/).waitFor();
    expect(await button(page, SAVE).count()).toBe(0);
    expect(wrongsOf(page)).toEqual([]);
  });

  it('keeps changes that were made after the next file was chosen, until they are given up', async () => {
    const page = await pages.open();
    await openFile(page, pages.file.path);
    const letGo = await holdNextFile(page);
    await opener(page).setInputFiles(other);
    await fixAll(page);
    await opener(page).setInputFiles(other);
    await letGo('fail');
    await page.getByText('แก้ไขให้แล้ว ๓ ช่อง').waitFor();
    const { bytes } = await delivered(page, () => button(page, SAVE).click());
    const texts = (await codec.decode(bytes)).sheets.flatMap(({ cells }) => cells.map(({ text }) => text));
    expect(texts).toContain('แจ้งเวียนแล้ว ๒๕ คน');
    await page.getByText(pages.file.name, { exact: true }).waitFor();
    expect(wrongsOf(page)).toEqual([]);
  });

  it('shows the next file where a view failed for the one before it', async () => {
    const page = await pages.open();
    const [script = ''] = await scriptsWith('src/addin/pane/components/agency/AgencyView.tsx');
    await page.route(`**/${script}`, async (route) => {
      const response = await route.fetch();
      const body = await response.text();
      const [, view = ''] = /AgencyView:\(\)=>(\w+)/.exec(body) ?? [];
      const begins = new RegExp(`function ${view}\\([^)]*\\){`);
      await route.fulfill({ response, body: body.replace(begins, '$&if(!globalThis.fixed)throw Error("a fault");') });
    });
    await openFile(page, pages.file.path);
    const alert = page.getByRole('alert');
    await alert.getByText(/a fault/).waitFor();
    await page.evaluate(() => Object.assign(globalThis, { fixed: true }));
    await opener(page).setInputFiles(other);
    await page.getByText('ยังไม่พร้อมส่ง').waitFor();
    expect(await alert.count()).toBe(0);
  });

  it('keeps to the settings where the browser does not store them', async () => {
    const page = await pages.open();
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await button(page, 'การตั้งค่า').click();
    await page.getByRole('radio', { name: 'English' }).check();
    await openFile(page, pages.file.path, /^Workbook of/);
    await button(page, 'Open another workbook').waitFor();
    expect(wrongsOf(page)).toEqual([]);
  });
});
