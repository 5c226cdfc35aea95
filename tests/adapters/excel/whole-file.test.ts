import { createExcelWorkbook } from '../../../src/adapters/excel/excel-workbook.ts';
import { planIndexWorkbook } from '../../../src/domain/form/plan/index-workbook.ts';
import { faultOf } from '../../contracts/workbook-host.contract.ts';
import { codec, fileOfHostWorkbook } from '../../support/excel-host/host-workbooks.ts';
import { TODAY } from '../../support/excel-host/host.ts';
import { openInExcel } from '../../support/excel-host/open-host.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER } from '../../support/small-programme.ts';

const plan = planIndexWorkbook(SMALL_PROGRAMME, SMALL_ROSTER, { created: '2027-04-01T00:00:00.000Z' });
const never = (): Promise<void> => new Promise(() => undefined);

describe('the file of the open workbook', () => {
  it('is given whole, however often it is asked for, and no copy stays in memory', async () => {
    const host = await openInExcel(plan, TODAY);
    const excel = createExcelWorkbook({ codec, delay: never });
    const expected = await fileOfHostWorkbook(host.workbook);
    for (let time = 0; time < 3; time++) expect(await excel.file!()).toEqual(expected);
    expect(host.files.openCount).toBe(0);
  });

  it('is none where Excel does not offer it', async () => {
    await openInExcel(plan);
    expect(await createExcelWorkbook({ codec, delay: never }).file!()).toBeUndefined();
  });

  it('fails with a reason where two copies are open already', async () => {
    await openInExcel(plan, TODAY);
    const open = (): Promise<unknown> =>
      new Promise((resolve) => Office.context.document.getFileAsync(Office.FileType.Compressed, resolve));
    await open();
    await open();
    expect(await faultOf(createExcelWorkbook({ codec, delay: never }).file!())).toMatchObject({ reason: 'failed' });
  });

  it('does not keep anybody waiting for ever', async () => {
    const host = await openInExcel(plan, TODAY);
    host.files.answer = () => never() as Promise<never>;
    const excel = createExcelWorkbook({ codec, delay: () => Promise.resolve() });
    expect(await faultOf(excel.file!())).toMatchObject({ reason: 'timed-out' });
  });
});
