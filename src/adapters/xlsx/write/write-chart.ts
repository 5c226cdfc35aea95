import { cellName, quoteSheet } from '../../../domain/spreadsheet/address.ts';
import { columnPoints } from '../../../domain/spreadsheet/column-width.ts';
import type { CellRange } from '../../../domain/spreadsheet/content.ts';
import type { ChartPlan, ChartSeries, SheetPlan } from '../../../domain/spreadsheet/plan.ts';
import { CHART_FILLS, STANDARD_FONT, type ChartFill } from '../../../domain/spreadsheet/styles.ts';
import { piecesWithoutLabel } from './chart-labels.ts';
import { DEFAULT_WIDTH } from './write-row-height.ts';
import { absoluteRange, planFault, XML_DECLARATION, xmlPlain } from './write-xml.ts';

const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';

/** Identities of the two axes, of any value that differs. */
const CATEGORY_AXIS = 1;
const VALUE_AXIS = 2;

/** Sizes of text in hundredths of a point. */
const TITLE_SIZE = 1400;
const TEXT_SIZE = 1100;
const LABEL_SIZE = 1000;

/** Thai digits; a piece of nothing has no label. */
const LABEL_FORMAT = '[$-D00041E]0;;;';

/** The values of cells, by `row,column`. */
export type CellValues = ReadonlyMap<string, string | number>;

/**
 * Where the parts of a chart are, by the direction of its bars. Lying bars begin with the first category on top: their axis is turned
 * round, and the numbers stand at its end, which is then below.
 */
const DIRECTIONS = {
  bars: { bars: 'bar', order: 'maxMin', categories: 'l', numbers: 'b', numbersAt: 'max' },
  columns: { bars: 'col', order: 'minMax', categories: 'b', numbers: 'l', numbersAt: 'autoZero' },
} as const;

/**
 * A part `xl/charts/chartN.xml` (ISO 29500-1, 21.2): stacked bars. It repeats the values of its cells, which programs show until they
 * calculate.
 * @throws {RangeError} where a cell that it is drawn from is not of its kind
 */
export function chartXml(sheet: SheetPlan, chart: ChartPlan, values: CellValues): string {
  const direction = DIRECTIONS[chart.direction ?? 'bars'];
  return (
    `${XML_DECLARATION}<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}"><c:roundedCorners val="0"/><c:chart>` +
    `${titleXml(chart)}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>` +
    `<c:barChart><c:barDir val="${direction.bars}"/><c:grouping val="${chart.shares === true ? 'percentStacked' : 'stacked'}"/><c:varyColors val="0"/>` +
    chart.series.map((each, index) => seriesXml(sheet, chart, each, index, values)).join('') +
    `<c:gapWidth val="35"/><c:overlap val="100"/><c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/></c:barChart>` +
    `${axesXml(chart)}</c:plotArea>` +
    '<c:legend><c:legendPos val="t"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>' +
    `<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></c:spPr>${textXml(TEXT_SIZE, '000000')}</c:chartSpace>`
  );
}

function titleXml({ title }: ChartPlan): string {
  return (
    `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${TITLE_SIZE}" b="1"/></a:pPr>` +
    `<a:r><a:rPr lang="th-TH" sz="${TITLE_SIZE}" b="1">${fontXml()}</a:rPr><a:t>${xmlPlain(title)}</a:t></a:r></a:p></c:rich></c:tx>` +
    '<c:overlay val="0"/></c:title>'
  );
}

/** The axes of the categories and of the numbers. */
function axesXml({ direction = 'bars', shares, withoutScale }: ChartPlan): string {
  const { order, categories, numbers, numbersAt } = DIRECTIONS[direction];
  const numberFormat = shares === true ? '[$-D00041E]0%' : '[$-D00041E]0';
  return (
    `<c:catAx><c:axId val="${CATEGORY_AXIS}"/><c:scaling><c:orientation val="${order}"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${categories}"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>` +
    `<c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>` +
    `<c:valAx><c:axId val="${VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${numbers}"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="BFBFBF"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>` +
    `<c:numFmt formatCode="${numberFormat}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>` +
    `<c:tickLblPos val="${withoutScale === true ? 'none' : 'nextTo'}"/><c:crossAx val="${CATEGORY_AXIS}"/><c:crosses val="${numbersAt}"/></c:valAx>`
  );
}

