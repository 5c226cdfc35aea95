import type { WorkbookContent } from '../../src/domain/spreadsheet/content.ts';
import { STATE_COLUMN } from '../../src/domain/master/plan/issue-sheet.ts';
import { readMasterReport } from '../../src/domain/master/read/master-report.ts';
import type { ReportParagraph } from '../../src/domain/master/report.ts';
import type { Consolidation } from '../../src/domain/submissions/consolidation.ts';
import { mergeMaster } from '../../src/usecases/merge-master.ts';
import { planMaster } from '../../src/usecases/plan-master.ts';
import { answersOf, type AgencyAnswers } from './agency-answers.ts';
import { Grid } from './grid.ts';
import { contentOfPlan } from './plan-content.ts';
import { SMALL_PROGRAMME } from './small-programme.ts';

export const created = '2027-06-01T00:00:00Z';
const ISSUE = '๑ การปฏิบัติหน้าที่';
/** Column of the results on the sheets of issues. */
export const RESULT = 3;

/** Paragraphs of measure 1.1.1 by agency. */
export type Texts = Readonly<Record<string, string | readonly string[]>>;

/** What agencies answer to measure 1.1.1. */
export function answered(texts: Texts): Consolidation {
  const answers = Object.entries(texts).map(([agency, said]) => [agency, { '1.1.1': [said].flat() }]);
  return answersOf(Object.fromEntries(answers) as AgencyAnswers, true);
}

/** Empties a row, but for the title of its measure and its hidden key. */
export function clear(grid: Grid, row: number): void {
  grid.put(row, RESULT, '');
  for (let column = RESULT + 2; column <= STATE_COLUMN; column += 1) grid.put(row, column, '');
}

/** A master that somebody works in on the sheet of issue 1. */
export class WorkedMaster {
  readonly content: WorkbookContent;

  constructor(content: WorkbookContent) {
    this.content = content;
  }

  static of(texts: Texts): WorkedMaster {
    return new WorkedMaster(contentOfPlan(planMaster(answered(texts), { created })));
  }

  get paragraphs(): readonly ReportParagraph[] {
    return readMasterReport(this.content, SMALL_PROGRAMME).measures[0]!.paragraphs;
  }

  /** The paragraphs of measure 1.1.1, with their states. */
  get lines(): readonly string[] {
    return this.paragraphs.map(({ text, state }) => (state === undefined ? text : `[${state}] ${text}`));
  }

  edit(work: (grid: Grid, rowOf: (words: string) => number) => void): WorkedMaster {
    const sheets = this.content.sheets.map((sheet) => {
      if (sheet.name !== ISSUE) return sheet;
      const grid = new Grid(sheet);
      work(grid, (words) => grid.cells.find(({ column, text }) => column === RESULT && text.includes(words))!.row);
      return grid.toContent();
    });
    return new WorkedMaster({ ...this.content, sheets });
  }

  /** Puts paragraphs of somebody's own, without any hidden texts, behind the one with these words. */
  insert(behind: string, ...texts: readonly string[]): WorkedMaster {
    return this.edit((grid, rowOf) => {
      const at = rowOf(behind) + 1;
      grid.insertRows(at, texts.length);
      texts.forEach((text, index) => grid.put(at + index, RESULT, text));
    });
  }

  put(words: string, text: string): WorkedMaster {
    return this.edit((grid, rowOf) => grid.put(rowOf(words), RESULT, text));
  }

  replace(words: string, text: string, by: string): WorkedMaster {
    return this.edit((grid, rowOf) => {
      const row = rowOf(words);
      grid.put(row, RESULT, grid.at(row, RESULT)!.text.replace(text, by));
    });
  }

  /** Cuts a row out and puts it in behind another, as a person does with the whole row. */
  move(words: string, behind: string): WorkedMaster {
    return this.edit((grid, rowOf) => {
      const own = grid.cells.filter(({ row, column }) => row === rowOf(words) && column >= RESULT);
      const rest = grid.cells.filter((cell) => !own.includes(cell));
      grid.cells = rest;
      const at = rowOf(behind) + 1;
      grid.insertRows(at, 1);
      grid.cells.push(...own.map((cell) => ({ ...cell, row: at })));
    });
  }

  remove(words: string): WorkedMaster {
    return this.edit((grid, rowOf) => clear(grid, rowOf(words)));
  }

  /** The report with other answers; undefined where they are the same, or where too little of it is known. */
  next(texts: Texts): WorkedMaster | undefined {
    const theirs = answered(texts);
    const merge = mergeMaster(this.content, theirs);
    return merge?.kind === 'merged'
      ? new WorkedMaster(contentOfPlan(planMaster(theirs, { created, merge: merge.facts })))
      : undefined;
  }

  consolidate(texts: Texts): WorkedMaster {
    const next = this.next(texts);
    if (next === undefined) throw new Error('nothing was merged');
    return next;
  }

  cells(sheet: string): readonly string[] {
    return this.content.sheets.find(({ name }) => name === sheet)?.cells.map(({ text }) => text) ?? [];
  }
}
