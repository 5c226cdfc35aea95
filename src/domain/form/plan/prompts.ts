import type { Measure } from '../../programme/programme.ts';
import { fillTemplate } from '../wordings/form-wording.ts';
import type { ColumnId } from '../columns.ts';
import { graphemeSegments } from '../../text/segments.ts';

/** What a measure's own prompts add to the usual one. Prompts are never read back, so these words may change. */
const WORDS = { asks: 'หลักฐานที่ขอ: {text}', hint: 'คำแนะนำ: {text}' } as const;

/** Excel's limit of characters in a prompt. */
const MAX_PROMPT = 255;

/** A range of rows, counted from 0 and ends included, and the prompt of its cells. */
export interface PromptRows {
  readonly top: number;
  readonly bottom: number;
  readonly prompt: string;
}

/**
 * The prompts of a column from top to bottom. Measures for which the office requests certain evidence or gives a hint have their own;
 * adjacent measures with the same prompt share a range.
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
    const prompt = combined(usual, ownOf(column, measure));
    const above = rows.at(-1);
    if (above?.prompt === prompt) rows[rows.length - 1] = { ...above, bottom: top + height - 1 };
    else rows.push({ top, bottom: top + height - 1, prompt });
  }
  return rows;
}

function ownOf(column: ColumnId, { asks, hint }: Measure): string | undefined {
  if (column === 'evidence' && asks !== undefined) return fillTemplate(WORDS.asks, { text: asks });
  return column === 'result' && hint !== undefined ? fillTemplate(WORDS.hint, { text: hint }) : undefined;
}

/** The usual prompt with a measure's own; too long a prompt is cut off with “…”, because the form for answers shows the whole. */
function combined(usual: string, own: string | undefined): string {
  if (own === undefined) return usual;
  const all = `${usual}\n${own}`;
  if (all.length <= MAX_PROMPT) return all;
  let shown = '';
  for (const { segment } of graphemeSegments(all)) {
    if (shown.length + segment.length >= MAX_PROMPT) break;
    shown += segment;
  }
  return `${shown}…`;
}
