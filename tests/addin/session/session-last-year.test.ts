import { fillPatches } from '../../demo/fill.ts';
import { createChosenFiles } from '../../../src/adapters/chosen-files/chosen-files.ts';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import type { NamedBytes } from '../../../src/addin/session/session-state.ts';
import { describeNotice } from '../../../src/addin/session/notice.ts';
import { planAgencyWorkbook } from '../../../src/domain/form/plan/agency-workbook.ts';
import { readAgencyWorkbook } from '../../../src/domain/form/read/read-agency-workbook.ts';
import type { Catalogue } from '../../../src/domain/programme/catalogue.ts';
import type { MeasureKey } from '../../../src/domain/programme/programme.ts';
import { fileSession } from '../../support/file-session.ts';
import { TOWN_YEARS } from '../../support/small-town.ts';

const codec = createXlsxCodec();
const created = '2024-04-01T00:00:00.000Z';
const [earlier, later] = TOWN_YEARS.map(({ data }) => data);
const catalogue: Catalogue = { years: () => [later!.programme.year], ofYear: () => later, ofId: () => undefined };
const [first, second] = later!.roster.agencies;

/** The workbook of an agency as it came back in the earlier year, with one answer. */
async function filledLastYear(text: string): Promise<Uint8Array> {
  const { programme, roster } = earlier!;
  const agency = roster.agencies.find(({ code }) => code === first!.code)!;
  const blank = await codec.encode(planAgencyWorkbook(programme, agency, { created }));
  const filling = {
    contact: { name: '', phone: '', email: '' },
    paragraphs: new Map([['1.1.1' as MeasureKey, [text]]]),
    status: { answered: 'done', others: 'not-started' },
  } as const;
  return codec.patch(blank, fillPatches(await codec.decode(blank), filling, programme));
}

describe('workbooks that are made with the answers of last year', () => {
  it('show them beside the cells, and no answer of this year is read from them; what could not be read is named', async () => {
    const delivered: NamedBytes[] = [];
    const session = fileSession({ delivered, catalogue });
    const files = createChosenFiles([
      new File([Uint8Array.from(await filledLastYear('อบรมเจ้าหน้าที่ปีก่อน'))], 'เก่า.xlsx'),
      new File(['no workbook'], 'บันทึก.xlsx'),
    ]);
    const notice = await session.makeWorkbooks([first!.code], files);
    expect(describeNotice(notice, 'th').lines).toEqual([
      'คำตอบปีก่อนอยู่ข้างช่องที่ต้องกรอกของ ๑ จาก ๑ หน่วยงาน',
      'อ่านคำตอบปีก่อนไม่ได้ ๑ ไฟล์ (บันทึก.xlsx)',
    ]);
    const content = await codec.decode(delivered[0]!.bytes);
    const texts = content.sheets.flatMap(({ cells }) => cells.map(({ text }) => text));
    expect(texts).toContainEqual(expect.stringContaining('อบรมเจ้าหน้าที่ปีก่อน'));
    const read = readAgencyWorkbook(content, { ...later!, file: 'ใหม่.xlsx' });
    expect(read.problems).toEqual([]);
    expect(read.submissions.flatMap(({ entries }) => entries.flatMap(({ paragraphs }) => paragraphs))).toEqual([]);
  });

  it('say how many agencies have any, where several are made', async () => {
    const session = fileSession({ catalogue });
    const files = createChosenFiles([new File([Uint8Array.from(await filledLastYear('ทำแล้ว'))], 'เก่า.xlsx')]);
    expect(await session.makeWorkbooks([first!.code, second!.code], files)).toMatchObject({
      code: 'workbooks-packed',
      hints: [['last-year-beside', { count: 1, total: 2 }]],
    });
  });

  it('are made without them where none were chosen', async () => {
    expect(await fileSession({ catalogue }).makeWorkbooks([first!.code])).toMatchObject({ hints: [] });
  });
});
