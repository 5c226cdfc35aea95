import { createExcelWorkbook } from '../../../src/adapters/excel/excel-workbook.ts';
import { patchesOf } from '../../../src/domain/conversion/changes.ts';
import { planConversion } from '../../../src/domain/conversion/plan-conversion.ts';
import { planAgencyWorkbook } from '../../../src/domain/form/plan/agency-workbook.ts';
import { builtInDigitProfile } from '../../../src/domain/programme/catalogue.ts';
import { undoCells } from '../../../src/usecases/change-cells.ts';
import { codec, contentOfHostWorkbook } from '../../support/excel-host/host-workbooks.ts';
import type { HostCell } from '../../support/excel-host/model.ts';
import { openInExcel } from '../../support/excel-host/open-host.ts';
import { SMALL_PROGRAMME, smallAgency } from '../../support/small-programme.ts';

const plan = planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('02'), { created: '2027-04-01T00:00:00.000Z' });
const first = plan.sheets[1]!.name;
const CELL = { row: 5, column: 5 };
/** 17 February 2022. */
const DATE = 44609;

async function converted(cell: Partial<HostCell>) {
  const { workbook: book } = await openInExcel(plan);
  book.sheet(first).put(CELL.row, CELL.column, { locked: false, ...cell });
  const before = contentOfHostWorkbook(book);
  const excel = createExcelWorkbook({ codec, delay: () => new Promise(() => undefined) });
  const options = { to: 'thai', profile: builtInDigitProfile(), keepsRuns: false } as const;
  const { changes, skipped } = planConversion(await excel.read([first]), {
    ...options,
    selection: [{ sheet: first, range: { top: 5, left: 5, bottom: 5, right: 5 } }],
  });
  await excel.write(patchesOf(changes));
  const format = book.sheet(first).at(CELL.row, CELL.column).format;
  const undo = (): ReturnType<typeof undoCells> => undoCells(excel, changes);
  return { book, before, excel, changes, skipped, format, undo };
}

describe('numbers and dates of Thai Excel', () => {
  it.each([
    ['the short date of the system', { value: DATE, format: 'm/d/yyyy', shown: '17/2/2565' }, '[$-D07041E]d/m/yyyy'],
    ['a Thai format of Excel 365', { value: DATE, format: '[$-,107]d/mm/yyyy;@' }, '[$-,D07]d/mm/yyyy;@'],
    ['a format that names Thai', { value: 25, format: '[$-th-TH]#,##0' }, '[$-th-TH,D00]#,##0'],
    ['a number', { value: 25, format: '0000' }, '[$-D00041E]0000'],
  ])('are converted as they are shown, and undone: %s', async (_, cell, format) => {
    const conversion = await converted(cell);
    expect(conversion.format).toBe(format);
    // What the emulated Excel shows of a date was given by hand and is no longer known.
    expect(await conversion.undo()).toMatchObject({ restored: [{ after: cell.format }], stale: [] });
    expect(conversion.book.sheet(first).at(CELL.row, CELL.column).format).toBe(cell.format);
  });

  it.each([
    ['in Thai digits already', { value: DATE, format: '[$-,D07]d/mm/yyyy;@' }],
    ['in Thai digits by the settings of the system', { value: DATE, format: 'm/d/yyyy', shown: '๑๗/๒/๒๕๖๕' }],
  ])('stay where they are shown %s', async (_, cell) => {
    const { book, before, changes } = await converted(cell);
    expect(changes).toEqual([]);
    expect(contentOfHostWorkbook(book)).toEqual(before);
  });

  it('are left alone, with a reason, where the system decides what is shown', async () => {
    const { changes, skipped } = await converted({
      value: DATE,
      format: '[$-x-sysdate]dddd, mmmm dd, yyyy',
      shown: 'วันพฤหัสบดีที่ 17 กุมภาพันธ์ 2565',
    });
    expect(changes).toEqual([]);
    expect(skipped.filter(({ reason }) => reason === 'no-such-format')).toHaveLength(1);
  });
});
