import type { Damage, Limit, OtherFormat } from '../../domain/diagnostics/file-fault.ts';
import type { CellPatch, SheetPicture, WorkbookContent } from '../../domain/spreadsheet/content.ts';
import type { WorkbookPlan } from '../../domain/spreadsheet/plan.ts';

/** Turns plans into .xlsx bytes and bytes into content. */
export interface WorkbookCodec {
  /** The same plan gives the same bytes. */
  encode(plan: WorkbookPlan): Promise<Uint8Array>;
  /** @throws {UnreadableWorkbook} where the bytes are no workbook that can be read safely. */
  decode(bytes: Uint8Array): Promise<WorkbookContent>;
  /**
   * The workbook with new texts in some cells; every other part of the package stays byte-identical.
   * @throws {UnreadableWorkbook} as {@link decode}, or {@link RangeError} for a sheet that is not there.
   */
  patch(bytes: Uint8Array, patches: readonly CellPatch[]): Promise<Uint8Array>;
  /**
   * The pictures that lie on the sheets, with their bytes, which {@link decode} does not unpack.
   * @throws {UnreadableWorkbook} as {@link decode}.
   */
  pictures(bytes: Uint8Array): Promise<readonly SheetPicture[]>;
}

/** Why bytes cannot be read as a workbook. */
export type Unreadable =
  | { readonly reason: 'not-workbook' | 'encrypted' | 'old-format' }
  | { readonly reason: 'other-format'; readonly format: OtherFormat }
  | { readonly reason: 'damaged'; readonly damage: Damage; readonly cell?: string }
  | { readonly reason: 'too-large'; readonly limit: Limit; readonly most: number };

/** Thrown where bytes cannot be read as a workbook; `detail` says where and what in technical words. */
export class UnreadableWorkbook extends Error {
  readonly why: Unreadable;
  readonly detail: string;
  /** Name of the sheet that it was met in, where it is known. */
  readonly sheet: string | undefined;

  constructor(why: Unreadable, detail: string, options: ErrorOptions & { readonly sheet?: string } = {}) {
    super(`${why.reason}: ${detail}`, options);
    this.name = 'UnreadableWorkbook';
    this.why = why;
    this.detail = detail;
    this.sheet = options.sheet;
  }
}
