import fc from 'fast-check';
import type { CellSwap } from '../../../src/domain/conversion/changes.ts';
import { parseUndoDocument, undoDocument } from '../../../src/domain/conversion/undo-record.ts';
import { COLUMNS, ROWS } from '../../../src/domain/spreadsheet/limits.ts';

const swapOf = (kind: CellSwap['kind']) =>
  fc.record({
    sheet: fc.string({ unit: 'grapheme', minLength: 1 }).filter((name) => name.trim() !== ''),
    row: fc.nat(ROWS - 1),
    column: fc.nat(COLUMNS - 1),
    kind: fc.constant(kind),
    before: fc.constantFrom('ปี 2565', '#,##0'),
    after: fc.constantFrom('ปี ๒๕๖๕', 't#,##0'),
  });

const document = (change: Readonly<Record<string, unknown>> = {}, cell = 'B7') => ({
  file: 'ก.xlsx',
  texts: [{ sheet: 'ก', cell, before: '1', after: '๑' }],
  formats: [],
  ...change,
});

describe('an undo record', () => {
  it('is read from its JSON as it was written, texts before formats', () => {
    fc.assert(
      fc.property(fc.array(swapOf('text')), fc.array(swapOf('format')), (texts, formats) => {
        const json = JSON.stringify(undoDocument({ file: 'ก.xlsx', swaps: [...formats, ...texts] }));
        expect(parseUndoDocument(JSON.parse(json))).toEqual({
          value: { file: 'ก.xlsx', swaps: [...texts, ...formats] },
          problems: [],
        });
      }),
    );
  });

  it('spells cells as a person does', () => {
    const swap = { sheet: 'ก', row: 6, column: 1, before: '1', after: '๑' };
    expect(undoDocument({ file: 'ก.xlsx', swaps: [{ ...swap, kind: 'text' }] })).toEqual(document());
  });

  it.each([
    ['a workbook in another folder', document({ file: '../ก.xlsx' }), 'file'],
    ['a workbook in a folder of Windows', document({ file: 'ก\\ข.xlsx' }), 'file'],
    ['a cell that no sheet has', document({}, 'B0'), 'texts[0].cell'],
    ['no list of formats', document({ formats: undefined }), 'formats'],
    ['nothing that is a record', 'ก', ''],
  ])('that names %s is refused, and the place is told', (_, raw, path) => {
    const { problems } = parseUndoDocument(raw);
    expect(problems.map((problem) => 'path' in problem && problem.path)).toEqual([path]);
  });
});
