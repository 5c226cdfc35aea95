import type { SkipReason } from './skip-reason.ts';
import type { DigitChange, Digits, PreservedToken } from '../text/thai-digits.ts';
import type { CellLocation } from '../spreadsheet/address.ts';
import type { CellPatch, CellRange } from '../spreadsheet/content.ts';

/** A cell that gets a text in other digits. */
export interface TextChange extends CellLocation {
  readonly kind: 'text';
  readonly before: string;
  readonly after: string;
  readonly changes: readonly DigitChange[];
  readonly preserved: readonly PreservedToken[];
}

/** A number or date that is shown in other digits; its value stays. */
export interface FormatChange extends CellLocation {
  readonly kind: 'format';
  /** Format codes; `General` where the cell has none. */
  readonly before: string;
  readonly after: string;
  /** What the cell shows before. */
  readonly text: string;
}

export type CellChange = TextChange | FormatChange;

/** A cell with digits that stays as it is. */
export interface SkippedCell extends CellLocation {
  readonly text: string;
  readonly reason: SkipReason;
  /** Tokens that keep their digits. */
  readonly preserved: readonly PreservedToken[];
}

/** A cell whose font draws ASCII digits as Thai ones, so that they look converted and are not. */
export interface FontTrap extends CellLocation {
  readonly font: string;
}

/** What a conversion would do, before anything is done. A person can take cells out of it. */
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
export type CellSwap = CellLocation & Pick<CellChange, 'kind' | 'before' | 'after'>;

/** The changes as patches of the workbook. */
export function patchesOf(swaps: readonly CellSwap[]): readonly CellPatch[] {
  return swaps.map(patchOf);
}

/** One change as a patch of its cell. Digits give way to digits, so that rich text keeps its runs. */
export function patchOf({ sheet, row, column, kind, after }: CellSwap): CellPatch {
  return kind === 'text' ? { sheet, row, column, text: after, keepRuns: true } : { sheet, row, column, format: after };
}

/** The plan without the changes that a person does not want. */
export function trimPlan(plan: ConversionPlan, wanted: (change: CellChange) => boolean): ConversionPlan {
  return { ...plan, changes: plan.changes.filter(wanted) };
}

/** The changes that undo others: before and after swapped, of texts and of formats. */
export function undoChanges(swaps: readonly CellSwap[]): readonly CellSwap[] {
  return swaps.map(({ sheet, row, column, kind, before, after }) => {
    return { sheet, row, column, kind, before: after, after: before };
  });
}
