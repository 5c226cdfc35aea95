import fc from 'fast-check';
import { columnKey, columnNamesIn } from '../../../../src/adapters/xlsx/patch/column-names.ts';

/** A column name as Excel writes it in a formula: an apostrophe before each special character. */
const escaped = (name: string): string => name.replace(/['[\]#@]/g, "'$&");

describe('the columns that a formula refers to', () => {
  it.each<[string, readonly string[]]>([
    ['SUM(A1:B2)', []],
    ['SUM(T[ปี 2565])', ['ปี 2565']],
    ['T[ ปี 2565 ]', ['ปี 2565']],
    ['T[[#This Row],[ปี 2565]]*2', ['#this row', ',', 'ปี 2565']],
    ['[@ปี]+[@[ข้อ 1]]', ['ปี', 'ข้อ 1']],
    ["T[ปี '[2565']]", ['ปี [2565]']],
    ["SUM(T[ข้อ '#1])", ['ข้อ #1']],
    ["T[It''s]", ["it's"]],
    ['T[R&D 2565]', ['r&d 2565']],
    ['INDIRECT("T[ผล]")', ['ผล']],
    ['T[ผล', ['ผล']],
    ['T[]', []],
  ])('%s', (formula, names) => {
    expect(columnNamesIn(formula).map(columnKey)).toEqual(names);
  });

  it('are found whatever characters their names have', () => {
    const name = fc
      .string({
        unit: fc.constantFrom('ก', '1', ' ', '&', '[', ']', '#', "'", '@', '"', ',', ':', '(', ')'),
        minLength: 1,
      })
      .filter((text) => columnKey(text) !== '');
    fc.assert(
      fc.property(name, fc.constantFrom('SUM(T[?])', 'T[[#This Row],[?]]', 'A1&T[[a]:[?]]'), (text, formula) => {
        const names = columnNamesIn(formula.replace('?', () => escaped(text))).map(columnKey);
        expect(names).toContain(columnKey(text));
      }),
    );
  });
});
