import { MAX_CELL_TEXT } from '../../spreadsheet/limits.ts';
import { STATE_COLUMN } from '../plan/issue-sheet.ts';
import { piecesOf } from '../plan/report-paragraphs.ts';
import type { MasterReport, ReportParagraph, TextBeside } from '../report.ts';
import type { MergedParagraph } from './outcomes.ts';

/** A text that people wrote in a column of their own, which goes with its paragraph. */
export interface CarriedCell {
  /** Row of the paragraph, counted from 0. */
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** What becomes of the texts beside the results. */
export interface PlacedBeside {
  /** By the paragraphs of the edited report, by row and column. */
  readonly carried: ReadonlyMap<ReportParagraph, readonly CarriedCell[]>;
  /** What has no place in the merged report. */
  readonly unplaced: readonly TextBeside[];
}

/**
 * Texts in columns of the office's own go with their paragraphs, a column on for each of the program's that comes in before them. Each stays
 * beside its row of the paragraph or, where that takes fewer rows now, beside the last one, a line each.
 */
export function placeBeside(
  { beside, hasParts, hasStates }: MasterReport,
  merged: readonly MergedParagraph[],
): PlacedBeside {
  const comeIn = (hasParts ? 0 : 1) + (hasStates ? 0 : 1);
  const firstOwn = STATE_COLUMN + 1 - comeIn;
  const owners = ownersByRow(merged);
  const carried = new Map<ReportParagraph, CarriedCell[]>();
  const unplaced: TextBeside[] = [];
  for (const each of beside) {
    const { carrier, text, location } = each;
    const owner = carrier === 'cell' && location.column >= firstOwn ? owners.get(keyOfRow(location)) : undefined;
    if (owner === undefined) {
      unplaced.push(each);
      continue;
    }
    const { from, paragraph } = owner;
    const cells = carried.get(from) ?? [];
    const offset = location.row - from.location.row;
    const row = offset === 0 ? 0 : Math.min(offset, piecesOf(paragraph).length - 1);
    const column = location.column + comeIn;
    const at = cells.findIndex((cell) => cell.row === row && cell.column === column);
    const both = at < 0 ? text : `${cells[at]?.text ?? ''}\n${text}`;
    if (both.length > MAX_CELL_TEXT) unplaced.push(each);
    else cells.splice(at < 0 ? cells.length : at, 1, { row, column, text: both });
    carried.set(from, cells);
  }
  for (const cells of carried.values()) cells.sort((one, other) => one.row - other.row || one.column - other.column);
  return { carried, unplaced };
}

interface Owner {
  readonly from: ReportParagraph;
  readonly paragraph: MergedParagraph;
}

function ownersByRow(merged: readonly MergedParagraph[]): ReadonlyMap<string, Owner> {
  const owners = new Map<string, Owner>();
  for (const paragraph of merged) {
    const { from } = paragraph;
    if (from === undefined) continue;
    const { sheet, row } = from.location;
    for (let at = row; at < row + (from.rowCount ?? 1); at += 1)
      owners.set(keyOfRow({ sheet, row: at }), { from, paragraph });
  }
  return owners;
}

function keyOfRow({ sheet, row }: { readonly sheet: string; readonly row: number }): string {
  return `${row} ${sheet}`;
}
