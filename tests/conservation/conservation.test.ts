import fc from 'fast-check';
import { describeRemark } from '../../src/domain/messages/describe-remark.ts';
import { isNoAnswer } from '../../src/domain/text/no-answer.ts';
import { describeDifference } from '../../src/domain/messages/message.ts';
import { planAgencyWorkbook } from '../../src/domain/form/plan/agency-workbook.ts';
import { planMasterWorkbook } from '../../src/domain/master/plan/master-workbook.ts';
import { measuresOf } from '../../src/domain/programme/programme.ts';
import { readAgencyWorkbook } from '../../src/domain/form/read/read-agency-workbook.ts';
import type { WorkbookContent } from '../../src/domain/spreadsheet/content.ts';
import type { WorkbookPlan } from '../../src/domain/spreadsheet/plan.ts';
import { consolidate } from '../support/consolidate.ts';
import { Grid } from '../support/grid.ts';
import { arbitraryMistreatments, MISTREATMENTS, mistreat } from '../support/mistreat.ts';
import { contentOfPlan } from '../support/plan-content.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER, withoutMeasures } from '../support/small-programme.ts';
import { nonBlank, shownText, writtenTexts } from '../support/written-texts.ts';

const RUNS = Number(process.env.ITA_PROPERTY_RUNS ?? 400);
/** Milliseconds: room for the deep run on a busy machine; a hang still ends. */
jest.setTimeout(60_000 + RUNS * 300);

/** What officers write: Thai with marks above and below, bullets, formula-like beginnings, digits of both kinds, emoji. */
const word = fc.constantFrom(
  'ดำเนินการแล้ว',
  'ยังไม่ดำเนินการ',
  'อยู่ระหว่างดำเนินการ',
  'ผู้บังคับบัญชา',
  'น้ำ',
  'เปิ้ล',
  '๑๒๐ คน',
  '2565',
  '- ข้อ',
  '=SUM(A1)',
  '+66',
  '@handle',
  'https://shorturl.asia/9nO1T',
  '<b>',
  '&amp;',
  '👩‍👩‍👧',
  '_x0041_',
  "'",
  '"',
);
const text = fc
  .array(fc.oneof(word, fc.string({ unit: 'grapheme', maxLength: 6 })), { minLength: 1, maxLength: 12 })
  .map((words) => words.join(' '))
  .filter((value) => value.trim() !== '' && !value.includes('ita:'));
const longText = fc.tuple(text, fc.integer({ min: 1, max: 400 })).map(([value, times]) => `${value} `.repeat(times));
const paragraphs = fc.array(fc.oneof({ weight: 20, arbitrary: text }, { weight: 1, arbitrary: longText }), {
  minLength: 1,
  maxLength: 3,
});

/** One agency's file: which cells it fills in with what, and what people then do to the file. */
const submission = fc.record({
  agency: fc.constantFrom(...SMALL_ROSTER.agencies),
  answers: fc.array(
    fc.record({
      sheet: fc.nat(4),
      row: fc.integer({ min: 5, max: 12 }),
      column: fc.integer({ min: 4, max: 8 }),
      paragraphs,
    }),
    { maxLength: 12 },
  ),
  shared: fc.boolean(),
  savedAt: fc.constantFrom('2027-05-01T00:00:00Z', '2027-05-02T00:00:00Z'),
  mistreatments: arbitraryMistreatments,
});

type Sent = typeof submission extends fc.Arbitrary<infer T> ? T : never;

function workbookOf({ agency, answers, shared, savedAt, mistreatments }: Sent): WorkbookContent {
  const blank = contentOfPlan(planAgencyWorkbook(SMALL_PROGRAMME, agency, { created: savedAt }));
  const grids = blank.sheets.map((sheet) => new Grid(sheet));
  for (const { sheet, row, column, paragraphs: texts } of answers) {
    const grid = grids[sheet % grids.length];
    if (grid?.at(row, column) === undefined) grid?.put(row, column, texts.join('\n'));
  }
  if (shared) grids[1]?.put(5, 5, 'ทำเหมือนกันทุกแห่ง');
  return mistreat({ ...blank, sheets: grids.map((grid) => grid.toContent()) }, mistreatments);
}

/** @param programme the programme that the files are read with, which may be a later edition of theirs */
function planOf(contents: readonly WorkbookContent[], programme = SMALL_PROGRAMME): WorkbookPlan {
  const results = contents.map((content, index) =>
    readAgencyWorkbook(content, { file: `${String(index)}.xlsx`, programme, roster: SMALL_ROSTER }),
  );
  return planMasterWorkbook(consolidate(programme, SMALL_ROSTER, results), {
    created: '2027-06-01T00:00:00Z',
    describe: (remark) => describeRemark(remark, 'th'),
    describeDifference: (difference) => describeDifference(difference, 'th'),
    describeRule: (code) => code,
  });
}

