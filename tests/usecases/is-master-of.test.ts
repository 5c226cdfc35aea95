import { TABLE_HEADINGS } from '../../src/domain/master/table-headings.ts';
import { TABLE_SHEET } from '../../src/domain/master/sheet-names.ts';
import { issuesOf } from '../../src/domain/programme/programme.ts';
import { planAgencyWorkbook } from '../../src/domain/form/plan/agency-workbook.ts';
import type { SheetContent } from '../../src/domain/spreadsheet/content.ts';
import { isMasterOf } from '../../src/usecases/is-master-of.ts';
import { planMaster } from '../../src/usecases/plan-master.ts';
import { answersOf } from '../support/agency-answers.ts';
import { contentOfPlan } from '../support/plan-content.ts';
import { SMALL_PROGRAMME, smallAgency } from '../support/small-programme.ts';

const created = '2027-06-01T00:00:00Z';
const { year, measure, agency, file } = TABLE_HEADINGS;

/** An extract of the table of all answers that an agency was sent. */
const EXTRACT: SheetContent = {
  name: 'คัดมาให้ตรวจ',
  state: 'visible',
  cells: [year, measure, agency, file].map((text, column) => ({ row: 0, column, kind: 'text', text })),
  merges: [],
};

it('takes no workbook of an agency for a master, also where an extract of a master was put into it', () => {
  const workbook = contentOfPlan(planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('02'), { created }));
  expect(isMasterOf({ ...workbook, sheets: [...workbook.sheets, EXTRACT] }, SMALL_PROGRAMME)).toBe(false);
});

it('takes no workbook without properties for a master because of the name of a sheet', () => {
  const workbook = contentOfPlan(planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('02'), { created }));
  const own: SheetContent = { ...EXTRACT, name: TABLE_SHEET, cells: [] };
  const typed: SheetContent = { ...own, cells: [{ row: 0, column: 0, kind: 'text', text: 'ยอดรวมทั้งกอง' }] };
  const master = contentOfPlan(planMaster(answersOf({ '02': { '1.1.1': ['อบรม'] } }), { created }));
  const table = master.sheets.find(({ name }) => name === TABLE_SHEET)!;
  for (const sheets of [[own], [typed], [...workbook.sheets, typed], [...workbook.sheets, table]])
    expect(isMasterOf({ ...workbook, properties: new Map(), sheets }, SMALL_PROGRAMME)).toBe(false);
  // One without answers has the headings.
  const empty = contentOfPlan(planMaster(answersOf({}), { created }));
  expect(isMasterOf({ ...empty, properties: new Map() }, SMALL_PROGRAMME)).toBe(true);
});

describe('a workbook without properties in which no sheet has the name of the table of all answers', () => {
  const master = contentOfPlan(
    planMaster(answersOf({ '02': { '1.1.1': ['อบรม'], '2.1.1': ['ประกาศ'] } }), { created }),
  );
  const agencys = contentOfPlan(planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('02'), { created }));
  const sheets = master.sheets.map((sheet) => (sheet.name === TABLE_SHEET ? { ...sheet, name: 'คำตอบทั้งหมด' } : sheet));
  const table = sheets.find(({ name }) => name === 'คำตอบทั้งหมด')!;
  const isKnown = (...all: readonly SheetContent[]): boolean =>
    isMasterOf({ ...master, sheets: all, properties: new Map() }, SMALL_PROGRAMME);
  const withoutTokens = (all: readonly SheetContent[]): readonly SheetContent[] =>
    all.map((sheet) => ({ ...sheet, cells: sheet.cells.filter(({ text }) => !text.startsWith('ita:')) }));

  it('is a master where all is there that makes one', () => {
    expect(isKnown(...sheets)).toBe(true);
    expect(isKnown(...sheets.map((sheet, index) => ({ ...sheet, name: `แผ่นที่ ${index + 1}` })))).toBe(true);
    const nextYear = { ...SMALL_PROGRAMME, year: SMALL_PROGRAMME.year + 1 };
    expect(isMasterOf({ ...master, sheets, properties: new Map() }, nextYear)).toBe(false);
  });

  it.each<[string, readonly SheetContent[]]>([
    ['an agency has, with the table and nothing else of a master', [...agencys.sheets, table]],
    ['an agency has and lost its tokens, with the table', [...withoutTokens(agencys.sheets), table]],
    ['an agency has, with every sheet of a master', [...agencys.sheets, ...sheets]],
    ['lacks an issue', sheets.filter(({ name }) => name !== issuesOf(SMALL_PROGRAMME)[0]!.issue.sheetName)],
    ['has no table', sheets.filter((sheet) => sheet !== table)],
    ['has two tables', [...sheets, { ...table, name: 'คัดมาให้ตรวจ' }]],
    ['has what somebody typed like a master', withoutTokens(sheets)],
    [
      'has only a part of the table',
      sheets.map((sheet) => (sheet === table ? { ...sheet, cells: sheet.cells.filter(({ row }) => row < 3) } : sheet)),
    ],
  ])('is none where it is one that %s', (_, all) => {
    expect(isKnown(...all)).toBe(false);
  });
});

it('knows a master by its properties, and where another program dropped them by its table of all answers', () => {
  const master = contentOfPlan(planMaster(answersOf({ '02': { '1.1.1': ['อบรม'] } }), { created }));
  const another = { ...SMALL_PROGRAMME, id: 'another', year: SMALL_PROGRAMME.year + 1 };
  for (const properties of [master.properties, new Map<string, string>()]) {
    expect(isMasterOf({ ...master, properties }, SMALL_PROGRAMME)).toBe(true);
    expect(isMasterOf({ ...master, properties }, another)).toBe(false);
  }
});
