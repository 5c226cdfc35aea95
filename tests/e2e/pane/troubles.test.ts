import type { Page } from 'playwright-core';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { answer } from '../../support/answer.ts';
import {
  contentIn,
  errorsOf,
  inHost,
  startBuiltPane,
  type BuiltPane,
  type PaneGlobals,
} from '../../support/built-pane.ts';
import { district, districtPlan } from '../../support/plans-2565.ts';
import { textsOf } from '../../support/texts-of.ts';

const codec = createXlsxCodec();

let built: BuiltPane;
let file: Uint8Array;

beforeAll(async () => {
  built = await startBuiltPane();
  file = await answer(codec, await codec.encode(districtPlan), { '1.1.1': { result: 'จัดอบรม 25 คน' } });
});
afterAll(() => built.close());

async function openPane(): Promise<Page> {
  const page = await built.open(file);
  await page.getByText(`สมุดงานของ${district.name}`).waitFor();
  return page;
}

const check = (page: Page): Promise<void> => page.getByRole('button', { name: 'ตรวจทั้งสมุดงาน' }).click();

describe('the pane, when Excel is in trouble', () => {
  it('says so when no answer comes, leaves the workbook as it is, and works at the next try', async () => {
    const page = await openPane();
    const before = await contentIn(page);
    await page.clock.install();
    await inHost(page, (host) => host.set({ hang: true }), undefined);
    await check(page);
    await page.clock.runFor(61_000);
    await page.getByText('Excel ไม่ตอบภายในเวลาที่รอ').waitFor();
    expect(await contentIn(page)).toEqual(before);
    await inHost(page, (host) => host.set({ hang: false }), undefined);
    await check(page);
    await page.getByText('ตรวจทั้งสมุดงานแล้ว').waitFor();
    expect(errorsOf(page)).toEqual([]);
  });

  it.each([
    ['a person is typing', { cellEdit: true }, /โปรดกด Enter หรือ Esc/],
    ['the session has ended', { sessionLost: true }, /โปรดเปิดสมุดงานนี้ใหม่/],
    ['it keeps back what cells hold', { nullValues: true }, /Excel ไม่ส่งข้อมูล/],
  ])('says what to do when %s', async (_what, switches, sentence) => {
    const page = await openPane();
    await inHost(page, (host, given) => host.set(given), switches);
    await check(page);
    await page.getByText(sentence).waitFor();
    expect(errorsOf(page)).toEqual([]);
  });

  it.each([
    ['until the person has typed', { cellEdit: true }, { cellEdit: false }],
    ['and says what is wrong until a person tries again', { sessionLost: true }, { sessionLost: false }],
  ])('waits with its first look %s', async (_how, trouble, health) => {
    const page = await openPane();
    await page.addInitScript((given) => {
      (globalThis as unknown as PaneGlobals).excelHost.set(given);
    }, trouble);
    await page.reload();
    const isTold = 'sessionLost' in trouble;
    await page.getByText(isTold ? /โปรดเปิดสมุดงานนี้ใหม่/ : /กำลังดู/).waitFor();
    await page.getByRole('button', { name: 'ตรวจสอบ' }).click();
    await page.getByRole('button', { name: 'ลองใหม่' }).waitFor();
    await inHost(page, (host, given) => host.set(given), health);
    if (isTold) await page.getByRole('button', { name: 'ลองใหม่' }).click();
    await page.getByText(/สิ่งที่พบ: ยังไม่ได้กรอก/).waitFor();
    expect(await page.getByText(/โปรดเปิดสมุดงานนี้ใหม่/).count()).toBe(0);
    expect(errorsOf(page)).toEqual([]);
  });

  it('undoes nothing of what a person wrote after a conversion', async () => {
    const page = await openPane();
    const [, sheet = ''] = districtPlan.sheets.map(({ name }) => name);
    await inHost(page, (host, name) => host.select(name, ['F6']), sheet);
    await inHost(page, (host) => host.press('toThaiDigits'), undefined);
    await page.getByText('แปลงเป็นเลขไทยแล้ว ๑ ช่อง').waitFor();
    await inHost(page, (host, name) => host.type('Remote', name, 5, 5, 'จัดอบรม ๒๖ คน'), sheet);
    await page.getByRole('button', { name: 'ย้อนกลับ' }).click();
    await page.getByText(/คงไว้ ๑ ช่องเพราะมีการแก้ไขหลังจากนั้น/).waitFor();
    expect(textsOf(await contentIn(page))).toContain('จัดอบรม ๒๖ คน');
  });
});
