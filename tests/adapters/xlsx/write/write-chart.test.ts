import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createXlsxCodec } from '../../../../src/adapters/xlsx/codec.ts';
import { encodeWorkbook } from '../../../../src/adapters/xlsx/write/encode.ts';
import type { ChartPlan, SheetPlan } from '../../../../src/domain/spreadsheet/plan.ts';
import { checkOoxml } from '../../../support/check-ooxml.ts';
import { partsOf, sheetPlan, workbookPlan } from './encode-plans.ts';

const CHART: ChartPlan = {
  title: 'สถานะ <ก> & "ข"',
  description: 'แผนภูมิแท่ง\nสองซีรีส์',
  area: { top: 4, bottom: 9, left: 0, right: 2 },
  categories: { top: 1, bottom: 2, left: 0, right: 0 },
  series: [
    { name: { row: 0, column: 1 }, column: 1, fill: 'done' },
    { name: { row: 0, column: 2 }, column: 2, fill: 'begun' },
  ],
};

function charted(parts: Partial<SheetPlan> = {}): SheetPlan {
  return sheetPlan({
    name: "แผ่น 'ก' ๑",
    rows: [
      ['ชื่อ', 'เสร็จ', 'กำลังทำ'],
      ['ก', 3, 1],
      ['ข', 0, 4],
    ].map((values) => ({ cells: values.map((value, column) => ({ column, style: 'label', value })) })),
    charts: [
      CHART,
      {
        ...CHART,
        shares: true,
        direction: 'columns',
        numbersAtBase: true,
        area: { top: 20, bottom: 20, left: 1, right: 1 },
      },
    ],
    ...parts,
  });
}

const table = { name: 'T', range: { top: 0, left: 0, bottom: 2, right: 2 }, columns: ['ชื่อ', 'เสร็จ', 'กำลังทำ'] };
const plan = workbookPlan([charted({ table }), charted({ name: 'อีกแผ่น' }), sheetPlan({ name: 'เปล่า' })]);

