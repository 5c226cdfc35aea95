import type { SheetContent, WorkbookContent } from '../domain/spreadsheet/content.ts';
import {
  accept,
  join,
  pairReport,
  takeOut,
  type Replacement,
  type PairedParagraph,
  type PairedReport,
} from '../domain/master/merge/regroup.ts';
import { rowChanges, type RowChange } from '../domain/master/merge/row-changes.ts';
import type { MeasureKey, Programme } from '../domain/programme/programme.ts';
import type { Roster } from '../domain/programme/roster.ts';
import type { Variant } from '../domain/submissions/consolidation.ts';
import { baseOfMaster } from './merge-master.ts';

/** A master that is open, ready to be put together in another way. */
export interface ArrangeableReport {
  readonly programme: Programme;
  readonly roster: Roster;
  readonly paired: PairedReport;
  readonly sheets: readonly SheetContent[];
}

/** What the office wants of a measure: members of a paragraph apart, paragraphs as one, or a wording accepted. */
export type ArrangeWish =
  | { readonly kind: 'take-out'; readonly paragraph: PairedParagraph; readonly texts: readonly Variant[] }
  | { readonly kind: 'join'; readonly paragraphs: readonly PairedParagraph[] }
  | { readonly kind: 'accept'; readonly paragraph: PairedParagraph };

/** What would become of some paragraphs of a measure; `changes` is empty where that is nothing. */
export interface PlannedArrangement {
  readonly replacements: readonly Replacement[];
  readonly changes: readonly RowChange[];
}

/** Undefined where the workbook is no master of the programme, or its report was not generated from its table of all answers. */
export function arrangeableReport(
  content: WorkbookContent,
  { programme, roster }: { readonly programme: Programme; readonly roster: Roster },
): ArrangeableReport | undefined {
  const found = baseOfMaster(content, programme, roster);
  return found && { programme, roster, paired: pairReport(found.base, found.report), sheets: content.sheets };
}

/** Plans what somebody wants of a measure. */
export function planArrangement(
  { paired, sheets, ...data }: ArrangeableReport,
  measure: MeasureKey,
  wish: ArrangeWish,
): PlannedArrangement {
  const replacements = replacementsFor(paired, measure, wish);
  return { replacements, changes: rowChanges(sheets, data, measure, replacements) };
}

function replacementsFor(report: PairedReport, measure: MeasureKey, wish: ArrangeWish): readonly Replacement[] {
  switch (wish.kind) {
    case 'take-out':
      return takeOut(report, measure, wish.paragraph, wish.texts);
    case 'join':
      return join(report, measure, inOrder(wish.paragraphs));
    case 'accept':
      return accept(wish.paragraph);
  }
}

function inOrder(paragraphs: readonly PairedParagraph[]): readonly PairedParagraph[] {
  return paragraphs.toSorted((one, other) => one.own.location.row - other.own.location.row);
}
