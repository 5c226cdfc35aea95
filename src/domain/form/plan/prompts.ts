import type { Measure } from '../../programme/programme.ts';
import { worded } from '../wordings/form-wording.ts';
import type { ColumnId } from '../columns.ts';
import { graphemeSegments } from '../../text/segments.ts';

/** What a measure's own prompts say after the usual one. Prompts are not read back, so these words may change. */
const WORDS = { asks: 'หลักฐานที่ขอ: {text}', hint: 'คำแนะนำ: {text}' } as const;

/** Most characters of a prompt in Excel. */
const MOST = 255;

/** Rows of a column, counted from 0 and ends included, with the prompt that a person sees there. */
export interface PromptRows {
  readonly top: number;
  readonly bottom: number;
  readonly prompt: string;
}

/**
 * The prompts of a column from top to bottom: the usual one and, at measures of which the office asks for certain evidence or gives a hint,
 * one of their own. Neighbours with the same prompt share it.
 */
export function promptRows(
  column: ColumnId,
  usual: string,
  measures: readonly Measure[],
  { firstRow, lastRow }: { readonly firstRow: number; readonly lastRow: number },
): readonly PromptRows[] {
  const height = (lastRow - firstRow + 1) / Math.max(1, measures.length);
  const rows: PromptRows[] = [];
  for (const [index, measure] of measures.entries()) {
    const top = firstRow + index * height;
    const prompt = withOwn(usual, ownOf(column, measure));
    const above = rows.at(-1);
    if (above?.prompt === prompt) rows[rows.length - 1] = { ...above, bottom: top + height - 1 };
    else rows.push({ top, bottom: top + height - 1, prompt });
  }
  return rows;
}

function ownOf(column: ColumnId, { asks, hint }: Measure): string | undefined {
  if (column === 'evidence' && asks !== undefined) return worded(WORDS.asks, { text: asks });
  return column === 'result' && hint !== undefined ? worded(WORDS.hint, { text: hint }) : undefined;
}

/** What does not fit into a prompt ends with “…”: the form for answers shows all of it. */
function withOwn(usual: string, own: string | undefined): string {
  if (own === undefined) return usual;
  const all = `${usual}\n${own}`;
  if (all.length <= MOST) return all;
  let shown = '';
  for (const { segment } of graphemeSegments(all)) {
    if (shown.length + segment.length >= MOST) break;
    shown += segment;
  }
  return `${shown}…`;
}
