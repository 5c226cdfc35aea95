import type { Problem } from '../../diagnostics/problem.ts';
import type { CellContent } from '../../spreadsheet/content.ts';
import type { SourcedText } from '../../submissions/submission.ts';

type CellOfSheet = Pick<SourcedText, 'sheet' | 'cell'>;

/** Problems about an answer that is not text, or not all of which may be meant. The text that the cell shows is used. */
export function valueProblems(cell: CellContent, location: CellOfSheet): readonly Problem[] {
  const struck = struckText(cell);
  return [
    ...kindProblems(cell, location),
    ...(struck === '' ? [] : [{ code: 'text-struck-out', text: struck, ...location } as const]),
  ];
}

function kindProblems(cell: CellContent, location: CellOfSheet): readonly Problem[] {
  const text = cell.text + formulaOf(cell);
  if (cell.kind === 'error') return [{ code: 'error-value', text, ...location }];
  if (isNotComputed(cell)) return [{ code: 'formula-not-computed', text: cell.text, ...location }];
  if (cell.formula !== undefined) return [{ code: 'value-not-text', kind: 'formula', text, ...location }];
  return cell.kind === 'text' ? [] : [{ code: 'value-not-text', kind: cell.kind, text: cell.text, ...location }];
}

/** Whether the file has a formula without the value that it gives, as some programs write it. The formula is then the text. */
function isNotComputed({ formula, text }: CellContent): boolean {
  return formula !== undefined && text === `=${formula}`;
}

/** What is struck through in a cell, a line for each part: whoever struck it through may have meant to take it out. */
function struckText({ text, runs, struck }: CellContent): string {
  if (runs === undefined) return struck === true ? text.trim() : '';
  const parts = runs.flatMap((run, index) => {
    // A run without any property looks as the cell does.
    const isStruck = run.struck ?? (struck === true && Object.keys(run).length === 1);
    return isStruck ? [text.slice(run.start, runs[index + 1]?.start).trim()] : [];
  });
  return parts.filter((part) => part !== '').join('\n');
}

/** A cell's formula as it follows its text in a problem. */
export function formulaOf({ formula }: CellContent): string {
  return formula === undefined ? '' : ` (=${formula})`;
}
