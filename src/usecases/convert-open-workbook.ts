import type { ConversionPlan } from '../domain/conversion/changes.ts';
import { planConversion, type ConversionOptions } from '../domain/conversion/plan-conversion.ts';
import { whole } from './read-workbook.ts';
import type { LiveWorkbook, WorkbookHost } from './ports/workbook-host.ts';

/** What to convert: the selected cells, their sheet, or all sheets. */
export type ConversionScope = 'selection' | 'sheet' | 'workbook';

/** How to convert digits. */
export type OpenConversionOptions = Omit<ConversionOptions, 'selection' | 'keepsRuns'>;

/**
 * Plans a conversion of the whole open workbook. Nothing is written.
 * @throws {HostFault} and {@link UnreadableWorkbook} for a file of which a sheet cannot be read
 */
export async function planWorkbookConversion(
  host: Pick<WorkbookHost, 'read'>,
  options: OpenConversionOptions,
): Promise<ConversionPlan> {
  // A host that cannot preserve rich text runs skips the cell and reports it.
  return planConversion(whole(await host.read()), { ...options, keepsRuns: true });
}

/**
 * Plans a conversion of the selected cells or of their sheet. Nothing is written.
 * @throws {HostFault}
 */
export async function planSelectedConversion(
  host: Pick<LiveWorkbook, 'readSelected'>,
  scope: 'selection' | 'sheet',
  options: OpenConversionOptions,
): Promise<ConversionPlan> {
  const { content, selection } = await host.readSelected();
  return planConversion(whole(content), {
    ...options,
    ...(scope === 'selection' ? { selection } : {}),
    keepsRuns: true,
  });
}
