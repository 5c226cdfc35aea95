import { identityOfProperties, type WorkbookIdentity } from '../domain/form/identity.ts';
import { findTokens, identityOfSheet } from '../domain/form/read/sheet-reading.ts';
import type { WorkbookHost } from './ports/workbook-host.ts';

/** What a workbook is to this program. */
export type OpenWorkbook =
  | { readonly kind: 'agency'; readonly workbook: WorkbookIdentity }
  /** The master report of a programme. */
  | { readonly kind: 'master'; readonly programme: string }
  /** Another one that the office makes for itself, such as the list of workbooks. */
  | { readonly kind: 'office' }
  /** None: a workbook has a sheet. */
  | { readonly kind: 'none' }
  /** One that says nothing of itself: somebody's own, or a form whose tokens are gone. */
  | { readonly kind: 'unknown' }
  /** A file that cannot be read as a workbook. */
  | { readonly kind: 'unreadable' };

/**
 * What is open: by the workbook's properties, else by the tokens in its sheets, which are read only then.
 * @throws {HostFault} and {@link UnreadableWorkbook}, which says why
 */
export async function identifyWorkbook(host: Pick<WorkbookHost, 'read'>): Promise<OpenWorkbook> {
  const { office, master, workbook } = identityOfProperties((await host.read([])).properties);
  if (workbook !== undefined) return { kind: 'agency', workbook };
  if (master !== undefined) return { kind: 'master', programme: master };
  if (office) return { kind: 'office' };
  const sheets = (await host.read(undefined, 'texts')).sheets.map(findTokens);
  if (sheets.length === 0) return { kind: 'none' };
  const [ofSheet] = sheets.flatMap((sheet) => identityOfSheet(sheet).workbook ?? []);
  if (ofSheet !== undefined) return { kind: 'agency', workbook: ofSheet };
  const isOffice = sheets.some(({ tokens }) => tokens.some(({ token }) => token.kind === 'office'));
  return { kind: isOffice ? 'office' : 'unknown' };
}
