import type { ConversionPlan } from '../domain/conversion/changes.ts';
import { planConversion, type ConversionOptions } from '../domain/conversion/plan-conversion.ts';
import type { LiveWorkbook, WorkbookHost } from './ports/workbook-host.ts';

/** What of the open workbook is to be converted: the selected cells, the sheet that they are on, or all sheets. */
export type ConversionScope = 'selection' | 'sheet' | 'workbook';

/** How digits are to be converted. */
export type OpenConversionOptions = Omit<ConversionOptions, 'selection' | 'keepsRuns'>;

/**
 * What a conversion of the whole workbook that is open would do. Nothing is written.
 * @throws {HostFault}
 */
export async function planWorkbookConversion(
  host: Pick<WorkbookHost, 'read'>,
  options: OpenConversionOptions,
): Promise<ConversionPlan> {
  // Where the host cannot keep the looks of the parts of a text, it leaves the cell alone and says so.
  return planConversion(await host.read(), { ...options, keepsRuns: true });
}

/**
 * What a conversion of the selected cells, or of their sheet, would do. Nothing is written.
 * @throws {HostFault}
 */
export async function planSelectedConversion(
  host: Pick<LiveWorkbook, 'readSelected'>,
  scope: 'selection' | 'sheet',
  options: OpenConversionOptions,
): Promise<ConversionPlan> {
  const { content, selection } = await host.readSelected();
  return planConversion(content, { ...options, ...(scope === 'selection' ? { selection } : {}), keepsRuns: true });
}