/** Everything the master shows after the submissions were read and consolidated in the given order. */
function masterOf(contents: readonly WorkbookContent[]): string {
  return shownText(planOf(contents));
}

describe('conservation of text', () => {
  it('everything that was written is in the master, whatever people did to the workbooks', () => {
    fc.assert(
      fc.property(fc.array(submission, { minLength: 1, maxLength: 4 }), (sent) => {
        const contents = sent.map(workbookOf);
        const master = masterOf(contents);
        const readable = contents.map((content, index) => ({ content, agency: sent[index]!.agency }));
        for (const { content, agency } of readable) {
          if (isRefusedWhole(content)) continue;
          const lost = writtenTexts(content, SMALL_PROGRAMME, agency).filter((line) => !master.includes(line));
          expect(lost).toEqual([]);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it.each(Object.keys(MISTREATMENTS))('when somebody %s', (name) => {
    const steps = fc.array(fc.nat(1_000_000), { minLength: 8, maxLength: 8 }).map((picks) => [{ name, picks }]);
    fc.assert(
      fc.property(submission, steps, (sent, mistreatments) => {
        const content = workbookOf({ ...sent, mistreatments });
        if (isRefusedWhole(content)) return;
        const master = masterOf([content]);
        const lost = writtenTexts(content, SMALL_PROGRAMME, sent.agency).filter((line) => !master.includes(line));
        expect(lost).toEqual([]);
      }),
      { numRuns: Math.ceil(RUNS / 20) },
    );
  });
});

describe('measures that the office took out after the workbooks were sent', () => {
  const keys = measuresOf(SMALL_PROGRAMME).map(({ measure }) => measure.key);

  it('lose none of the answers, whatever people did to the workbooks', () => {
    fc.assert(
      fc.property(submission, fc.subarray(keys, { minLength: 1 }), (sent, gone) => {
        const content = workbookOf(sent);
        if (isRefusedWhole(content)) return;
        const programme = { ...withoutMeasures(...gone), version: '4' };
        const master = shownText(planOf([content], programme));
        const written = writtenTexts(content, SMALL_PROGRAMME, sent.agency);
        expect(written.filter((line) => !master.includes(line))).toEqual([]);
      }),
      { numRuns: Math.ceil(RUNS / 4) },
    );
  });
});

/** What an agency that has not finished writes: its status, a result or none, and notes to the office. */
const unfinished = fc.record({
  agency: fc.constantFrom(...SMALL_ROSTER.agencies),
  status: fc.constantFrom('อยู่ระหว่างดำเนินการ', 'ยังไม่ดำเนินการ', 'ไม่เกี่ยวข้อง'),
  result: fc.oneof(fc.constant(''), text),
  notes: paragraphs,
});

const LIST_ITEM = /^\s*([-–—•●▪·*]+|[\d๐-๙]{1,3}[.)]+(?![\d๐-๙])|)(.*)$/su;

describe('what is not done', () => {
  it('is told on the printed page with its reason, and every note in the list of notes', () => {
    fc.assert(
      fc.property(unfinished, ({ agency, status, result, notes }) => {
        const blank = contentOfPlan(planAgencyWorkbook(SMALL_PROGRAMME, agency, { created: '2027-05-01T00:00:00Z' }));
        const [cover, first, ...others] = blank.sheets.map((sheet) => new Grid(sheet));
        first!.put(5, 4, status);
        if (result !== '') first!.put(5, 5, result);
        first!.put(5, 8, notes.join('\n'));
        const sheets = [cover!, first!, ...others].map((grid) => grid.toContent());
        const plan = planOf([{ ...blank, sheets }]);
        const shown = (name: string): string =>
          shownText({ ...plan, sheets: plan.sheets.filter((sheet) => sheet.name === name) });
        // The marker of a list stays in front of the agency's name.
        const [, marker = '', rest = ''] = LIST_ITEM.exec(result) ?? [];
        const reasons = isNoAnswer(result) ? notes : [marker, rest];
        for (const written of [status, ...reasons].map(nonBlank)) {
          expect(shown('๑ การปฏิบัติหน้าที่')).toContain(written);
        }
        for (const note of notes.map(nonBlank)) expect(shown('หมายเหตุ')).toContain(note);
      }),
      { numRuns: Math.ceil(RUNS / 4) },
    );
  });
});

/** Nothing in the file says that it is ours: it is refused as a file, by its name, like a file that cannot be opened. */
function isRefusedWhole(content: WorkbookContent): boolean {
  const { problems } = readAgencyWorkbook(content, { file: 'x', programme: SMALL_PROGRAMME, roster: SMALL_ROSTER });
  return problems.some(({ code }) => code === 'not-agency-workbook');
}
