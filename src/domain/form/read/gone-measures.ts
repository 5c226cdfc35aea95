import type { KeptAnswer, Problem } from '../../diagnostics/problem.ts';
import { matchAll } from '../../programme/match-measures.ts';
import { issueOfMeasure, measuresOf, type MeasureKey, type Programme } from '../../programme/programme.ts';
import { positionOf } from '../../spreadsheet/address.ts';
import type { CellContent } from '../../spreadsheet/content.ts';
import { groupBy } from '../../text/group-by.ts';
import { isAnswerColumn, type ColumnId } from '../columns.ts';
import type { TokenSheet } from './sheet-reading.ts';

/** A cell in a row of a measure that the programme does not have, and its answers if it is in an answer column. */
export interface GoneCell {
  readonly key: MeasureKey;
  readonly column: ColumnId;
  readonly cell: CellContent;
  readonly answers: readonly KeptAnswer[];
}

/**
 * A problem for each measure of a sheet that the programme does not have: it was removed, or got another key, after the workbook was
 * sent. The problem carries the measure's printed text and all answers; without an answer it is only a note. A second text in a
 * printed column was typed there by a person.
 */
export function problemsOfGone(
  cells: readonly GoneCell[],
  { sheet: { name: sheet }, tokens }: TokenSheet,
  programme: Programme,
): readonly Problem[] {
  const shown = new Set(tokens.map(({ token }) => (token.kind === 'row' ? token.measure : undefined)));
  return [...groupBy(cells, ({ key }) => key)].flatMap(([measure, ofMeasure]) => {
    const printed = new Map<ColumnId, CellContent>();
    const typed: Problem[] = [];
    for (const { column, cell } of ofMeasure.filter(({ column }) => !isAnswerColumn(column))) {
      if (!printed.has(column)) printed.set(column, cell);
      else typed.push({ code: 'text-outside-columns', text: cell.text, sheet, cell: positionOf(cell) });
    }
    const text = Array.from(printed.values(), (cell) => cell.text).join(' ');
    const about = { measure, text, sheet, cell: positionOf(ofMeasure[0].cell) };
    const answers = ofMeasure.flatMap((cell) => cell.answers);
    const likely = likelyMeasure(measure, printed.get('measure')?.text ?? '', shown, programme);
    return [
      answers.length === 0
        ? { code: 'measure-gone-unanswered', ...about }
        : { code: 'measure-gone', ...about, answers, ...(likely === undefined ? {} : { likely }) },
      ...typed,
    ];
  });
}

/** The measure that most likely replaced one that is gone: by its words, and among those without rows of their own on the sheet. */
function likelyMeasure(
  key: MeasureKey,
  text: string,
  shown: ReadonlySet<MeasureKey | undefined>,
  programme: Programme,
): MeasureKey | undefined {
  if (text === '') return undefined;
  const left = measuresOf(programme).filter(({ measure }) => !shown.has(measure.key));
  const near = left.filter(({ measure }) => issueOfMeasure(measure.key) === issueOfMeasure(key));
  for (const candidates of [near, left]) {
    const matches = matchAll([{ measure: { key, text, responsible: { printed: '' } } }], candidates);
    for (const match of matches) if ('earlier' in match && 'later' in match) return match.later.measure.key;
  }
  return undefined;
}
