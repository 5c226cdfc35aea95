import type { CellTexts } from './checked-texts.ts';
import { compareCells } from '../diagnostics/order.ts';
import type { Finding } from './finding.ts';
import { fixesOf } from './fixes.ts';
import { applyEdits } from '../text/edits.ts';
import { cellKey, type CellPosition } from '../spreadsheet/address.ts';
import { isLocked, type CellContent, type TextPatch, type WorkbookContent } from '../spreadsheet/content.ts';

/** The fix of one cell: the new text, the text it replaces, and the findings. */
export interface FixedCell extends TextPatch {
  /** The cell's present text; the patch applies to this text only. */
  readonly before: string;
  /** The findings that it fixes. */
  readonly findings: readonly Finding[];
}

/** Looks up the complete texts of a workbook's cells. */
export function cellTextsOf(content: WorkbookContent): CellTexts {
  const find = cellFinder(content);
  return (sheet, cell) => find(sheet, cell)?.content.text;
}

/**
 * Plans the fixes of findings, one change per cell. Locked cells are skipped, and so are cells with rich text whose fix changes the length
 * of the text, because they would lose their runs.
 */
export function cellChanges(content: WorkbookContent, findings: readonly Finding[]): readonly FixedCell[] {
  const find = cellFinder(content);
  return fixesOf(findings).flatMap(({ sheet, cell, edits }): readonly FixedCell[] => {
    const found = find(sheet, cell);
    if (found === undefined || found.locked) return [];
    const { text: before, runs } = found.content;
    const text = applyEdits(before, edits);
    const inPlace = text.length === before.length;
    if (runs !== undefined && !inPlace) return [];
    const fixed = findings.filter(
      (finding) => finding.fix && finding.sheet === sheet && compareCells(finding.cell, cell) === 0,
    );
    return [{ sheet, ...cell, before, text, ...(runs && { keepRuns: true }), findings: fixed }];
  });
}

/** A cell, and whether its sheet's protection prevents changes to it. */
export interface FoundCell {
  readonly content: CellContent;
  readonly locked: boolean;
}

/** Looks up a cell that is not empty. */
export type CellFinder = (sheet: string, cell: CellPosition) => FoundCell | undefined;

/** Indexes the cells of a workbook. */
export function cellFinder({ sheets }: WorkbookContent): CellFinder {
  const found = new Map(
    sheets.flatMap((sheet) =>
      sheet.cells.map((content) => [cellKey(sheet.name, content), { content, locked: isLocked(sheet, content) }]),
    ),
  );
  return (sheet, cell) => found.get(cellKey(sheet, cell));
}
