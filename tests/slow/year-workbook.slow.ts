import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { builtInProgramme } from '../../src/domain/programme/catalogue.ts';
import type { YearData } from '../../src/domain/programme/year-data.ts';
import { severityOfYearProblem } from '../../src/domain/year-workbook/problem.ts';
import { readYearWorkbook } from '../../src/domain/year-workbook/read/read-year-workbook.ts';
import { planYear } from '../../src/usecases/year/plan-year.ts';
import { arbitraryYear } from '../support/arbitrary-year.ts';
import { openLibreOffice } from '../support/libreoffice.ts';

const office = openLibreOffice();
afterAll(() => {
  office.close();
});
const codec = createXlsxCodec();

const RESAVE = 'import sys, openpyxl; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])';

const PROGRAMS: readonly (readonly [string, (file: string) => string])[] = [
  ['LibreOffice', (file) => office.convert(file, 'xlsx')],
  [
    'openpyxl',
    (file) => {
      const out = file.replace('.xlsx', '-openpyxl.xlsx');
      execFileSync('/usr/bin/python3', ['-c', RESAVE, file, out]);
      return out;
    },
  ],
];

/** What a year's data read as after another program saved their workbook again. */
async function resaved(data: YearData, save: (file: string) => string): Promise<YearData | undefined> {
  const file = office.save('year.xlsx', await codec.encode(planYear(data, '2022-01-01T00:00:00Z')));
  const reading = readYearWorkbook(await codec.decode(readFileSync(save(file))));
  expect(reading.problems.filter((problem) => severityOfYearProblem(problem) === 'must')).toEqual([]);
  return reading.data;
}

describe.each(PROGRAMS)("a year's workbook that %s saved again", (_, save) => {
  it('reads as the built-in year', async () => {
    const data = builtInProgramme()!;
    expect(await resaved(data, save)).toEqual(data);
  }, 120_000);

  it('reads as any other data that it was planned from', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryYear, async (data) => {
        expect(await resaved(data, save)).toEqual(data);
      }),
      { numRuns: 12 },
    );
  }, 600_000);
});
