import { identityOfProperties, yearOfProperties, type WorkbookIdentity } from '../domain/form/identity.ts';
import { findTokens, identityOfSheet } from '../domain/form/read/sheet-reading.ts';
import { isYearWorkbook } from '../domain/year-workbook/read/sheet-cells.ts';
import type { WorkbookHost } from './ports/workbook-host.ts';

/** The kind of a workbook. */
export type OpenWorkbook =
  | { readonly kind: 'agency'; readonly workbook: WorkbookIdentity }
  /** The master report of a programme. */
  | { readonly kind: 'master'; readonly programme: string; readonly version?: string }
  /** The workbook in which the office edits the data of a programme; its id is empty where only the sheets tell what it is. */
  | { readonly kind: 'programme'; readonly programme: string }
  /** Another workbook of the office, such as the list of workbooks. */
  | { readonly kind: 'office' }
  /** No workbook is open: a workbook always has a sheet. */
  | { readonly kind: 'none' }
  /** A workbook without identity: not one of ours, or a form that lost its tokens. */
  | { readonly kind: 'unknown' }
  /** A file that cannot be read as a workbook. */
  | { readonly kind: 'unreadable' };

/**
 * Identifies the open workbook by its custom properties; only if they are missing are its sheets read for tokens.
 * @throws {HostFault} and {@link UnreadableWorkbook}, which says why
 */
export async function identifyWorkbook(host: Pick<WorkbookHost, 'read'>): Promise<OpenWorkbook> {
  const { properties } = await host.read([]);
  const { office, master, workbook, yearOf } = identityOfProperties(properties);
  if (workbook !== undefined) return { kind: 'agency', workbook };
  if (master !== undefined) return { kind: 'master', programme: master, ...yearOfProperties(properties) };
  if (yearOf !== undefined) return { kind: 'programme', programme: yearOf };
  if (office) return { kind: 'office' };
  const content = await host.read(undefined, 'texts');
  if (isYearWorkbook(content)) return { kind: 'programme', programme: '' };
  const sheets = content.sheets.map(findTokens);
  if (sheets.length === 0) return { kind: 'none' };
  const [ofSheet] = sheets.flatMap((sheet) => identityOfSheet(sheet).workbook ?? []);
  if (ofSheet !== undefined) return { kind: 'agency', workbook: ofSheet };
  const isOffice = sheets.some(({ tokens }) => tokens.some(({ token }) => token.kind === 'office'));
  return { kind: isOffice ? 'office' : 'unknown' };
}
