import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { builtInProgramme } from '../../src/domain/programme/catalogue.ts';
import { publicYear } from '../../src/domain/programme/year-text.ts';
import { emptyConsolidation, finish } from '../../src/domain/submissions/consolidate.ts';
import { carriedYear, packYear } from '../../src/usecases/carried-year.ts';
import { planMaster } from '../../src/usecases/plan-master.ts';
import { checkOoxml } from '../support/check-ooxml.ts';
import { openLibreOffice } from '../support/libreoffice.ts';
import { OTHER_PROGRAMS, resavedBy } from '../support/resaved.ts';
import { carryingWorkbook } from '../support/year-workbooks.ts';

const office = openLibreOffice();
afterAll(() => office.close());

const codec = createXlsxCodec();
const data = builtInProgramme()!;
const MADE: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  agency: () => carryingWorkbook(data, '5019'),
  master: async () => {
    const created = '2022-04-01T00:00:00.000Z';
    const year = await packYear(codec, data);
    return codec.encode(planMaster(finish(emptyConsolidation(data.programme, data.roster)), { created, year }));
  },
};

describe.each(Object.keys(MADE))('what a workbook carries of the year 2565: %s', (kind) => {
  it.each(OTHER_PROGRAMS)('comes through %s', async (program) => {
    const saved = resavedBy(program, office, `${kind}-for-${program}`, await MADE[kind]!());
    expect(await carriedYear(codec, await codec.decode(saved))).toEqual(publicYear(data));
  });

  it('comes through all of them, one after the other', async () => {
    let bytes = await MADE[kind]!();
    for (const program of OTHER_PROGRAMS) bytes = resavedBy(program, office, `${kind}-after-others`, bytes);
    expect(await carriedYear(codec, await codec.decode(bytes))).toEqual(publicYear(data));
  });

  it('follows the schemas of the file format', async () => {
    const file = office.save(`${kind}-valid.xlsx`, await MADE[kind]!());
    expect(checkOoxml(file)).toEqual(['1 files checked, 0 with problems']);
  });
});
