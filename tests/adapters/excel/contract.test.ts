import { createExcelWorkbook } from '../../../src/adapters/excel/excel-workbook.ts';
import { itKeepsTheWorkbookHostContract } from '../../contracts/workbook-host.contract.ts';
import { codec } from '../../support/excel-host/host-workbooks.ts';
import { TODAY } from '../../support/excel-host/host.ts';
import { openInExcel } from '../../support/excel-host/open-host.ts';
import type { Switches } from '../../support/excel-host/switches.ts';
import type { HostSettings } from '../../support/excel-host/transport.ts';

/** No document says which Excel keeps the `'` that a text is written with, so each kind is tried with some of them. */
const KEEPS = { keepsApostrophe: true };

describe.each<[string, Partial<HostSettings>, Partial<Switches>]>([
  ['Windows, of the oldest version that is supported', { platform: 'windows' }, {}],
  ["Windows in the United States, where a ' stays", { ...TODAY, locale: 'en-US' }, { ...KEEPS, region: 'en-US' }],
  ['a Mac', { ...TODAY, platform: 'mac' }, {}],
  ["the web, where a ' stays before a text", { ...TODAY, platform: 'web' }, KEEPS],
])('the workbook open in Excel on %s', (_, settings, switches) => {
  itKeepsTheWorkbookHostContract(async (plan) => {
    const { workbook } = await openInExcel(plan, settings);
    Object.assign(workbook.switches, switches);
    const excel = createExcelWorkbook({ codec, delay: () => new Promise(() => undefined) });
    const pictures = (sheet: string) =>
      Promise.resolve(
        workbook.sheet(sheet).pictures.map(({ name, description, at, picture }) => ({
          name,
          description,
          at,
          size: picture.bytes.length,
        })),
      );
    return { host: excel, pictures, opened: workbook.opened };
  });
});
