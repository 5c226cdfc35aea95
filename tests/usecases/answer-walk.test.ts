import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { cellTextsOf } from '../../src/domain/checks/cell-changes.ts';
import { validate } from '../../src/domain/checks/validate.ts';
import { planAgencyWorkbook } from '../../src/domain/form/plan/agency-workbook.ts';
import { readAgencyWorkbook } from '../../src/domain/form/read/read-agency-workbook.ts';
import { planMasterWorkbook } from '../../src/domain/master/plan/master-workbook.ts';
import { cellName } from '../../src/domain/spreadsheet/address.ts';
import { consolidate } from '../support/consolidate.ts';
import { cellAt } from '../support/cells.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER, smallAgency } from '../support/small-programme.ts';

const codec = createXlsxCodec();
const created = '2027-04-01T00:00:00.000Z';
const ANSWER = 'จัดอบรมเจ้าหน้าที่เรื่องประมวลจริยธรรมของข้าราชการ 25 คน';
const CELL = cellAt('F6');
/** Of the next measure, so that a finding names both cells. */
const AGAIN = cellAt('F8');

/** Every text in a value, however deep, that spells a cell. */
function spelledCells(value: unknown): readonly string[] {
  if (typeof value === 'string') return /^\$?[A-Z]{1,3}\$?[1-9]\d*$/.test(value) ? [value] : [];
  if (value instanceof Map) return [...value].flatMap(spelledCells);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(spelledCells) : [];
}

describe('an answer on its way from the bytes of a workbook to the master', () => {
  it('has the row and the column of its cell at every step, and A1 only in the master', async () => {
    const plan = planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('02'), { created });
    const sheet = plan.sheets[1]!.name;
    const bytes = await codec.patch(
      await codec.encode(plan),
      [CELL, AGAIN].map((cell) => ({ sheet, ...cell, text: ANSWER })),
    );

    const content = await codec.decode(bytes);
    expect(content.sheets[1]?.cells).toContainEqual(expect.objectContaining({ ...CELL, text: ANSWER }));

    const result = readAgencyWorkbook(content, { file: '02.xlsx', programme: SMALL_PROGRAMME, roster: SMALL_ROSTER });
    expect(result.submissions[0]?.entries[0]?.paragraphs).toEqual([{ text: ANSWER, sheet, cell: CELL }]);

    const findings = validate(result, {
      programme: SMALL_PROGRAMME,
      roster: SMALL_ROSTER,
      cells: cellTextsOf(content),
    });
    expect(findings).toContainEqual(expect.objectContaining({ code: 'digits-arabic', sheet, cell: CELL }));

    expect(findings).toContainEqual(expect.objectContaining({ code: 'text-repeated', cell: AGAIN }));

    const consolidation = consolidate(SMALL_PROGRAMME, SMALL_ROSTER, [result]);
    const sources = consolidation.measures[0]?.paragraphs[0]?.sources;
    expect(sources).toEqual([expect.objectContaining({ agency: '02', file: '02.xlsx', sheet, cell: CELL })]);

    expect([result, findings, consolidation.measures, consolidation.problems].flatMap(spelledCells)).toEqual([]);

    const master = planMasterWorkbook(consolidation, {
      created,
      describe: () => ({ message: '', remedy: '' }),
      describeDifference: () => '',
      describeRule: (code) => code,
    });
    const row = [...master.sheets[1]!.rows].find(({ cells }) =>
      cells.some(({ value }) => String(value).endsWith(ANSWER)),
    );
    expect(row?.cells).toContainEqual(expect.objectContaining({ value: cellName(CELL) }));
  });
});
