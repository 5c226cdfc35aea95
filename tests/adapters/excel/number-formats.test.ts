import { createExcelWorkbook } from '../../../src/adapters/excel/excel-workbook.ts';
import { patchOf } from '../../../src/domain/conversion/changes.ts';
import { planConversion } from '../../../src/domain/conversion/plan-conversion.ts';
import { planAgencyWorkbook } from '../../../src/domain/form/plan/agency-workbook.ts';
import { builtInDigitProfile } from '../../../src/domain/programme/catalogue.ts';
import { undoCells } from '../../../src/usecases/change-cells.ts';
import { codec, contentOfHostWorkbook } from '../../support/excel-host/host-workbooks.ts';
import type { HostCell } from '../../support/excel-host/model.ts';
import { openInExcel } from '../../support/excel-host/open-host.ts';
import type { Region } from '../../support/excel-host/regions.ts';
import { SMALL_PROGRAMME, smallAgency } from '../../support/small-programme.ts';

const plan = planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('02'), { created: '2027-04-01T00:00:00.000Z' });
const first = plan.sheets[1]!.name;
const CELL = { row: 5, column: 5 };
/** 17 February 2022. */
const DATE = 44609;

async function converted(cell: Partial<HostCell>, region: Region = 'th-TH') {
  const { workbook: book } = await openInExcel(plan);
  book.switches.region = region;
  book.sheet(first).put(CELL.row, CELL.column, { locked: false, ...cell });
  const before = contentOfHostWorkbook(book);
  const excel = createExcelWorkbook({ codec, delay: () => new Promise(() => undefined) });
  const options = { to: 'thai', profile: builtInDigitProfile(), keepsRuns: false } as const;
  const { changes, skipped } = planConversion(await excel.read([first]), {
    ...options,
    selection: [{ sheet: first, range: { top: 5, left: 5, bottom: 5, right: 5 } }],
  });
  await excel.write(changes.map(patchOf));
  const { format } = book.sheet(first).at(CELL.row, CELL.column);
  const undo = (): ReturnType<typeof undoCells> => undoCells(excel, changes);
  return { book, before, changes, skipped, format, undo };
}

describe('numbers and dates of Thai Excel', () => {
  it.each([
    ['the short date of the system', { value: DATE, format: 'm/d/yyyy' }, '[$-D07041E]d/m/yyyy'],
    ['a Thai format of Excel 365', { value: DATE, format: '[$-,107]d/mm/yyyy;@' }, '[$-,D07]d/mm/yyyy;@'],
    ['a format that names Thai', { value: 25, format: '[$-th-TH]#,##0' }, '[$-th-TH,D00]#,##0'],
    ['a number', { value: 25, format: '0000' }, '[$-D00041E]0000'],
  ])('are converted as they are shown, and undone: %s', async (_, cell, format) => {
    const conversion = await converted(cell);
    expect(conversion.format).toBe(format);
    expect(await conversion.undo()).toMatchObject({ restored: [{ after: cell.format }], stale: [] });
    expect(contentOfHostWorkbook(conversion.book)).toEqual(conversion.before);
  });

  it.each([
    ['en-US', '[$-D07041E]m/d/yyyy'],
    ['sv-SE', '[$-D07041E]yyyy-mm-dd'],
    ['th-TH', '[$-D07041E]d/m/yyyy'],
    ['th-TH with months', '[$-D07041E]d-mmm-yy'],
    ['cs-CZ', '[$-D07041E]d. m. yyyy'],
  ] as const)('are converted as the computer of a country shows them: %s', async (region, format) => {
    expect((await converted({ value: DATE, format: 'm/d/yyyy' }, region)).format).toBe(format);
  });

  it.each([
    ['in Thai digits already', '[$-,D07]d/mm/yyyy;@', 'th-TH'],
    ['in Thai digits by the settings of the system', 'm/d/yyyy', 'th-TH in Thai digits'],
  ] as const)('stay where they are shown %s', async (_, format, region) => {
    const { book, before, changes } = await converted({ value: DATE, format }, region);
    expect(changes).toEqual([]);
    expect(contentOfHostWorkbook(book)).toEqual(before);
  });

  it.each(['[$-x-sysdate]dddd, mmmm dd, yyyy', '[$-F400]h:mm:ss AM/PM'])(
    'are left alone, with a reason, where the system decides what is shown: %s',
    async (format) => {
      const { changes, skipped } = await converted({ value: DATE, format });
      expect(changes).toEqual([]);
      expect(skipped.filter(({ reason }) => reason === 'no-such-format')).toHaveLength(1);
    },
  );
});
