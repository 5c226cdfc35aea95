import { cellFinder, type CellFinder } from './cell-changes.ts';
import type { Finding } from './finding.ts';
import type { CellMove } from './rules/rule.ts';
import { cellKey, type CellPosition } from '../spreadsheet/address.ts';
import type { TextPatch, WorkbookContent } from '../spreadsheet/content.ts';
import { MAX_CELL_TEXT } from '../spreadsheet/limits.ts';

/** A new text of a cell, and the text that it replaces. */
export interface MovedCell extends TextPatch {
  /** The patch applies to this text only. */
  readonly before: string;
}

/** A move that a finding proposes. Its changes belong together: one alone would lose or duplicate a text. */
export interface PlannedMove extends CellMove {
  readonly finding: Finding;
  readonly sheet: string;
  /** The cell that receives the texts first, then those that become empty. */
  readonly changes: readonly MovedCell[];
}

/**
 * Plans the moves that findings propose: the texts become paragraphs at the end of another cell. A move is left out if
 * one of its cells is locked or holds rich text, or if the text would be longer than a cell may hold.
 */
export function plannedMoves(content: WorkbookContent, findings: readonly Finding[]): readonly PlannedMove[] {
  const find = cellFinder(content);
  return findings.flatMap((finding) => {
    const { move, sheet } = finding;
    if (move === undefined || sheet === undefined) return [];
    const changes = changesOf(sheet, move, find);
    return changes === undefined ? [] : [{ ...move, finding, sheet, changes }];
  });
}

/** The keys of all cells whose texts seem to belong to another cell and therefore do not count as answers. */
export function movedCells(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.flatMap(({ sheet = '', move }) => move?.from.map((cell) => cellKey(sheet, cell)) ?? []));
}

function changesOf(sheet: string, { to, from }: CellMove, find: CellFinder): readonly MovedCell[] | undefined {
  const [target, ...texts] = [to, ...from].map((cell) => changeableText(sheet, cell, find));
  if (target === undefined || texts.some((text) => text === undefined)) return undefined;
  const text = [target.replace(/\n$/, ''), ...texts].join('\n');
  if (text.length > MAX_CELL_TEXT) return undefined;
  return [
    { sheet, ...to, before: target, text },
    ...from.map((cell, index) => ({ sheet, ...cell, before: texts[index] ?? '', text: '' })),
  ];
}

/** The text of a cell that may be replaced; undefined if it may not. */
function changeableText(sheet: string, cell: CellPosition, find: CellFinder): string | undefined {
  const found = find(sheet, cell);
  const isChangeable = found && !found.locked && found.content.runs === undefined && found.content.kind === 'text';
  return isChangeable ? found.content.text : undefined;
}
