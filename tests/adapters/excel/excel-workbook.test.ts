import { createExcelWorkbook } from '../../../src/adapters/excel/excel-workbook.ts';
import { itKeepsTheWorkbookHostContract } from '../../contracts/workbook-host.contract.ts';
import { codec } from '../../support/excel-host/host-workbooks.ts';
import { openInExcel } from '../../support/excel-host/open-host.ts';

describe('the workbook open in Excel', () => {
  itKeepsTheWorkbookHostContract(async (plan) => {
    const { workbook } = await openInExcel(plan);
    return { host: createExcelWorkbook({ codec, delay: () => new Promise(() => undefined) }), opened: workbook.opened };
  });
});
