import type { WorkbookPlan } from '../../../src/domain/spreadsheet/plan.ts';
import { hostWorkbookOfPlan } from './host-workbooks.ts';
import { FLOOR, hostOf } from './host.ts';
import { startOffice } from './load-office.ts';
import type { HostWorkbook } from './model.ts';
import type { ExcelHost, HostSettings } from './transport.ts';

/** An emulated Excel with the workbook open in it, and office.js connected to it in this process. */
export async function openInExcel(
  opened: WorkbookPlan | HostWorkbook,
  settings: Partial<HostSettings> = {},
): Promise<ExcelHost> {
  const workbook = 'addSheet' in opened ? opened : hostWorkbookOfPlan(opened);
  const host = hostOf(workbook, { ...FLOOR, ...settings });
  await startOffice(host);
  host.syncs = 0;
  return host;
}
