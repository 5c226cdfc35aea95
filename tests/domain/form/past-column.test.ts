import fc from 'fast-check';
import { checkContent } from '../../../src/usecases/check-content.ts';
import { planConversion } from '../../../src/domain/conversion/plan-conversion.ts';
import { builtInDigitProfile } from '../../../src/domain/programme/catalogue.ts';
import { answerForm } from '../../../src/domain/form/answers/answer-form.ts';
import { planAgencyWorkbook } from '../../../src/domain/form/plan/agency-workbook.ts';
import { pastAnswersIn } from '../../../src/domain/form/read/past-answers.ts';
import { pastYearIn, type PastYear } from '../../../src/domain/form/read/past-year.ts';
import { readAgencyWorkbook } from '../../../src/domain/form/read/read-agency-workbook.ts';
import { findColumns, findTokens } from '../../../src/domain/form/read/sheet-reading.ts';
import type { ColumnId } from '../../../src/domain/form/columns.ts';
import type { WorkbookContent } from '../../../src/domain/spreadsheet/content.ts';
import type { YearData } from '../../../src/domain/programme/year-data.ts';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { answer } from '../../support/answer.ts';
import { Grid } from '../../support/grid.ts';
import { contentOfPlan } from '../../support/plan-content.ts';
import { TOWN_YEARS } from '../../support/small-town.ts';

const [LAST, THIS] = [TOWN_YEARS[0]!.data, TOWN_YEARS[1]!.data];
const created = '2025-01-15T02:00:00Z';

type Typed = Readonly<Record<string, Readonly<Partial<Record<ColumnId, string>>>>>;

/** The workbook of agency 03 as it is generated, with what is typed into the first row of each measure. */
function workbook({ programme, roster }: YearData, typed: Typed, past?: PastYear): WorkbookContent {
  const agency = roster.agencies.find(({ code }) => code === '03')!;
  const made = contentOfPlan(planAgencyWorkbook(programme, agency, { created, past }));
  const sheets = made.sheets.map((sheet) => {
    const grid = new Grid(sheet);
    const found = findTokens(sheet);
    const columns = new Map([...findColumns(found).columnOf].map(([column, id]) => [id, column]));
    for (const [measure, texts] of Object.entries(typed)) {
      const row = found.tokens.find(({ token }) => token.kind === 'row' && token.measure === measure)?.cell.row;
      if (row === undefined) continue;
      for (const [id, text] of Object.entries(texts)) grid.put(row, columns.get(id as ColumnId)!, text);
    }
    return grid.toContent();
  });
  return { ...made, sheets };
}

const COPIED = 'ทบทวนคู่มือการปฏิบัติงานและแจ้งให้บุคลากรในสังกัดถือปฏิบัติ';
const LAST_YEAR = workbook(LAST, {
  '1.1.1': { status: 'ดำเนินการแล้ว', result: 'แจ้งเวียนประกาศแล้ว เมื่อ 27 พฤศจิกายน ๒๕๖๖', evidence: 'หนังสือเวียน' },
  '1.1.2': { status: 'ดำเนินการแล้ว', result: `${COPIED}\nเผยแพร่แล้ว` },
  '1.1.3': { status: 'อยู่ระหว่างดำเนินการ', result: 'กำหนดระยะเวลาแล้ว ๑๒ กระบวนงาน' },
  '2.2.2': { result: 'รายงานผลไตรมาสที่ ๑ แล้ว' },
});
const PAST = pastYearIn(LAST_YEAR)!;

function read(content: WorkbookContent) {
  const { submissions, problems } = readAgencyWorkbook(content, { file: 'a.xlsx', ...THIS });
  return { submissions, problems };
}

/** The column of last year's answers, from top to bottom. */
function beside(content: WorkbookContent): readonly string[] {
  return content.sheets.flatMap((sheet) => findTokens(sheet).past.map(({ text }) => text));
}

