import type { SkipReason } from './skip-reason.ts';
import type { DigitChange, Digits, PreservedToken } from '../text/thai-digits.ts';
import type { CellLocation } from '../spreadsheet/address.ts';
import type { CellPatch, CellRange } from '../spreadsheet/content.ts';

/** A text cell whose digits change. */
export interface TextChange extends CellLocation {
  readonly kind: 'text';
  readonly before: string;
  readonly after: string;
  readonly changes: readonly DigitChange[];
  readonly preserved: readonly PreservedToken[];
}

/** A number or date whose number format changes; its value stays the same. */
export interface FormatChange extends CellLocation {
  readonly kind: 'format';
  /** Number format codes; `General` if the cell has none. */
  readonly before: string;
  readonly after: string;
  /** The built-in format before the change; see `CellContent.builtIn`. */
  readonly builtIn?: number;
  /** The text that the cell shows before the change. */
  readonly text: string;
}

export type CellChange = TextChange | FormatChange;

/** A cell with digits that is skipped. */
export interface SkippedCell extends CellLocation {
  readonly text: string;
  readonly reason: SkipReason;
  /** Tokens whose digits are preserved. */
  readonly preserved: readonly PreservedToken[];
}

/** A cell whose font draws ASCII digits as Thai ones, so that they look converted but are not. */
export interface FontTrap extends CellLocation {
  readonly font: string;
}

/** A planned conversion. A person can exclude cells from it. */
export interface ConversionPlan {
  readonly to: Digits;
  readonly changes: readonly CellChange[];
  readonly skipped: readonly SkippedCell[];
  readonly fontTraps: readonly FontTrap[];
}

/** A part of the workbook: a sheet, or a rectangle of it. */
export interface Selection {
  readonly sheet: string;
  readonly range?: CellRange;
}

/** One cell before and after a change: its text, or its number format. */
export type CellSwap = CellLocation &
  Pick<CellChange, 'kind' | 'before' | 'after'> & {
    /** The built-in format before the change, if it was one; see `CellContent.builtIn`. */
    readonly builtIn?: number;
    /** The built-in format after the change, if it is one. */
    readonly restores?: number;
  };

/** One change as a patch of its cell. Digits replace digits, so rich text runs are preserved. */
export function patchOf({ sheet, row, column, kind, after, restores }: CellSwap): CellPatch {
  if (kind === 'text') return { sheet, row, column, text: after, keepRuns: true };
  return { sheet, row, column, format: after, ...(restores === undefined ? {} : { builtIn: restores }) };
}

/** The inverse changes: before and after are swapped, for texts and number formats. */
export function undoChanges(swaps: readonly CellSwap[]): readonly CellSwap[] {
  return swaps.map(({ sheet, row, column, kind, before, after, builtIn, restores }) => ({
    sheet,
    row,
    column,
    kind,
    before: after,
    after: before,
    ...(restores === undefined ? {} : { builtIn: restores }),
    ...(builtIn === undefined ? {} : { restores: builtIn }),
  }));
}
