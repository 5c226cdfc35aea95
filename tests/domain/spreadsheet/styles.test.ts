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

  it('leave a result the room that rows are divided and joined by', () => {
    const issue = emptyMaster.sheets.find(({ name }) => name.startsWith('๑'))!;
    const { width } = issue.columns[3]!;
    expect(columnPoints(width) - indentPoints(STYLES.result.indent)).toBeGreaterThanOrEqual(
      columnPoints(RESULT_ROOM.width),
    );
  });
});
