import type { CellPosition } from '../spreadsheet/address.ts';
import type { Roster } from '../programme/roster.ts';
import { compareTexts } from '../text/compare.ts';
import type { Problem } from './problem.ts';

/**
 * Sorts problems without duplicates, independent of their input order: by agency in roster order (none first), then by
 * file, sheet, cell and code.
 */
export function inOrder(problems: Iterable<Problem>, roster: Roster): readonly Problem[] {
  const ranks = new Map<string, number>(roster.agencies.map(({ code }, rank) => [code, rank]));
  const distinct = new Map(Array.from(problems, (problem) => [canonical(problem), problem]));
  return Array.from(distinct, ([text, problem]) => ({
    problem,
    text,
    agency: problem.agency === undefined ? -1 : (ranks.get(problem.agency) ?? ranks.size),
  }))
    .sort(
      (one, other) =>
        one.agency - other.agency ||
        compareTexts(one.problem.file ?? '', other.problem.file ?? '') ||
        compareTexts(one.problem.sheet ?? '', other.problem.sheet ?? '') ||
        compareCells(one.problem.cell, other.problem.cell) ||
        compareTexts(one.problem.code, other.problem.code) ||
        compareTexts(one.text, other.text),
    )
    .map(({ problem }) => problem);
}

/** A text that is equal exactly for problems with equal facts. */
function canonical(problem: Problem): string {
  return JSON.stringify(Object.entries(problem).sort(([one], [other]) => compareTexts(one, other)));
}

/** Compares cells of one sheet by row, then by column; what is on no cell comes first. */
export function compareCells(one: CellPosition | undefined, other: CellPosition | undefined): number {
  if (one === undefined || other === undefined) return Number(one !== undefined) - Number(other !== undefined);
  return one.row - other.row || one.column - other.column;
}
