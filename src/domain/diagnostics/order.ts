import { columnIndex } from '../spreadsheet/address.ts';
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
    cell: cellPosition(problem.cell),
  }))
    .sort(
      (one, other) =>
        one.agency - other.agency ||
        compareTexts(one.problem.file ?? '', other.problem.file ?? '') ||
        compareTexts(one.problem.sheet ?? '', other.problem.sheet ?? '') ||
        one.cell.row - other.cell.row ||
        one.cell.column - other.cell.column ||
        compareTexts(one.problem.code, other.problem.code) ||
        compareTexts(one.text, other.text),
    )
    .map(({ problem }) => problem);
}

/** A text that is equal exactly for problems with equal facts. */
function canonical(problem: Problem): string {
  return JSON.stringify(problem, Object.keys(problem).sort());
}

/** Row and column of an A1 reference, for sorting; 0 if missing. */
export function cellPosition(cell = ''): { readonly row: number; readonly column: number } {
  const [, letters = '', digits = '0'] = /^\$?([A-Z]+)\$?(\d+)/.exec(cell) ?? [];
  return { row: Number(digits), column: columnIndex(letters) + 1 };
}