function seriesXml(
  sheet: SheetPlan,
  chart: ChartPlan,
  { name, column, fill }: ChartSeries,
  index: number,
  values: CellValues,
): string {
  const { categories, numbersAtBase } = chart;
  const numbers: CellRange = { ...categories, left: column, right: column };
  const look: ChartFill = CHART_FILLS[fill];
  const nameRange = { top: name.row, bottom: name.row, left: name.column, right: name.column };
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx>${stringsXml(sheet, nameRange, values)}</c:tx>` +
    `<c:spPr>${fillXml(look)}<a:ln w="9525"><a:solidFill><a:srgbClr val="404040"/></a:solidFill></a:ln></c:spPr>` +
    `<c:invertIfNegative val="0"/><c:dLbls>${withoutLabelsXml(sheet, chart, index, values)}` +
    `<c:numFmt formatCode="${LABEL_FORMAT}" sourceLinked="0"/>` +
    `<c:spPr>${look.back === undefined ? '<a:noFill/>' : solid(look.back)}</c:spPr>${textXml(LABEL_SIZE, look.text)}` +
    (numbersAtBase === true ? '<c:dLblPos val="inBase"/>' : '') +
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>' +
    `<c:cat>${stringsXml(sheet, categories, values)}</c:cat><c:val>${numbersXml(sheet, numbers, values)}</c:val></c:ser>`
  );
}

/** Of lying bars of one length, whose pieces may be narrower than their numbers. */
function withoutLabelsXml(sheet: SheetPlan, chart: ChartPlan, index: number, values: CellValues): string {
  if (chart.shares !== true || chart.direction === 'columns') return '';
  const { top, bottom } = chart.categories;
  const bars = Array.from({ length: bottom - top + 1 }, (_, bar) =>
    chart.series.map(({ column }) => Number(values.get(`${top + bar},${column}`) ?? 0)),
  );
  const width = barPoints(sheet, chart);
  return bars
    .map((numbers, bar) =>
      piecesWithoutLabel(numbers, width).has(index) ? `<c:dLbl><c:idx val="${bar}"/><c:delete val="1"/></c:dLbl>` : '',
    )
    .join('');
}

/** Points of the longest bar: the names of the bars take the other half of the chart. */
function barPoints({ columns }: SheetPlan, { area: { left, right } }: ChartPlan): number {
  let points = 0;
  for (let column = left; column <= right; column += 1) points += columnPoints(columns[column]?.width ?? DEFAULT_WIDTH);
  return points / 2;
}

function fillXml({ color, back, pattern }: ChartFill): string {
  if (back === undefined || pattern === undefined) return solid(color);
  return `<a:pattFill prst="${pattern}"><a:fgClr><a:srgbClr val="${color}"/></a:fgClr><a:bgClr><a:srgbClr val="${back}"/></a:bgClr></a:pattFill>`;
}

function solid(color: string): string {
  return `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`;
}

function textXml(size: number, color: string): string {
  return `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${size}">${solid(color)}${fontXml()}</a:defRPr></a:pPr><a:endParaRPr lang="th-TH"/></a:p></c:txPr>`;
}

/** Thai text takes the font of complex scripts. */
function fontXml(): string {
  return `<a:latin typeface="${STANDARD_FONT.name}"/><a:cs typeface="${STANDARD_FONT.name}"/>`;
}

function stringsXml(sheet: SheetPlan, range: CellRange, values: CellValues): string {
  const points = valuesIn(range, values).map(
    (value, index) => `<c:pt idx="${index}"><c:v>${xmlPlain(String(value ?? ''))}</c:v></c:pt>`,
  );
  return `<c:strRef>${formulaXml(sheet, range)}<c:strCache><c:ptCount val="${points.length}"/>${points.join('')}</c:strCache></c:strRef>`;
}

function numbersXml(sheet: SheetPlan, range: CellRange, values: CellValues): string {
  const points = valuesIn(range, values).map((value, index) => {
    if (typeof value !== 'number') {
      const cell = cellName({ row: range.top + index, column: range.left });
      throw planFault(`sheet "${sheet.name}", cell ${cell}`, 'a chart takes it for a number');
    }
    return `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`;
  });
  return `<c:numRef>${formulaXml(sheet, range)}<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${points.length}"/>${points.join('')}</c:numCache></c:numRef>`;
}

function formulaXml({ name }: SheetPlan, range: CellRange): string {
  return `<c:f>${xmlPlain(`${quoteSheet(name)}!${absoluteRange(range)}`)}</c:f>`;
}

function valuesIn({ top, bottom, left }: CellRange, values: CellValues): readonly (string | number | undefined)[] {
  return Array.from({ length: bottom - top + 1 }, (_, index) => values.get(`${top + index},${left}`));
}
