import { MAX_CELL_TEXT } from '../../spreadsheet/limits.ts';
import { STATE_COLUMN } from '../plan/issue-sheet.ts';
import { piecesOf } from '../plan/report-paragraphs.ts';
import type { MasterReport, ReportParagraph, Annotation } from '../report.ts';
import type { MergedParagraph } from './outcomes.ts';

/** A text that people wrote in a column of their own and that moves with its paragraph. */
export interface CarriedAnnotation {
  /** Counted from 0 within the rows of the paragraph. */
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Where the annotations of an edited report go in the merged one. */
export interface PlacedAnnotations {
  /** By paragraph of the edited report; sorted by row and column. */
  readonly carried: ReadonlyMap<ReportParagraph, readonly CarriedAnnotation[]>;
  /** Annotations without a place in the merged report. */
  readonly unplaced: readonly Annotation[];
}

/**
 * Moves texts in columns that the office added along with their paragraphs. They shift right by one column for each of the program's
 * columns that the edited report lacks and the merged one has. Each keeps its row within the paragraph; if the paragraph now takes
 * fewer rows, the texts of the missing rows are appended in the last one, on a line each.
 */
export function placeAnnotations(
  { annotations, hasParts, hasStates }: MasterReport,
  merged: readonly MergedParagraph[],
): PlacedAnnotations {
  const newColumns = (hasParts ? 0 : 1) + (hasStates ? 0 : 1);
  const firstOwn = STATE_COLUMN + 1 - newColumns;
  const owners = ownersByRow(merged);
  const carried = new Map<ReportParagraph, CarriedAnnotation[]>();
  const unplaced: Annotation[] = [];
  for (const annotation of annotations) {
    const { carrier, text, location } = annotation;
    const owner = carrier === 'cell' && location.column >= firstOwn ? owners.get(keyOfRow(location)) : undefined;
    if (owner === undefined) {
      unplaced.push(annotation);
      continue;
    }
    const { from, paragraph } = owner;
    const cells = carried.get(from) ?? [];
    const offset = location.row - from.location.row;
    const row = offset === 0 ? 0 : Math.min(offset, piecesOf(paragraph).length - 1);
    const column = location.column + newColumns;
    const at = cells.findIndex((cell) => cell.row === row && cell.column === column);
    const both = at < 0 ? text : `${cells[at]?.text ?? ''}\n${text}`;
    if (both.length > MAX_CELL_TEXT) unplaced.push(annotation);
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
