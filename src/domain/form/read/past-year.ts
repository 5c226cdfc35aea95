import type { MeasureKey } from '../../programme/programme.ts';
import type { CellContent, SheetContent, WorkbookContent } from '../../spreadsheet/content.ts';
import { collapse } from '../../text/compare.ts';
import { foldDigits } from '../../text/digits.ts';
import { paragraphsOf } from '../../text/paragraphs.ts';
import type { ColumnId } from '../columns.ts';
import { workbookOf } from './past-answers.ts';
import { findColumns, findTokens, identityOfSheet } from './sheet-reading.ts';

/** A measure of an earlier year as an agency's workbook shows it, with the agency's answers. */
export interface PastMeasure {
  readonly measure: {
    readonly key: MeasureKey;
    readonly text: string;
    readonly responsible: { readonly printed: string };
  };
  /** As it was chosen or typed; empty if there is none. */
  readonly status: string;
  readonly results: readonly string[];
  readonly evidence: readonly string[];
}

/** An agency's workbook of an earlier year. */
export interface PastYear {
  /** Code of the agency, as the workbook spells it. */
  readonly agency: string;
  /** The fiscal year of the Buddhist era, if the id of its programme contains it. */
  readonly year?: number;
  /** ISO 8601 instant; absent where the workbook does not say when it was saved. */
  readonly savedAt?: string;
  readonly measures: readonly PastMeasure[];
}

/**
 * Reads an agency's workbook of an earlier year. Its programme need not be known, because the sheets show the measures.
 * @returns undefined if the workbook does not identify its agency
 */
export function pastYearIn(content: WorkbookContent): PastYear | undefined {
  const workbook = workbookOf(content);
  if (workbook === undefined) return undefined;
  const [year] = /\d{4}(?=\D*$)/.exec(foldDigits(workbook.programme)) ?? [];
  return {
    agency: workbook.agency,
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(content.savedAt === undefined ? {} : { savedAt: content.savedAt }),
    measures: content.sheets.flatMap(measuresOnSheet),
  };
}

/** The texts of a measure by column. */
type Texts = Record<ColumnId, string[]>;

function measuresOnSheet(sheet: SheetContent): readonly PastMeasure[] {
  const tokenSheet = findTokens(sheet);
  if (identityOfSheet(tokenSheet).kind !== 'issue') return [];
  const { columnOf } = findColumns(tokenSheet);
  const ownerOf = ownersOf(tokenSheet.tokens);
  const found = new Map<MeasureKey, Texts>();
  for (const cell of tokenSheet.cells) {
    const column = columnOf.get(cell.column);
    const key = ownerOf(cell.row);
    if (column === undefined || key === undefined || cell.kind === 'error') continue;
    const texts = found.get(key) ?? noTexts();
    found.set(key, texts);
    texts[column].push(cell.text);
  }
  return [...found].flatMap(([key, texts]) => pastMeasure(key, texts) ?? []);
}

function noTexts(): Texts {
  return { ordinal: [], measure: [], responsible: [], status: [], result: [], date: [], evidence: [], note: [] };
}

/** Undefined if the text of the measure was deleted. */
function pastMeasure(key: MeasureKey, texts: Texts): PastMeasure | undefined {
  const status = collapse(texts.status.join(' '));
  const results = texts.result.flatMap((text) => paragraphsOf(text).map((paragraph) => paragraph.text));
  const evidence = texts.evidence.flatMap((text) => paragraphsOf(text).map((paragraph) => paragraph.text));
  const [text] = texts.measure;
  if (text === undefined) return undefined;
  const [printed = ''] = texts.responsible;
  return { measure: { key, text, responsible: { printed } }, status, results, evidence };
}

/** Finds the measure of a row: by its token, else that of the row above, up to the end row. */
function ownersOf(
  tokens: ReturnType<typeof findTokens>['tokens'],
): (row: CellContent['row']) => MeasureKey | undefined {
  const rows = tokens
    .flatMap(({ cell, token }) =>
      token.kind === 'row' || token.kind === 'end'
        ? [{ row: cell.row, key: token.kind === 'row' ? token.measure : undefined }]
        : [],
    )
    .toSorted((one, other) => one.row - other.row);
  return (row) => rows.findLast((each) => each.row <= row)?.key;
}
