import type { SkippedCell } from '../../../src/domain/conversion/changes.ts';
import { skippedByReason } from '../../../src/domain/conversion/skipped-cells.ts';

const left = (row: number, reason: SkippedCell['reason'], text = '1'): SkippedCell => ({
  sheet: 'ก',
  row,
  column: 0,
  text,
  reason,
  preserved: [],
});

describe('the cells that a conversion leaves', () => {
  it('are told by reason, those that nobody asked for or can see left out', () => {
    const formula = left(0, 'formula');
    const kept = left(1, 'all-kept', 'COVID-19');
    const other = left(4, 'formula');
    const told = skippedByReason([
      formula,
      kept,
      left(2, 'outside-selection'),
      left(3, 'token', 'ita:row=a-1/1/5019/5.2.3'),
      other,
      left(5, 'all-kept', 'ita:row=a-1/1/5019/5.2.3'),
    ]);
    expect([...told]).toEqual([
      ['formula', [formula, other]],
      ['all-kept', [kept]],
    ]);
  });
});
