import { cellKey, type CellPosition } from '../spreadsheet/address.ts';
import type { Edit } from '../text/edits.ts';
import { groupBy } from '../text/group-by.ts';
import type { Finding } from './finding.ts';

/** The fixes of one cell, which do not overlap. */
export interface CellFixes {
  readonly sheet: string;
  readonly cell: CellPosition;
  /** In order. */
  readonly edits: readonly Edit[];
}

/** Groups the fixes of these findings by cell, each once. Leave a finding out to skip its fix. */
export function fixesOf(findings: readonly Finding[]): readonly CellFixes[] {
  const fixable = findings.flatMap(({ sheet, cell, fix }) =>
    sheet === undefined || cell === undefined || fix === undefined ? [] : [{ sheet, cell, fix }],
  );
  return [...groupBy(fixable, ({ sheet, cell }) => cellKey(sheet, cell)).values()].map((fixes) => {
    const [{ sheet, cell }] = fixes;
    const edits = [...groupBy(fixes, ({ fix }) => `${fix.start} ${fix.end}`).values()].map(([{ fix }]) => fix);
    return { sheet, cell, edits: edits.toSorted((one, other) => one.start - other.start) };
  });
}
