import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { planAgencyWorkbook } from '../../src/domain/form/plan/agency-workbook.ts';
import { pastAnswersBeside } from '../../src/domain/form/read/past-answers.ts';
import { pastYearIn } from '../../src/domain/form/read/past-year.ts';
import { readAgencyWorkbook } from '../../src/domain/form/read/read-agency-workbook.ts';
import { answer, type Answers } from '../support/answer.ts';
import { checkOoxml } from '../support/check-ooxml.ts';
import { openLibreOffice } from '../support/libreoffice.ts';
import { OTHER_PROGRAMS, resavedBy } from '../support/resaved.ts';
import { TOWN_YEARS } from '../support/small-town.ts';

const office = openLibreOffice();
afterAll(() => office.close());

const codec = createXlsxCodec();
const [LAST, THIS] = [TOWN_YEARS[0]!.data, TOWN_YEARS[1]!.data];
const created = '2025-01-15T02:00:00Z';

/** A filled workbook with last year's answers beside this year's. */
async function made(): Promise<Uint8Array> {
  const fill = async (bytes: Uint8Array, answers: Answers): Promise<Uint8Array> => answer(codec, bytes, answers);
  const before = await codec.encode(planAgencyWorkbook(LAST.programme, LAST.roster.agencies[0]!, { created }));
  const sent = await fill(before, {
    '1.1.1': { status: 'ดำเนินการแล้ว', result: 'ประกาศ  แล้ว\nเวียนแจ้ง "ทุกส่วนราชการ" 12 แห่ง' },
    '3.1.1': { result: '- จัดทำทะเบียน\n- มอบหมายผู้รับผิดชอบ' },
  });
  const past = pastYearIn(await codec.decode(sent));
  const now = await codec.encode(planAgencyWorkbook(THIS.programme, THIS.roster.agencies[0]!, { created, past }));
  return fill(now, { '1.1.3': { status: 'ดำเนินการแล้ว', result: 'ปรับปรุงคู่มือแล้ว' } });
}

async function read(bytes: Uint8Array) {
  const content = await codec.decode(bytes);
  const { submissions, problems } = readAgencyWorkbook(content, { file: 'a.xlsx', ...THIS });
  // Gnumeric writes the headers of pages in another way.
  const inCells = problems.filter(({ code }) => code !== 'text-on-page');
  return { entries: submissions.map(({ entries }) => entries), problems: inCells, past: pastAnswersBeside(content) };
}

describe("last year's answers beside this year's", () => {
  it.each(OTHER_PROGRAMS)('are still told from answers after %s saved the workbook', async (program) => {
    const bytes = await made();
    const before = await read(bytes);
    expect(before.past?.paragraphs).toContain('- จัดทำทะเบียน');
    expect(await read(resavedBy(program, office, `past-for-${program}`, bytes))).toEqual(before);
  });

  it('follow the schemas of the file format', async () => {
    expect(checkOoxml(office.save('past-valid.xlsx', await made()))).toEqual(['1 files checked, 0 with problems']);
  });
});
