import { planAgencyWorkbook } from '../../../../src/domain/form/plan/agency-workbook.ts';
import { pastAnswersIn } from '../../../../src/domain/form/read/past-answers.ts';
import { Grid } from '../../../support/grid.ts';
import { contentOfPlan } from '../../../support/plan-content.ts';
import { SMALL_PROGRAMME, smallAgency } from '../../../support/small-programme.ts';

const LAST_YEAR = { ...SMALL_PROGRAMME, id: 'another-programme', version: '7' };
const made = contentOfPlan(planAgencyWorkbook(LAST_YEAR, smallAgency('11'), { created: '2026-05-01T00:00:00Z' }));
const sheets = made.sheets.map((sheet, index) => {
  const grid = new Grid(sheet);
  if (index === 1) grid.put(5, 5, 'ย่อหน้าหนึ่ง\nย่อหน้าสอง');
  return grid.toContent();
});

describe("an agency's workbook of last year", () => {
  it.each([
    ['its properties', made.properties],
    ['its tokens', new Map()],
  ])('says whose it is by %s, whatever its programme, and what its paragraphs were', (_, properties) => {
    const past = pastAnswersIn({ ...made, sheets, properties });
    expect(past?.agency).toBe('11');
    expect(past?.paragraphs).toEqual(expect.arrayContaining(['ย่อหน้าหนึ่ง', 'ย่อหน้าสอง']));
  });

  it('has paragraphs of texts only, for a number says nothing that could be copied', () => {
    const { cells, ...sheet } = sheets[1]!;
    const number = { row: 6, column: 5, kind: 'number', text: '๔๒' } as const;
    const past = pastAnswersIn({ ...made, sheets: [{ ...sheet, cells: [...cells, number] }] });
    expect(past?.paragraphs).toContain('ย่อหน้าหนึ่ง');
    expect(past?.paragraphs).not.toContain('๔๒');
  });

  it('is not told from a workbook that is nobody’s', () => {
    const cells = [{ row: 0, column: 0, kind: 'text', text: 'ก' }] as const;
    const sheet = { name: 'ก', state: 'visible', cells, merges: [] } as const;
    expect(pastAnswersIn({ sheets: [sheet], properties: new Map(), definedNames: [] })).toBeUndefined();
  });
});
