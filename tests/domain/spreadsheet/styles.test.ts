import { columnPoints, indentPoints } from '../../../src/domain/spreadsheet/column-width.ts';
import { STYLES, type CellStyle, type StyleName } from '../../../src/domain/spreadsheet/styles.ts';
import { RESULT_ROOM } from '../../../src/domain/master/plan/issue-sheet.ts';
import { emptyMaster } from '../../support/plans-2565.ts';

describe('the formats of cells', () => {
  it('keep every text off the line at its left', () => {
    const touching = Object.entries(STYLES as Readonly<Record<StyleName, CellStyle>>).filter(
      ([, { border, horizontal, indent = 0 }]) => border !== undefined && horizontal !== 'center' && indent === 0,
    );
    expect(touching).toEqual([]);
  });

  it('print the sheets of the report at the size of their font: their columns are no wider than a page', () => {
    // A4 in landscape between margins of half an inch, and a digit of TH SarabunPSK 16 at 96 dots an inch.
    const [page, digit] = [((841.9 - 72) / 72) * 96, 8];
    const printed = emptyMaster.sheets.filter(({ name }) => /^(?:ปก|[๐-๙])/.test(name));
    const widths = printed.map(({ columns, print }) => columns.slice(0, print.lastColumn + 1));
    expect(widths).toHaveLength(9);
    const wide = widths.filter((of) => of.reduce((sum, { width }) => sum + width * digit, 0) > page);
    expect(wide).toEqual([]);
  });

  it('leave a result the room that rows are divided and joined by', () => {
    const issue = emptyMaster.sheets.find(({ name }) => name.startsWith('๑'))!;
    const { width } = issue.columns[3]!;
    expect(columnPoints(width) - indentPoints(STYLES.result.indent)).toBeGreaterThanOrEqual(
      columnPoints(RESULT_ROOM.width),
    );
  });
});
