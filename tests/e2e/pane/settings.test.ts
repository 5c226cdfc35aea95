import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { RULES } from '../../../src/domain/checks/rules/registry.ts';
import { thaiDigits } from '../../../src/domain/text/digits.ts';
import { accessibilityFindings } from '../../support/axe.ts';
import { errorsOf, startBuiltPane, type BuiltPane } from '../../support/built-pane.ts';
import { LOOKS } from '../../support/looks.ts';
import { districtPlan } from '../../support/plans-2565.ts';
import { beside } from '../../support/reflow.ts';

const rulesUsed = (count: number): string =>
  `กฎที่ใช้ตรวจ ${thaiDigits(String(count))} จาก ${thaiDigits(String(RULES.length))} ข้อ`;

let built: BuiltPane;

beforeAll(async () => {
  built = await startBuiltPane();
});
afterAll(() => built.close());

describe('the settings of the pane', () => {
  it('hold at once and are there again when the pane is opened the next time', async () => {
    const page = await built.open(await createXlsxCodec().encode(districtPlan));
    await page.getByRole('button', { name: 'การตั้งค่า' }).click();
    await page.getByLabel('ที่เก็บสมุดงานที่ทำเสร็จแล้ว').fill('SharePoint › ITA');
    await page.getByLabel('คำที่คงตัวเลขไว้').fill('ห้อง ABC\n\n ระบบ XY \n');
    await page.getByRole('button', { name: rulesUsed(RULES.length) }).click();
    await page.getByLabel('ยังไม่ได้กรอกชื่อหรือโทรศัพท์ของผู้ประสานงาน').uncheck();
    await page.getByRole('button', { name: rulesUsed(RULES.length - 1) }).waitFor();
    expect(await page.getByLabel('ปีงบประมาณของสมุดงานที่จะสร้าง').locator('option:checked').textContent()).toBe(
      'ปีงบประมาณ ๒๕๖๕',
    );
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await beside(page)).toBe(0);
    await page.reload();
    await page.getByRole('button', { name: 'การตั้งค่า' }).click();
    expect(await page.getByLabel('ที่เก็บสมุดงานที่ทำเสร็จแล้ว').inputValue()).toBe('SharePoint › ITA');
    expect(await page.getByLabel('คำที่คงตัวเลขไว้').inputValue()).toBe('ห้อง ABC\nระบบ XY');
    await page.getByRole('button', { name: rulesUsed(RULES.length - 1) }).waitFor();
    expect(errorsOf(page)).toEqual([]);
  });

  it.each(LOOKS)('are accessible at 320 px in %s, with the rules open', async (_, theme, look) => {
    const page = await built.open(await createXlsxCodec().encode(districtPlan), { theme });
    await page.emulateMedia(look);
    await page.getByRole('button', { name: 'การตั้งค่า' }).click();
    await page.getByRole('button', { name: rulesUsed(RULES.length) }).click();
    await page
      .getByRole('main')
      .getByRole('checkbox')
      .nth(RULES.length - 1)
      .waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await beside(page)).toBe(0);
  });
});
