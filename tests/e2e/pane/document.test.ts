import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { addResult, emptyConsolidation, finish } from '../../../src/domain/submissions/consolidate.ts';
import { planMaster } from '../../../src/usecases/plan-master.ts';
import { accessibilityFindings } from '../../support/axe.ts';
import { scriptsWith } from '../../support/built-files.ts';
import { errorsOf, startBuiltPane, type BuiltPane } from '../../support/built-pane.ts';
import { created } from '../../support/plans-2565.ts';
import { PLACE, section, template } from '../../support/letterheads.ts';
import { beside } from '../../support/reflow.ts';
import { programme, reportAsSubmissions, roster } from '../../support/report-2565.ts';
import { paragraphsIn } from '../../support/report-document.ts';
import {
  delivered,
  openFile,
  startStandalone,
  wrongsOf,
  type StandalonePages,
} from '../../support/standalone-pages.ts';

const submissions = reportAsSubmissions();
const plan = planMaster(finish(addResult(emptyConsolidation(programme, roster), { submissions, problems: [] })), {
  created,
});

let pages: StandalonePages;
let built: BuiltPane;
let master: Uint8Array;
beforeAll(async () => {
  [pages, built, master] = await Promise.all([startStandalone(), startBuiltPane(), createXlsxCodec().encode(plan)]);
});
afterAll(() => Promise.all([pages.close(), built.close()]));

const create = (page: Page): Promise<void> => page.getByRole('button', { name: 'สร้างเอกสาร Word' }).click();

describe('the document for Word', () => {
  it('is downloaded from the page without Excel, with what was chosen, and its writer is loaded only then', async () => {
    const page = await pages.open();
    const file = path.join(pages.folder, 'รายงานรวม.xlsx');
    await writeFile(file, master);
    const requested: string[] = [];
    page.on('request', (request) => requested.push(path.basename(new URL(request.url()).pathname)));
    await openFile(page, file, 'สมุดงานของผู้รวบรวมรายงาน');
    await page.getByLabel('หนังสือนำส่ง เป็นหน้าแรก').check();
    await page.getByLabel('ภาคผนวก: สถานะรายมาตรการ').check();
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await beside(page)).toBe(0);
    const writers = await scriptsWith('src/adapters/docx/codec.ts');
    expect(requested.filter((name) => writers.includes(name))).toEqual([]);
    const { name, bytes } = await delivered(page, () => create(page));
    expect(requested.filter((name) => writers.includes(name))).toHaveLength(1);
    expect(name).toBe('รายงานรวม-๒๕๖๕.docx');
    await page.getByText('สร้างเอกสาร Word แล้ว มีผลการดำเนินการ ๑๐๐ ย่อหน้า').waitFor();
    const texts = paragraphsIn(bytes);
    expect(texts[0]).toBe(`ที่ ${programme.report.letter!.number}`);
    expect(texts).toContain('ภาคผนวก สถานะการดำเนินการรายมาตรการ');
    expect(wrongsOf(page)).toEqual([]);
  });

  it('has the letterhead of the template that was chosen', async () => {
    const page = await pages.open();
    const [file, letterhead] = ['รายงานรวม.xlsx', 'หัวกระดาษ.docx'].map((name) => path.join(pages.folder, name));
    await writeFile(file!, master);
    await writeFile(letterhead!, await template([section(['ก่อน', PLACE])]));
    await openFile(page, file!, 'สมุดงานของผู้รวบรวมรายงาน');
    await page.getByLabel('เลือกแม่แบบ Word').setInputFiles(letterhead!);
    await page.getByText('แม่แบบ: หัวกระดาษ.docx').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    const { bytes } = await delivered(page, () => create(page));
    expect(paragraphsIn(bytes).slice(0, 2)).toEqual(['ก่อน', programme.report.cover[0]]);
    await page.getByText('แม่แบบไม่มีหน้าแนวนอน จึงหมุนหน้าแนวตั้งของแม่แบบ').waitFor();
    expect(wrongsOf(page)).toEqual([]);
  });

  it('is downloaded beside Excel', async () => {
    const page = await built.open(master);
    const { bytes } = await delivered(page, () => create(page));
    expect(paragraphsIn(bytes)).toEqual(expect.arrayContaining([...programme.report.cover]));
    expect(errorsOf(page)).toEqual([]);
  });

  it('is said to be made in a browser where Excel ignores downloads, and no file is claimed', async () => {
    const page = await built.open(master, { platform: 'mac' });
    const downloads: unknown[] = [];
    page.on('download', (download) => downloads.push(download));
    await create(page);
    await page.getByText(/^Excel สำหรับ Mac รับไฟล์จากแผงงานไม่ได้ จึงยังไม่ได้สร้างเอกสาร Word/).waitFor();
    const browser = page.context().waitForEvent('page');
    await page.getByRole('button', { name: 'เปิดแผงงานในเบราว์เซอร์' }).click();
    expect((await browser).url()).toBe(`${built.base}standalone.html`);
    expect(downloads).toEqual([]);
    expect(errorsOf(page)).toEqual([]);
  });
});