describe('a sheet with charts', () => {
  it('is valid by the schemas of ISO 29500, with a table and without', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'ita-charts-'));
    try {
      const file = path.join(folder, 'charts.xlsx');
      writeFileSync(file, await encodeWorkbook(plan));
      expect(checkOoxml(file)).toEqual(['1 files checked, 0 with problems']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('leaves out the number of a piece that has no room for it beside a larger one, and is valid', async () => {
    const rows = [
      ['ชื่อ', 'เสร็จ', 'กำลังทำ'],
      ['ก', 300, 90],
      ['ข', 15, 15],
    ].map((values) => ({ cells: values.map((value, column) => ({ column, style: 'label' as const, value })) }));
    const area = { ...CHART.area, left: 1, right: 1 };
    const bytes = await encodeWorkbook(workbookPlan([charted({ rows, charts: [{ ...CHART, shares: true, area }] })]));
    const [done = '', begun = ''] = partsOf(bytes)['xl/charts/chart1.xml']!.split('<c:ser>').slice(1);
    expect(done).not.toContain('<c:delete');
    expect(begun.match(/<c:dLbl>.*?<\/c:dLbl>/g)).toEqual(['<c:dLbl><c:idx val="0"/><c:delete val="1"/></c:dLbl>']);
    const folder = mkdtempSync(path.join(tmpdir(), 'ita-charts-'));
    try {
      writeFileSync(path.join(folder, 'charts.xlsx'), bytes);
      expect(checkOoxml(path.join(folder, 'charts.xlsx'))).toEqual(['1 files checked, 0 with problems']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('has a drawing with the charts, whose numbers are those of its cells', async () => {
    const parts = partsOf(await encodeWorkbook(plan));
    expect(Object.keys(parts).filter((name) => /charts|drawings/.test(name))).toHaveLength(8);
    const chart = parts['xl/charts/chart1.xml']!;
    expect(chart.match(/<c:f>[^<]*<\/c:f>/g)).toEqual([
      "<c:f>'แผ่น ''ก'' ๑'!$B$1:$B$1</c:f>",
      "<c:f>'แผ่น ''ก'' ๑'!$A$2:$A$3</c:f>",
      "<c:f>'แผ่น ''ก'' ๑'!$B$2:$B$3</c:f>",
      "<c:f>'แผ่น ''ก'' ๑'!$C$1:$C$1</c:f>",
      "<c:f>'แผ่น ''ก'' ๑'!$A$2:$A$3</c:f>",
      "<c:f>'แผ่น ''ก'' ๑'!$C$2:$C$3</c:f>",
    ]);
    expect(chart.match(/<c:v>[^<]*<\/c:v>/g)?.join()).toBe(
      ['เสร็จ', 'ก', 'ข', 3, 0, 'กำลังทำ', 'ก', 'ข', 1, 4].map((value) => `<c:v>${value}</c:v>`).join(),
    );
  });

  it('has lying bars with the first on top, and standing ones from left to right', async () => {
    const parts = partsOf(await encodeWorkbook(plan));
    const looks = ['chart1', 'chart2'].map((name) =>
      parts[`xl/charts/${name}.xml`]!.match(/<c:(?:barDir|grouping|orientation|axPos|crosses) val="[^"]*"/g)?.map(
        (found) => found.slice('<c:'.length).replace(/ val="(.*)"/, ' $1'),
      ),
    );
    expect(looks).toEqual([
      [
        ...['barDir bar', 'grouping stacked', 'orientation maxMin', 'axPos l', 'crosses autoZero'],
        ...['orientation minMax', 'axPos b', 'crosses max'],
      ],
      [
        ...['barDir col', 'grouping percentStacked', 'orientation minMax', 'axPos b', 'crosses autoZero'],
        ...['orientation minMax', 'axPos l', 'crosses autoZero'],
      ],
    ]);
  });

  it('has numbers in the middle of pieces and a scale, or what its plan says', async () => {
    const other = charted({ charts: [CHART, { ...CHART, withoutScale: true, numbersAtBase: true }] });
    const parts = partsOf(await encodeWorkbook(workbookPlan([other])));
    const looks = ['chart1', 'chart2'].map((name) =>
      parts[`xl/charts/${name}.xml`]!.match(/<c:(?:dLblPos|tickLblPos) val="[^"]*"/g)?.map((found) =>
        found.slice('<c:'.length),
      ),
    );
    expect(looks).toEqual([
      ['tickLblPos val="low"', 'tickLblPos val="nextTo"'],
      ['dLblPos val="inBase"', 'dLblPos val="inBase"', 'tickLblPos val="low"', 'tickLblPos val="none"'],
    ]);
  });

  it('has its charts from the first of their cells to behind the last', async () => {
    const drawing = partsOf(await encodeWorkbook(plan))['xl/drawings/drawing1.xml']!;
    const corners = drawing.match(/<xdr:(?:from|to)>.*?<\/xdr:(?:from|to)>/g)?.map((corner) => {
      const [, column, row] = /<xdr:col>(\d+)<.*<xdr:row>(\d+)</.exec(corner) ?? [];
      return [Number(row), Number(column)];
    });
    expect(corners).toEqual([
      [4, 0],
      [10, 3],
      [20, 1],
      [21, 2],
    ]);
  });

  it('is read back as a chart with its name and its alternative text', async () => {
    const { sheets } = await createXlsxCodec().decode(await encodeWorkbook(plan));
    expect(sheets.map(({ objects = [] }) => objects.length)).toEqual([2, 2, 0]);
    expect(sheets[0]?.objects?.[0]).toMatchObject({
      kind: 'chart',
      name: CHART.title,
      description: CHART.description,
    });
  });

  it('is refused where it is drawn from a text', async () => {
    const wrong = charted({ charts: [{ ...CHART, categories: { ...CHART.categories, top: 0 } }] });
    await expect(encodeWorkbook(workbookPlan([wrong]))).rejects.toThrow('cell B1: a chart takes it for a number');
  });
});
