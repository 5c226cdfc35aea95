import { fileOfHostWorkbook, insertSheets } from './host-workbooks.ts';
import type { HostWorkbook } from './model.ts';
import { ExcelHost, type HostSettings } from './transport.ts';

/** The requirement sets that the add-in's manifest asks for at least. */
export const FLOOR: HostSettings = {
  requirements: { ExcelApi: '1.13', SharedRuntime: '1.1', DialogApi: '1.1' },
  locale: 'th-TH',
  platform: 'windows',
  pane: 'open',
  theme: 'white',
};

/** Microsoft 365 as it is today: Windows from build 2509, Mac from 16.100, and the web; the last two sets decide what is sent as undoable. */
export const TODAY: Pick<HostSettings, 'requirements'> = {
  requirements: {
    ...FLOOR.requirements,
    ExcelApi: '1.20',
    RichApiRuntimeFlag: '1.2',
    ExcelApiUndo: '1.20',
    File: '1.1',
    CompressedFile: '1.1',
  },
};

/**
 * An Excel that signs its people in: Microsoft 365 on Windows, Mac, iPad and the web, there for documents of SharePoint and OneDrive
 * (learn.microsoft.com/javascript/api/requirement-sets/common/nested-app-auth-requirement-sets). The bridge is `nested-bridge.ts`.
 */
export const NESTED: Pick<HostSettings, 'requirements'> = {
  requirements: { ...TODAY.requirements, NestedAppAuth: '1.1' },
};

/** An emulated Excel in which the workbook is open. */
export function hostOf(workbook: HostWorkbook, settings: HostSettings): ExcelHost {
  return new ExcelHost(
    workbook,
    {
      insertSheets: (target, bytes, { sheetNamesToInsert }) => insertSheets(target, bytes, sheetNamesToInsert),
      file: fileOfHostWorkbook,
    },
    settings,
  );
}
