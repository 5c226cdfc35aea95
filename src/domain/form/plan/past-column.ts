import { matchAll, type MatchedMeasures } from '../../programme/match-measures.ts';
import type { Measure, MeasureKey } from '../../programme/programme.ts';
import { cellName } from '../../spreadsheet/address.ts';
import type { CellPlan, RowPlan, SheetPlan } from '../../spreadsheet/plan.ts';
import { thaiDigits } from '../../text/digits.ts';
import { formatToken } from '../identity.ts';
import { pastChecksum } from '../past-checksum.ts';
import type { PastMeasure, PastYear } from '../read/past-year.ts';
import { fillTemplate } from '../wordings/form-wording.ts';
import type { IssueSheetLayout } from './issue-sheet.ts';

/** The words of the column. They may change from version to version, because reading recognizes them by their checksums. */
const WORDS = {
  band: 'คำตอบปีก่อน (ดูประกอบเท่านั้น ไม่นับเป็นคำตอบปีนี้)',
  heading: 'ผลการดำเนินการปีงบประมาณ พ.ศ. {year}',
  headingWithoutYear: 'ผลการดำเนินการของปีก่อน',
  status: '[{status}]',
  evidence: 'หลักฐาน: {evidence}',
  reworded: '(มาตรการปีก่อนคือ “{text}” ถ้อยคำเหมือนกันร้อยละ {percent})',
  rivals: '(มาตรการปีก่อนที่ใกล้เคียงเท่ากันมีอีก {count} ข้อ โปรดตรวจสอบ)',
} as const;

/** Characters of the standard font. */
const WIDTH = 56;

/** Characters that the first row of a measure takes at most; the rest goes into its second row, so that no row exceeds Excel's height. */
const MAX_FIRST_ROW = 600;

/** Last year's answers by this year's measures; a list of lines each. */
export type PastLines = ReadonlyMap<MeasureKey, readonly string[]>;

/** Matches last year's answers of an agency to this year's measures, which may be the same, moved or reworded. */
export function pastLines(past: PastYear, measures: readonly Measure[]): PastLines {
  const matches = matchAll(
    past.measures,
    measures.map((measure) => ({ measure })),
  );
  return new Map(
    matches.flatMap((match) =>
      match.kind === 'added' || match.kind === 'gone' ? [] : [[match.later.measure.key, linesOf(match)] as const],
    ),
  );
}

function linesOf({
  kind,
  earlier,
  likeness,
  rivals,
}: MatchedMeasures<PastMeasure, { readonly measure: Measure }>): readonly string[] {
  const { status, results, evidence, measure } = earlier;
  if (status === '' && results.length + evidence.length === 0) return [];
  const percent = thaiDigits(String(Math.floor(likeness * 100)));
  return [
    ...(kind === 'reworded' ? [fillTemplate(WORDS.reworded, { text: measure.text, percent })] : []),
    ...(rivals.length === 0 ? [] : [fillTemplate(WORDS.rivals, { count: thaiDigits(String(rivals.length)) })]),
    ...(status === '' ? [] : [fillTemplate(WORDS.status, { status })]),
    ...results,
    ...evidence.map((each) => fillTemplate(WORDS.evidence, { evidence: each })),
  ];
}

/**
 * Appends a column with last year's answers to an issue's sheet: greyed, locked and outside the print area. A hidden column next to it has
 * the checksum of each text, by which reading distinguishes them from what people type there.
 */
export function withPastColumn(
  sheet: SheetPlan,
  layout: IssueSheetLayout,
  measures: readonly Measure[],
  { lines, year }: { readonly lines: PastLines; readonly year?: number | undefined },
): SheetPlan {
  const column = sheet.columns.length;
  const heading =
    year === undefined ? WORDS.headingWithoutYear : fillTemplate(WORDS.heading, { year: thaiDigits(String(year)) });
  const texts = new Map<number, CellPlan>([
    [layout.headingRow - 1, { column, style: 'printedBand', value: WORDS.band }],
    [layout.headingRow, { column, style: 'heading', value: heading }],
  ]);
  const rows = (layout.lastRow - layout.firstRow + 1) / Math.max(1, measures.length);
  for (const [index, { key }] of measures.entries()) {
    const [first, rest] = splitLines(lines.get(key) ?? []);
    for (let row = 0; row < rows; row += 1) {
      const value = row === 0 ? first : row === 1 ? rest : '';
      texts.set(layout.firstRow + index * rows + row, { column, style: 'past', ...(value === '' ? {} : { value }) });
    }
  }
  return {
    ...sheet,
    columns: [...sheet.columns, { width: WIDTH }, { width: 10, hidden: true }],
    rows: [...sheet.rows].map((row, index) =>
      withCells(row, index === 0 ? columnToken(column) : cellWithChecksum(texts.get(index))),
    ),
    conditionalFormats: [...sheet.conditionalFormats, ...frames(layout, column)],
  };
}

function withCells(row: RowPlan, cells: readonly CellPlan[]): RowPlan {
  return cells.length === 0 ? row : { ...row, cells: [...row.cells, ...cells] };
}

function columnToken(column: number): readonly CellPlan[] {
  return [{ column, style: 'hidden', value: formatToken({ kind: 'past' }) }];
}

/** A cell of the column, and its checksum. */
function cellWithChecksum(cell: CellPlan | undefined): readonly CellPlan[] {
  if (cell?.value === undefined) return cell ? [cell] : [];
  const token = formatToken({ kind: 'past', sum: pastChecksum(String(cell.value)) });
  return [cell, { column: cell.column + 1, style: 'hidden', value: token }];
}

/** The texts of the first and the second row of a measure. */
function splitLines(lines: readonly string[]): readonly [string, string] {
  let length = 0;
  const end = lines.findIndex((line, index) => (length += line.length) > MAX_FIRST_ROW && index > 0);
  return end < 0 ? [lines.join('\n'), ''] : [lines.slice(0, end).join('\n'), lines.slice(end).join('\n')];
}

/** The lines above the first row of a measure and below its last one, as in the form's own columns. */
function frames(
  { firstRow, lastRow, column: { measure } }: IssueSheetLayout,
  column: number,
): SheetPlan['conditionalFormats'] {
  const range = { top: firstRow, bottom: lastRow, left: column, right: column };
  const begins = (row: number): string => `$${cellName({ row, column: measure })}<>""`;
  return [
    { range, formula: begins(firstRow), style: 'begin' },
    { range, formula: begins(firstRow + 1), style: 'end' },
  ];
}
