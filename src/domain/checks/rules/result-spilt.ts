import { cellKey, type CellPosition } from '../../spreadsheet/address.ts';
import type { SourcedText } from '../../submissions/submission.ts';
import { compareTexts } from '../../text/compare.ts';
import { foldDigits } from '../../text/digits.ts';
import { listItemOf } from '../../text/list-items.ts';
import { submissionRule, type CheckedEntry, type CheckedSubmission, type CheckedText } from './rule.ts';

/** The results of one measure that stand below each other without a gap. */
interface Block {
  readonly entry: CheckedEntry;
  /** From top to bottom; one a paragraph. */
  readonly texts: readonly [CheckedText, ...CheckedText[]];
}

/**
 * Paragraphs that were pasted at once and filled the rows of the next measures, too. Those measures have nothing else then: no status, no
 * date, no evidence. Choosing a status there would make the error permanent. Answers whose status was forgotten look similar, and are left
 * to `status-missing`.
 */
export const resultSpilt = submissionRule({
  code: 'result-spilt',
  severity: 'must',
  facts: ['cells', 'targetCell'],
  parameters: {},
  *find(submission) {
    for (const run of runsOf(submission)) {
      let [owner, ...next] = run;
      while (owner !== undefined) {
        const spilt = spiltFrom(owner, next, submission);
        if (spilt !== undefined) yield matchOf(owner, spilt, owner === run[0]);
        [owner, ...next] = next.slice(spilt?.blocks.length ?? 0);
      }
    }
  },
});

/** The blocks that look like the continuation of the one before them. */
interface Spilt {
  readonly blocks: readonly [Block, ...Block[]];
  /** Whether a numbered list continues in each of them. */
  readonly isOneList: boolean;
}

/** A paste leaves no doubt if it begins where a status was chosen, and no answer that fills its rows stands above it. */
function matchOf(owner: Block, { blocks, isOneList }: Spilt, isFirst: boolean) {
  const from = uniqueCells(blocks.flatMap(({ texts }) => texts));
  const { cell: to } = lastOf(owner).source;
  const [at] = blocks[0].texts;
  const isSure = isOneList || (isFirst && owner.entry.status !== undefined);
  return { at, facts: { cells: from.length, targetCell: to }, move: { to, from, isSure } };
}

/**
 * The blocks that continue the answer of a measure which fills all of its two or more rows: as far as its list continues in the next
 * measures, or if the texts reach a third measure and end within its rows. Texts that fill the rows of every measure, or of a single one,
 * are more likely answers of their own.
 */
function spiltFrom(owner: Block, next: readonly Block[], submission: CheckedSubmission): Spilt | undefined {
  if (rowsOf(owner) < 2) return undefined;
  const listEnd = next.findIndex(
    (block, index) =>
      !hasNothingElse(block, submission) || !continuesList(lastOf(next[index - 1] ?? owner), block.texts[0]),
  );
  const [first, ...more] = next;
  if (first === undefined) return undefined;
  if (listEnd !== 0)
    return { blocks: [first, ...more.slice(0, listEnd < 0 ? undefined : listEnd - 1)], isOneList: true };
  const last = more.at(-1);
  const areOpen = next.every((block) => hasNothingElse(block, submission) && !beginsList(block.texts[0]));
  if (last === undefined || !areOpen) return undefined;
  const fullRows = Math.min(...[owner, first, ...more.slice(0, -1)].map(rowsOf));
  return rowsOf(last) < fullRows ? { blocks: [first, ...more], isOneList: false } : undefined;
}

/** Whether a measure has nothing but the texts of this block. */
function hasNothingElse(
  { entry: { measure, status, texts }, texts: own }: Block,
  { problems }: CheckedSubmission,
): boolean {
  const hasUnknown = problems.some((problem) => problem.code === 'status-unknown' && problem.measure === measure);
  return status === undefined && !hasUnknown && texts.length === own.length;
}

/** Whether a numbered list continues from one paragraph to the next. Bullets prove nothing, because every list has them. */
function continuesList({ text }: CheckedText, { text: next }: CheckedText): boolean {
  const [item, following] = [listItemOf(text), listItemOf(next)];
  return item?.style === following?.style && item !== undefined && following?.number === item.number + 1;
}

/** Whether a paragraph is the first of a list, such as `๑.`, `(๑)` or `๒.๑`. */
function beginsList({ text }: CheckedText): boolean {
  return listItemOf(text)?.number === 1 || /^\s*\(?\d{1,2}(?:\.\d{1,2})*\.1(?!\d)/.test(foldDigits(text));
}

/** The results of each sheet by measure, cut where a row is empty. */
function runsOf({ entries }: CheckedSubmission): readonly (readonly Block[])[] {
  const results = entries
    .flatMap((entry) => entry.texts.map((text) => ({ entry, text })))
    .filter(({ text: { source } }) => source.field === 'result')
    .toSorted((one, other) => compareSources(one.text.source, other.text.source));
  const runs: Block[][] = [];
  let last: SourcedText | undefined;
  for (const { entry, text } of results) {
    const run = last !== undefined && isBelow(text.source, last) ? (runs.pop() ?? []) : [];
    const block = run.at(-1);
    if (block?.entry === entry) run[run.length - 1] = { entry, texts: [...block.texts, text] };
    else run.push({ entry, texts: [text] });
    runs.push(run);
    last = text.source;
  }
  return runs;
}

function compareSources(one: SourcedText, other: SourcedText): number {
  return compareTexts(one.sheet, other.sheet) || one.cell.column - other.cell.column || one.cell.row - other.cell.row;
}

/** Whether a text stands in the same cell as the last one, or in the cell below. */
function isBelow({ sheet, cell }: SourcedText, last: SourcedText): boolean {
  return sheet === last.sheet && cell.column === last.cell.column && cell.row - last.cell.row <= 1;
}

function rowsOf({ texts }: Block): number {
  return uniqueCells(texts).length;
}

function lastOf({ texts: [first, ...more] }: Block): CheckedText {
  return more.at(-1) ?? first;
}

function uniqueCells(texts: readonly CheckedText[]): readonly CellPosition[] {
  return [...new Map(texts.map(({ source: { sheet, cell } }) => [cellKey(sheet, cell), cell])).values()];
}
