import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { TABLE_SHEET } from '../../src/domain/master/sheet-names.ts';
import { planAgencyWorkbook } from '../../src/domain/form/plan/agency-workbook.ts';
import { readAgencyWorkbook } from '../../src/domain/form/read/read-agency-workbook.ts';
import type { PastMeasure, PastYear } from '../../src/domain/form/read/past-year.ts';
import { pastYears } from '../../src/usecases/past-years.ts';
import { planMaster } from '../../src/usecases/plan-master.ts';
import { answer, type Answers } from '../support/answer.ts';
import { withPart } from '../support/changed-parts.ts';
import { consolidate } from '../support/consolidate.ts';
import { createMemoryStore } from '../support/memory-store.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER, smallAgency } from '../support/small-programme.ts';
import { withoutProperties } from '../support/without-properties.ts';

const codec = createXlsxCodec();

async function workbook(agency: string, answers: Answers, created: string): Promise<Uint8Array> {
  const plan = planAgencyWorkbook(SMALL_PROGRAMME, smallAgency(agency), { created });
  return answer(codec, await codec.encode(plan), answers);
}

const SENT: readonly (readonly [string, Answers, string])[] = [
  [
    '02',
    {
      '1.1.1': { status: 'ดำเนินการแล้ว', result: 'ประกาศแล้ว\nปิดประกาศแล้ว', evidence: 'https://wiang.go.th/1' },
      '2.1.1': { status: 'ยังไม่ดำเนินการ' },
    },
    '2027-05-01T03:00:00Z',
  ],
  ['11', { '1.1.2': { status: 'ดำเนินการแล้ว', result: 'อบรมครบ' } }, '2027-05-02T03:00:00Z'],
];

/** The agencies' workbooks of last year, and the master that was made of them. */
async function lastYear(): Promise<{ readonly files: Map<string, Uint8Array>; readonly master: Uint8Array }> {
  const files = new Map<string, Uint8Array>();
  for (const [agency, answers, created] of SENT)
    files.set(`/in/${agency}.xlsx`, await workbook(agency, answers, created));
  const results = await Promise.all(
    Array.from(files, async ([file, bytes]) =>
      readAgencyWorkbook(await codec.decode(bytes), { file, programme: SMALL_PROGRAMME, roster: SMALL_ROSTER }),
    ),
  );
  const plan = planMaster(consolidate(SMALL_PROGRAMME, SMALL_ROSTER, results), { created: '2027-06-01T00:00:00Z' });
  return { files, master: await codec.encode(plan) };
}

const answered = ({ measures }: PastYear): readonly unknown[] =>
  measures
    .filter(({ status, results }: PastMeasure) => status !== '' || results.length > 0)
    .map(({ measure: { key, text }, ...rest }) => ({ key, text, ...rest }));

describe("last year's answers", () => {
  it.each<[string, (bytes: Uint8Array) => Uint8Array]>([
    ['as it was saved', (bytes) => bytes],
    ['without the properties that other programs drop', withoutProperties],
    [
      'with another name of the sheet that has them',
      (bytes) => withPart(bytes, 'xl/workbook.xml', (xml) => xml.replaceAll(TABLE_SHEET, 'คำตอบทั้งหมด')),
    ],
  ])('are the same from the master, one file, as from the workbooks that it was made of: %s', async (_, left) => {
    const { files, master } = await lastYear();
    const ofFiles = await pastYears({ codec, files: createMemoryStore(files) }, ['/in']);
    const store = createMemoryStore(new Map([['/master.xlsx', left(master)]]));
    const ofMaster = await pastYears({ codec, files: store }, ['/master.xlsx']);
    expect([ofMaster.problems, ofFiles.problems]).toEqual([[], []]);
    expect([...ofMaster.byAgency.keys()].toSorted()).toEqual(['02', '11']);
    for (const [agency, past] of ofMaster.byAgency) {
      expect(answered(past)).toEqual(answered(ofFiles.byAgency.get(agency)!));
      expect(past.year).toBe(2570);
      // Measures that others answered are there too, so that none of this year's is taken for another one.
      expect(past.measures.map(({ measure }) => measure.key)).toEqual(['1.1.1', '1.1.2', '2.1.1']);
    }
  });

  it('are those that were saved last, where an agency sent another workbook after the master was made', async () => {
    const { master } = await lastYear();
    const later = await workbook('02', { '1.1.1': { result: 'ประกาศใหม่' } }, '2027-07-01T03:00:00Z');
    const earlier = await workbook('11', { '1.1.2': { result: 'เก่า' } }, '2027-04-01T03:00:00Z');
    const store = createMemoryStore(
      new Map([
        ['/a/02.xlsx', later],
        ['/a/11.xlsx', earlier],
        ['/a/z.xlsx', master],
      ]),
    );
    const { byAgency } = await pastYears({ codec, files: store }, ['/a']);
    const resultsOf = (agency: string): readonly string[] =>
      byAgency.get(agency)!.measures.flatMap(({ results }) => results);
    expect([resultsOf('02'), resultsOf('11')]).toEqual([['ประกาศใหม่'], ['อบรมครบ']]);
  });

  it('are missing, and it is said, where a master has no table of all answers', async () => {
    const { master } = await lastYear();
    const { sheets, ...rest } = await codec.decode(master);
    expect(sheets.length).toBeGreaterThan(0);
    const decode = () => Promise.resolve({ ...rest, sheets: [] });
    const store = createMemoryStore(new Map([['/master.xlsx', master]]));
    const { byAgency, problems } = await pastYears({ codec: { decode }, files: store }, ['/master.xlsx']);
    expect(byAgency.size).toBe(0);
    expect(problems).toMatchObject([{ code: 'not-agency-workbook', file: '/master.xlsx' }]);
  });
});
