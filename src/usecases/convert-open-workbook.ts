import type { ConversionPlan } from '../domain/conversion/changes.ts';
import { planConversion, type ConversionOptions } from '../domain/conversion/plan-conversion.ts';
import { changesTexts, leaveUsedTexts } from '../domain/conversion/used-texts.ts';
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
  host: Pick<WorkbookHost, 'read' | 'rules'>,
  options: OpenConversionOptions,
): Promise<ConversionPlan> {
  const content = whole(await host.read());
  // A host that cannot preserve rich text runs skips the cell and reports it.
  const plan = planConversion(content, { ...options, keepsRuns: true });
  return changesTexts(plan) ? leaveUsedTexts(plan, { content, rules: await host.rules(content) }) : plan;
}

/**
 * Plans a conversion of the selected cells or of their sheet. Nothing is written.
 * @throws {HostFault}
 */
export async function planSelectedConversion(
  host: Pick<LiveWorkbook, 'read' | 'readSelected' | 'rules'>,
  scope: 'selection' | 'sheet',
  options: OpenConversionOptions,
): Promise<ConversionPlan> {
  const { content, selection } = await host.readSelected();
  const plan = planConversion(whole(content), {
    ...options,
    ...(scope === 'selection' ? { selection } : {}),
    keepsRuns: true,
  });
  if (!changesTexts(plan)) return plan;
  // Formulas of other sheets may depend on the texts, too.
  const all = await host.read(undefined, 'texts');
  return leaveUsedTexts(plan, { content: all, rules: await host.rules(all) });
}
