import type { WorkbookPlan } from '../../../src/domain/workbook/sheet-plan.ts';
import { hostWorkbookOfPlan, insertSheets } from './host-workbooks.ts';
import { startOffice } from './load-office.ts';
import type { HostWorkbook } from './model.ts';
import { ExcelHost, type HostSettings } from './transport.ts';

/** The requirement sets that the add-in's manifest asks for at least. */
const FLOOR: HostSettings = { requirements: { ExcelApi: '1.13', SharedRuntime: '1.1' }, locale: 'th-TH' };

/** An emulated Excel with the workbook open in it, and office.js connected to it. */
export async function openInExcel(
  opened: WorkbookPlan | HostWorkbook,
  settings: Partial<HostSettings> = {},
): Promise<ExcelHost> {
  const workbook = 'addSheet' in opened ? opened : hostWorkbookOfPlan(opened);
  const services = {
    insertSheets: (
      target: HostWorkbook,
      bytes: Uint8Array,
      { sheetNamesToInsert }: { readonly sheetNamesToInsert?: readonly string[] },
    ) => insertSheets(target, bytes, sheetNamesToInsert),
  };
  const host = new ExcelHost(workbook, services, { ...FLOOR, ...settings });
  await startOffice(host);
  host.syncs = 0;
  return host;
}
