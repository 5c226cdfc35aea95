import type { DataProblem } from '../../programme/data-problem.ts';
import { cellKey } from '../../spreadsheet/address.ts';
import type { YearProblem } from '../problem.ts';
import type { Place } from './read-cell.ts';

/** Where the values of the raw data stand in the workbook, by their paths, such as `programme.parts[0].title`. */
export class Origins {
  readonly #places = new Map<string, Place>();

  /** Notes where a value stands, or would stand. */
  note(path: string, { sheet, cell, label }: Place): void {
    this.#places.set(path, { sheet, cell, label });
  }

  /**
   * The problems of the data as problems of cells. What a cell was already complained about, for being unreadable, is left out:
   * its value is missing for that reason.
   */
  located(problems: readonly DataProblem[], known: readonly YearProblem[]): readonly YearProblem[] {
    const told = new Set(known.flatMap(({ sheet, cell }) => (sheet && cell ? [cellKey(sheet, cell)] : [])));
    return problems.flatMap((problem): readonly YearProblem[] => {
      const place = 'path' in problem ? this.#placeOf(problem.path) : undefined;
      const { sheet, cell, label = '' } = place ?? {};
      const at = sheet === undefined || cell === undefined ? {} : { sheet, cell };
      if (problem.code !== 'data-missing') {
        const first = problem.code === 'data-duplicate' ? this.#placeOf(problem.first) : undefined;
        return [{ code: 'data', label, problem, ...at, ...(first === undefined ? {} : { first }) }];
      }
      return sheet && cell && told.has(cellKey(sheet, cell)) ? [] : [{ code: 'cell-empty', label, ...at }];
    });
  }

  /** The place of a value, or of the nearest value around it. */
  #placeOf(path: string): Place | undefined {
    for (let at = path; at !== ''; at = at.replace(/(?:^|\.)[^.[\]]*$|\[\d+\]$/, '')) {
      const place = this.#places.get(at);
      if (place) return place;
    }
    return undefined;
  }
}
