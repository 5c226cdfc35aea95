import { insertSheets } from './host-workbooks.ts';
import type { HostWorkbook } from './model.ts';
import { ExcelHost, type HostSettings } from './transport.ts';

/** The requirement sets that the add-in's manifest asks for at least. */
export const FLOOR: HostSettings = {
  requirements: { ExcelApi: '1.13', SharedRuntime: '1.1' },
  locale: 'th-TH',
  pane: 'open',
  theme: 'white',
};

/** An emulated Excel in which the workbook is open. */
export function hostOf(workbook: HostWorkbook, settings: HostSettings): ExcelHost {
  return new ExcelHost(
    workbook,
    { insertSheets: (target, bytes, { sheetNamesToInsert }) => insertSheets(target, bytes, sheetNamesToInsert) },
    settings,
  );
}
