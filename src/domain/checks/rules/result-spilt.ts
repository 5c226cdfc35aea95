import { cellKey, type CellPosition } from '../../spreadsheet/address.ts';
import type { SourcedText } from '../../submissions/submission.ts';
import { compareTexts } from '../../text/compare.ts';
import { listItemOf, listMarkerOf } from '../../text/list-items.ts';
import { submissionRule, type CheckedEntry, type CheckedSubmission, type CheckedText } from './rule.ts';

/** The results of one measure that stand below each other without a gap. */
interface Block {
  readonly entry: CheckedEntry;
  /** From top to bottom; one a paragraph. */
  readonly texts: readonly [CheckedText, ...CheckedText[]];
}

/**
 * Paragraphs that were pasted at one go fill cell after cell, and so the rows of the next measures too. Those measures
 * have nothing else then: no status, no date, no evidence. Whoever chooses a status there cements the error.
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
        if (spilt !== undefined) yield matchOf(owner, spilt);
        [owner, ...next] = next.slice(spilt?.length ?? 0);
      }
    }
  },
});

type Blocks = readonly [Block, ...Block[]];

function matchOf(owner: Block, spilt: Blocks) {
  const from = uniqueCells(spilt.flatMap(({ texts }) => texts));
  const { cell: to } = lastOf(owner).source;
  const [at] = spilt[0].texts;
  return { at, facts: { cells: from.length, targetCell: to }, move: { to, from } };
}

/**
 * The blocks that look like the owner's continuation. The owner must have filled all its rows, which are two or more.
 * Where it has no status either, the person may have chosen none yet: then a list must go on across the border, or a
 * third measure be reached.
 */
function spiltFrom(owner: Block, next: readonly Block[], submission: CheckedSubmission): Blocks | undefined {
  if (uniqueCells(owner.texts).length < 2) return undefined;
  const end = next.findIndex((block) => !hasNothingElse(block, submission));
  const [first, ...more] = end < 0 ? next : next.slice(0, end);
  if (first === undefined) return undefined;
  const isSure = owner.entry.status !== undefined || more.length > 0 || goesOn(lastOf(owner), first.texts[0]);
  return isSure ? [first, ...more] : undefined;
}

/** Whether a measure has no more than the texts of this block. */
function hasNothingElse(
  { entry: { measure, status, texts }, texts: own }: Block,
  { problems }: CheckedSubmission,
): boolean {
  const hasUnknown = problems.some((problem) => problem.code === 'status-unknown' && problem.measure === measure);
  return status === undefined && !hasUnknown && texts.length === own.length;
}

/** Whether a list goes on from one paragraph to the next. */
function goesOn({ text }: CheckedText, { text: next }: CheckedText): boolean {
  const [item, following] = [listItemOf(text), listItemOf(next)];
  if (item !== undefined && following !== undefined)
    return item.style === following.style && following.number === item.number + 1;
  const bullet = listMarkerOf(text).trim();
  return bullet !== '' && bullet === listMarkerOf(next).trim();
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

function lastOf({ texts: [first, ...more] }: Block): CheckedText {
  return more.at(-1) ?? first;
}

function uniqueCells(texts: readonly CheckedText[]): readonly CellPosition[] {
  return [...new Map(texts.map(({ source: { sheet, cell } }) => [cellKey(sheet, cell), cell])).values()];
}
