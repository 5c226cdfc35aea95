import { createXlsxCodec } from '../../../../src/adapters/xlsx/codec.ts';
import { encodeWorkbook } from '../../../../src/adapters/xlsx/write/encode.ts';
import type { RowPlan, WorkbookPlan } from '../../../../src/domain/spreadsheet/plan.ts';
import { partsOf, sheetPlan, workbookPlan } from './encode-plans.ts';

const ROWS = 3_000;
const textOf = (row: number): string => `${row} ${'ข้อความ😀'.repeat(20)}`;

/** A sheet of which no part fits one piece, its rows made as they are asked for. */
function largePlan(told: () => void = () => undefined): WorkbookPlan {
  const rows = {
    *[Symbol.iterator](): Generator<RowPlan> {
      told();
      yield { cells: [{ column: 0, style: 'heading', value: 'ก' }] };
      for (let row = 1; row < ROWS; row += 1) yield { cells: [{ column: 0, style: 'data', value: textOf(row) }] };
    },
  };
  return workbookPlan([
    sheetPlan({ rows, table: { name: 'T', range: { top: 0, left: 0, right: 0 }, columns: ['ก'] } }),
  ]);
}

describe('a workbook whose rows are made as they are asked for', () => {
  it('is written whole, and read back with every check that the reader makes', async () => {
    const { sheets } = await createXlsxCodec().decode(await encodeWorkbook(largePlan()));
    expect(sheets[0]?.cells.map(({ text }) => text)).toEqual([
      'ก',
      ...Array.from({ length: ROWS - 1 }, (_, index) => textOf(index + 1)),
    ]);
  });

  it('has its table, its filter and what is printed go down to the last row', async () => {
    const parts = partsOf(await encodeWorkbook(largePlan()));
    expect(parts['xl/tables/table1.xml']).toContain(
      `ref="A1:A${ROWS}" totalsRowShown="0"><autoFilter ref="A1:A${ROWS}"/>`,
    );
    expect(parts['xl/workbook.xml']).toContain(`$A$1:$D$${ROWS}</definedName>`);
  });

  it('asks for the rows once', async () => {
    const told = jest.fn();
    await encodeWorkbook(largePlan(told));
    expect(told).toHaveBeenCalledTimes(1);
  });

  it('has the same bytes from the same plan', async () => {
    const [one, other] = await Promise.all([encodeWorkbook(largePlan()), encodeWorkbook(largePlan())]);
    expect(other).toEqual(one);
  });
});
