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
  it('are told by reason, those that nobody asked for or can see left out', () => {
    const formula = skipped(0, 'formula');
    const preserved = skipped(1, 'all-preserved', 'COVID-19');
    const other = skipped(4, 'formula');
    const told = skippedByReason([
      formula,
      preserved,
      skipped(2, 'outside-selection'),
      skipped(3, 'token', 'ita:row=a-1/1/5019/5.2.3'),
      other,
      skipped(5, 'all-preserved', 'ita:row=a-1/1/5019/5.2.3'),
    ]);
    expect([...told]).toEqual([
      ['formula', [formula, other]],
      ['all-preserved', [preserved]],
    ]);
  });
});
