import type { Page } from 'playwright-core';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { answer } from '../../support/answer.ts';
import {
  closing,
  errorsOf,
  inHost,
  startBuiltPane,
  textAt,
  type BuiltPane,
  type PaneGlobals,
} from '../../support/built-pane.ts';
import { districtPlan } from '../../support/plans-2565.ts';

const codec = createXlsxCodec();
const [, first] = districtPlan.sheets.map(({ name }) => name) as [string, string];

const TEXT = 'จัดอบรม 25 คน https://shorturl.asia/9nO1T';

let built: BuiltPane;
let file: Uint8Array;

beforeAll(async () => {
  built = await startBuiltPane();
  file = await answer(codec, await codec.encode(districtPlan), { '1.1.1': { result: TEXT } });
});
afterAll(() => built.close());

/** The built page beside an agency's workbook, while nobody sees it. */
async function openClosed(): Promise<Page> {
  return built.open(file, { pane: 'closed' });
}

/** The heading of what is told; that of the empty page has no language of its own. */
const TOLD = 'h1[lang]';

/** Presses a button of the ribbon and gives the window that tells what came of it. */
async function pressAndRead(page: Page, command: string): Promise<Page> {
  const opening = page.context().waitForEvent('page');
  await inHost(page, (host, id) => host.press(id), command);
  const window = await opening;
  await window.waitForSelector(TOLD);
  return window;
}

describe('the ribbon of the built add-in', () => {
  it('converts the selected cells without the pane, says what it did and takes it back', async () => {
    const page = await openClosed();
    await inHost(
      page,
      (host, name) => host.type('Local', name, 5, 5, 'จัดอบรม 25 คน https://shorturl.asia/9nO1T'),
      first,
    );
    await inHost(page, (host, name) => host.select(name, ['F6']), first);
    const window = await pressAndRead(page, 'toThaiDigits');
    expect(await window.textContent('h1')).toBe('แปลงเป็นเลขไทยแล้ว ๑ ช่อง (๑ แห่ง)');
    expect(await textAt(page, first, 5, 5)).toBe('จัดอบรม ๒๕ คน https://shorturl.asia/9nO1T');
    const next = page.context().waitForEvent('page');
    await closing(window, window.getByRole('button', { name: 'ย้อนกลับ' }).click());
    const undone = await next;
    await undone.waitForSelector(TOLD);
    expect(await undone.textContent('h1')).toBe('ย้อนกลับแล้ว ๑ ช่องเป็นเหมือนเดิม');
    expect(await textAt(page, first, 5, 5)).toBe(TEXT);
    expect(await inHost(page, (host) => host.isPaneOpen(), undefined)).toBe(false);
    expect(errorsOf(page)).toEqual([]);
  });

  it('turns Thai digits into Arabic ones', async () => {
    const page = await openClosed();
    await inHost(page, (host, name) => host.type('Local', name, 5, 5, 'รวม ๒๕ คน'), first);
    await inHost(page, (host, name) => host.select(name, ['F:F']), first);
    await pressAndRead(page, 'toArabicDigits');
    expect(await textAt(page, first, 5, 5)).toBe('รวม 25 คน');
  });

  it('checks the workbook without the pane, and the window leads to it', async () => {
    const page = await openClosed();
    const window = await pressAndRead(page, 'checkWorkbook');
    expect(await window.textContent('h1')).toMatch(/^ตรวจแล้ว ยังไม่พร้อมส่ง: ยังไม่ได้กรอก [๐-๙]+ ข้อ/);
    await closing(window, window.getByRole('button', { name: 'เปิดแผงงาน' }).click());
    await page.waitForFunction(() => (globalThis as unknown as PaneGlobals).excelHost.isPaneOpen());
    expect(errorsOf(page)).toEqual([]);
  });

  it.each(['openPane', 'makeWorkbooks', 'consolidateReport'])('%s opens the pane', async (command) => {
    const page = await openClosed();
    await inHost(page, (host, id) => host.press(id), command);
    expect(await inHost(page, (host) => host.isPaneOpen(), undefined)).toBe(true);
    expect(errorsOf(page)).toEqual([]);
  });

  it('says what to do where a person is typing, in a window too', async () => {
    const page = await openClosed();
    await inHost(page, (host) => host.set({ cellEdit: true }), undefined);
    const window = await pressAndRead(page, 'checkWorkbook');
    expect(await window.textContent('main')).toMatch(/Enter|Esc/);
  });
});
