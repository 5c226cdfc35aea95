import type { SkippedCell } from '../../../src/domain/conversion/changes.ts';
import { skippedByReason } from '../../../src/domain/conversion/skipped-cells.ts';

const skipped = (row: number, reason: SkippedCell['reason'], text = '1'): SkippedCell => ({
  sheet: 'ก',
  row,
  column: 0,
  text,
  reason,
  preserved: [],
});

describe('the cells that a conversion leaves', () => {
  it('are told by reason, without those that nobody asked for', () => {
    const formula = skipped(0, 'formula');
    const preserved = skipped(1, 'all-preserved', 'COVID-19');
    const other = skipped(4, 'formula');
    const told = skippedByReason([formula, preserved, skipped(2, 'outside-selection'), other]);
    expect([...told]).toEqual([
      ['formula', [formula, other]],
      ['all-preserved', [preserved]],
    ]);
  });
});
