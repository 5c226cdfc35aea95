import fc from 'fast-check';
import { patchOf, undoChanges, type CellSwap } from '../../../src/domain/conversion/changes.ts';

const place = { sheet: fc.constantFrom('ก', 'ข'), row: fc.nat(9), column: fc.nat(9) };
const textSwap = fc.record(
  { ...place, kind: fc.constant('text' as const), before: fc.string(), after: fc.string() },
  { noNullPrototype: true },
);
const builtIn = fc.integer({ min: 1, max: 163 });
const formatSwap: fc.Arbitrary<CellSwap> = fc.record(
  {
    ...place,
    kind: fc.constant('format' as const),
    before: fc.string(),
    after: fc.string(),
    builtIn,
    restores: builtIn,
  },
  { requiredKeys: ['sheet', 'row', 'column', 'kind', 'before', 'after'], noNullPrototype: true },
);

describe('the changes of a conversion', () => {
  it('are the same after they were undone twice', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(textSwap, formatSwap)), (swaps) => {
        expect(undoChanges(undoChanges(swaps))).toStrictEqual(swaps);
      }),
    );
  });

  it('give the cell its built-in number format again when they are undone', () => {
    const cell = { sheet: 'ก', row: 1, column: 2 };
    const swap: CellSwap = { ...cell, kind: 'format', before: 'd/m/yyyy', after: '[$-D07041E]d/m/yyyy', builtIn: 14 };
    const [undo] = undoChanges([swap]);
    expect(undo).toStrictEqual({
      ...cell,
      kind: 'format',
      before: '[$-D07041E]d/m/yyyy',
      after: 'd/m/yyyy',
      restores: 14,
    });
    expect(patchOf(swap)).toStrictEqual({ ...cell, format: '[$-D07041E]d/m/yyyy' });
    expect(patchOf(undo!)).toStrictEqual({ ...cell, format: 'd/m/yyyy', builtIn: 14 });
  });

  it('of a text preserve its rich text, because digits replace digits', () => {
    const cell = { sheet: 'ก', row: 1, column: 2 };
    expect(patchOf({ ...cell, kind: 'text', before: 'ปี 2565', after: 'ปี ๒๕๖๕' })).toStrictEqual({
      ...cell,
      text: 'ปี ๒๕๖๕',
      keepRuns: true,
    });
  });
});