describe("last year's answers beside this year's", () => {
  it('are read from a workbook whose programme is not known', () => {
    expect(PAST).toMatchObject({ agency: '03', year: 2567 });
    expect(PAST.measures.filter(({ results }) => results.length > 0)).toEqual([
      {
        measure: {
          key: '1.1.1',
          text: expect.stringContaining('No Gift Policy') as string,
          responsible: { printed: expect.stringContaining('ทุกส่วนราชการ') as string },
        },
        status: 'ดำเนินการแล้ว',
        results: ['แจ้งเวียนประกาศแล้ว เมื่อ 27 พฤศจิกายน ๒๕๖๖'],
        evidence: ['หนังสือเวียน'],
      },
      expect.objectContaining({ status: 'ดำเนินการแล้ว', results: [COPIED, 'เผยแพร่แล้ว'] }),
      expect.objectContaining({ status: 'อยู่ระหว่างดำเนินการ' }),
      expect.objectContaining({ status: '', results: ['รายงานผลไตรมาสที่ ๑ แล้ว'] }),
    ]);
  });

  it('stand at the measure that is the same, was moved or reworded, and say how alike the words are', () => {
    const texts = beside(workbook(THIS, {}, PAST)).filter((text) => !/ปีก่อน \(|^ผลการดำเนินการ/.test(text));
    expect(texts).toEqual([
      expect.stringMatching(
        /^\(มาตรการปีก่อนคือ “.*๒๕๖๗” ถ้อยคำเหมือนกันร้อยละ ๙๗\)\n\[ดำเนินการแล้ว\]\nแจ้งเวียนประกาศแล้ว เมื่อ 27 พฤศจิกายน ๒๕๖๖\nหลักฐาน: หนังสือเวียน$/,
      ),
      `[ดำเนินการแล้ว]\n${COPIED}\nเผยแพร่แล้ว`,
      expect.stringMatching(/^\(มาตรการปีก่อนคือ “กำหนดระยะเวลา.*” ถ้อยคำเหมือนกันร้อยละ ๖๕\)\n\[อยู่ระหว่างดำเนินการ\]\nกำหนด/),
    ]);
  });

  it('are no answers: what is read is the same as without them, whatever is typed', () => {
    const { programme } = THIS;
    const keys = programme.parts.flatMap(({ issues }) =>
      issues.flatMap(({ groups }) => groups.flatMap(({ measures }) => measures.map(({ key }) => key))),
    );
    const text = fc.constantFrom(
      'ดำเนินการแล้ว',
      COPIED,
      `- ก\n${COPIED}`,
      '๑๗ ก.พ. ๒๕๖๘',
      'ไม่เกี่ยวข้อง',
      '',
      'ita:past',
      '[ดำเนินการแล้ว]',
    );
    const cells = fc.dictionary(
      fc.constantFrom<ColumnId>('status', 'result', 'date', 'evidence', 'note', 'measure'),
      text,
      { maxKeys: 3 },
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom<string>(...keys), cells, { maxKeys: 6 }), (typed) => {
        expect(read(workbook(THIS, typed, PAST))).toEqual(read(workbook(THIS, typed)));
      }),
      { numRuns: 60 },
    );
  });

  it('stand at their measures in the form for answers, too', () => {
    const agency = THIS.roster.agencies.find(({ code }) => code === '03')!;
    const form = answerForm(workbook(THIS, {}, PAST), { ...THIS, agency });
    const past = new Map(form.map((one) => [one.measure.key as string, one.past]));
    expect(past.get('1.1.3')).toBe(`[ดำเนินการแล้ว]\n${COPIED}\nเผยแพร่แล้ว`);
    expect(past.get('2.1.1') ?? '').toBe('');
  });

  it('do not hide what a person types in their column', () => {
    const content = workbook(THIS, {}, PAST);
    const sheets = content.sheets.map((sheet, index) => {
      if (index !== 1) return sheet;
      const grid = new Grid(sheet);
      const { cell } = findTokens(sheet).tokens.find(({ token }) => token.kind === 'past')!;
      grid.put(7, cell.column, 'คำตอบที่พิมพ์ผิดช่อง');
      return grid.toContent();
    });
    expect(read({ ...content, sheets }).problems).toMatchObject([
      { code: 'text-outside-columns', text: 'คำตอบที่พิมพ์ผิดช่อง' },
    ]);
  });

  it('are still known after their digits were converted, and no conversion touches them', async () => {
    const codec = createXlsxCodec();
    const agency = THIS.roster.agencies.find(({ code }) => code === '03')!;
    const bytes = await codec.encode(planAgencyWorkbook(THIS.programme, agency, { created, past: PAST }));
    const content = await codec.decode(await answer(codec, bytes, { '1.1.1': { result: 'ประชุม 2 ครั้ง' } }));
    const { changes } = planConversion(content, { to: 'thai', profile: builtInDigitProfile(), keepsRuns: false });
    expect(JSON.stringify(changes)).toContain('ประชุม ๒ ครั้ง');
    expect(JSON.stringify(changes)).not.toContain('พฤศจิกายน');
    const sheets = content.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) => ({ ...cell, text: cell.text.replace('27 พฤศ', '๒๗ พฤศ') })),
    }));
    expect(read({ ...content, sheets })).toEqual(read(content));
  });

  it('are what copied answers are found by, without being asked for', () => {
    const typed: Typed = { '1.1.3': { status: 'ดำเนินการแล้ว', result: COPIED } };
    const found = (content: WorkbookContent) =>
      checkContent(content, { file: 'a.xlsx', ...THIS }).findings.filter(({ code }) => code === 'text-of-last-year');
    expect(found(workbook(THIS, typed, PAST))).toMatchObject([{ measure: '1.1.3' }]);
    expect(found(workbook(THIS, typed))).toEqual([]);
  });

  it('are not those of this year where the workbook is that of last year in the next', () => {
    const content = workbook(THIS, { '1.1.3': { result: 'ใหม่' } }, PAST);
    expect(pastAnswersIn(content)?.paragraphs).toContain('ใหม่');
    expect(pastAnswersIn(content)?.paragraphs).not.toContain(COPIED);
    expect(JSON.stringify(pastYearIn(content)?.measures)).not.toContain(COPIED);
  });

  it('leave the plan as it is where they are not asked for, and change none of its cells where they are', () => {
    const agency = THIS.roster.agencies[2]!;
    const plain = planAgencyWorkbook(THIS.programme, agency, { created });
    const more = planAgencyWorkbook(THIS.programme, agency, { created, past: PAST });
    for (const [index, sheet] of plain.sheets.entries()) {
      const wider = more.sheets[index]!;
      const rows = [...wider.rows].map(({ cells, ...row }) => ({
        ...row,
        cells: cells.filter(({ column }) => column < sheet.columns.length),
      }));
      expect(rows).toEqual([...sheet.rows]);
      expect(wider.print).toEqual(sheet.print);
      expect(wider.validations).toEqual(sheet.validations);
    }
  });
});
