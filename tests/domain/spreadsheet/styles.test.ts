import { columnPoints, indentPoints } from '../../../src/domain/spreadsheet/column-width.ts';
import {
  CHART_FILLS,
  STYLES,
  type CellStyle,
  type ChartFill,
  type ChartFillName,
  type StyleName,
} from '../../../src/domain/spreadsheet/styles.ts';
import { RESULT_ROOM } from '../../../src/domain/master/plan/report-paragraphs.ts';
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

/** Relative luminance of a colour (WCAG 2.2). */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4]
    .map((at) => parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((first, second) => second - first) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

describe('the fills of charts', () => {
  const CHARTS: readonly (readonly ChartFillName[])[] = [
    ['done', 'begun', 'open', 'apart', 'doubtful', 'absent'],
    ['before', 'added', 'unknown'],
    ['must', 'should', 'may'],
  ];

  it('are all in a chart', () => {
    expect(CHARTS.flat().toSorted()).toEqual(Object.keys(CHART_FILLS).toSorted());
  });

  it.each(CHARTS)('of one chart are told apart without colour: %s and those after it', (...names) => {
    const fills = names.map((name): ChartFill => CHART_FILLS[name]);
    for (const [index, one] of fills.entries()) {
      for (const other of fills.slice(index + 1)) {
        expect(one.pattern !== other.pattern || contrast(one.color, other.color) >= 3).toBe(true);
      }
    }
  });

  it.each(Object.entries<ChartFill>(CHART_FILLS))('let numbers be read: %s', (_, { color, back, text }) => {
    expect(contrast(back ?? color, text)).toBeGreaterThanOrEqual(4.5);
  });
});
