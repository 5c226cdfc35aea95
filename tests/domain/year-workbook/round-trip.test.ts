import fc from 'fast-check';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { builtInProgramme } from '../../../src/domain/programme/catalogue.ts';
import { planYearWorkbook } from '../../../src/domain/year-workbook/plan/year-workbook.ts';
import { severityOfYearProblem } from '../../../src/domain/year-workbook/problem.ts';
import { readYearWorkbook } from '../../../src/domain/year-workbook/read/read-year-workbook.ts';
import { arbitraryYear } from '../../support/arbitrary-year.ts';
import { contentOfPlan } from '../../support/plan-content.ts';

const CREATED = { created: '2022-01-01T00:00:00Z' };

describe('a year as a workbook', () => {
  it('reads as the data that it was planned from, whatever is in them', () => {
    fc.assert(
      fc.property(arbitraryYear, (data) => {
        const { data: read, problems } = readYearWorkbook(contentOfPlan(planYearWorkbook(data, CREATED)));
        expect(problems.filter((problem) => severityOfYearProblem(problem) === 'must')).toEqual([]);
        expect(read).toEqual(data);
      }),
    );
  });

  it('reads as these data from a file too', async () => {
    const codec = createXlsxCodec();
    await fc.assert(
      fc.asyncProperty(arbitraryYear, async (data) => {
        const bytes = await codec.encode(planYearWorkbook(data, CREATED));
        expect(readYearWorkbook(await codec.decode(bytes)).data).toEqual(data);
      }),
      { numRuns: 15 },
    );
  });

  it('reads as the built-in year, of which it is the same version', () => {
    const data = builtInProgramme()!;
    expect(readYearWorkbook(contentOfPlan(planYearWorkbook(data, CREATED)))).toEqual({ data, problems: [] });
  });
});
