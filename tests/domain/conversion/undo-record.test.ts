import fc from 'fast-check';
import type { CellSwap } from '../../../src/domain/conversion/changes.ts';
import { parseUndoDocument, sortSwaps, undoDocument } from '../../../src/domain/conversion/undo-record.ts';
import type { CellContent, WorkbookContent } from '../../../src/domain/spreadsheet/content.ts';
import { COLUMNS, ROWS } from '../../../src/domain/spreadsheet/limits.ts';

const swapOf = (kind: CellSwap['kind']): fc.Arbitrary<CellSwap> =>
  fc.record(
    {
      sheet: fc.string({ unit: 'grapheme', minLength: 1 }).filter((name) => name.trim() !== ''),
      row: fc.nat(ROWS - 1),
      column: fc.nat(COLUMNS - 1),
      kind: fc.constant(kind),
      before: fc.constantFrom('ปี 2565', '#,##0'),
      after: fc.constantFrom('ปี ๒๕๖๕', 't#,##0'),
      restores: fc.integer({ min: 1, max: 163 }),
    },
    { requiredKeys: ['sheet', 'row', 'column', 'kind', 'before', 'after'], noNullPrototype: true },
  );

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
        expect(parseUndoDocument(JSON.parse(json))).toStrictEqual({
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

  const restoring = (restores: unknown) =>
    document({ formats: [{ sheet: 'ก', cell: 'B8', before: '0', after: 't0', restores }] });

  it.each<[string, unknown, string, string | undefined]>([
    ['a workbook in another folder', document({ file: '../ก.xlsx' }), 'file', 'file-name'],
    ['a workbook in a folder of Windows', document({ file: 'ก\\ข.xlsx' }), 'file', 'file-name'],
    ['a cell that no sheet has', document({}, 'B0'), 'texts[0].cell', 'cell-name'],
    ['a built-in format without a number', restoring('14'), 'formats[0].restores', undefined],
    ['General as a built-in format', restoring(0), 'formats[0].restores', 'built-in-format'],
    ['half a built-in format', restoring(14.5), 'formats[0].restores', 'built-in-format'],
    ["a workbook's own format as a built-in one", restoring(164), 'formats[0].restores', 'built-in-format'],
    ['no list of formats', document({ formats: undefined }), 'formats', undefined],
    ['nothing that is a record', 'ก', '', undefined],
  ])('that names %s is refused, and the place is told', (_, raw, path, rule) => {
    const { problems } = parseUndoDocument(raw);
    expect(problems).toMatchObject([rule === undefined ? { path } : { path, rule }]);
  });
});

describe('the changes of an undo record', () => {
  const swap: CellSwap = { sheet: 'ก', row: 2, column: 1, kind: 'text', before: '๑', after: '1' };
  const format: CellSwap = { ...swap, kind: 'format', before: '[$-D00041E]0', after: 'General' };

  const workbook = (cell?: Partial<CellContent>, name = 'ก'): WorkbookContent => {
    const cells: readonly CellContent[] =
      cell === undefined ? [] : [{ row: 2, column: 1, kind: 'text', text: '', ...cell }];
    return { sheets: [{ name, state: 'visible', cells, merges: [] }], properties: new Map(), definedNames: [] };
  };

  it.each<[string, CellSwap, WorkbookContent, 'ready' | 'stale' | 'done']>([
    ['the cell is as the conversion left it', swap, workbook({ text: '๑' }), 'ready'],
    ['it was made already', swap, workbook({ text: '1' }), 'done'],
    ['the text was edited since', swap, workbook({ text: '๒' }), 'stale'],
    ['the cell was emptied', swap, workbook(), 'stale'],
    ['the cell was empty before', { ...swap, after: '' }, workbook(), 'done'],
    ['the sheet is gone', swap, workbook({ text: '๑' }, 'ข'), 'stale'],
    ['the empty cell is on a sheet that is gone', { ...swap, before: '' }, workbook(undefined, 'ข'), 'stale'],
    ['a formula now gives the text', swap, workbook({ text: '๑', formula: '"๑"' }), 'stale'],
    ['the number format is as the conversion left it', format, workbook({ format: '[$-D00041E]0' }), 'ready'],
    ['the number format was restored already', format, workbook({}), 'done'],
    ['the number format was changed since', format, workbook({ format: '0.00' }), 'stale'],
    ['the number of an emptied cell has no format', { ...format, after: '' }, workbook(), 'stale'],
  ])('are sorted by what the workbook holds now: %s', (_, one, content, expected) => {
    const { ready, stale } = sortSwaps([one], content);
    expect({ ready, stale }).toEqual({
      ready: expected === 'ready' ? [one] : [],
      stale: expected === 'stale' ? [one] : [],
    });
  });
});
