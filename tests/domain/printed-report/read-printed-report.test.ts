import fc from 'fast-check';
import { readPrintedReport, type ReportDraft } from '../../../src/domain/printed-report/read-printed-report.ts';
import { measuresOf } from '../../../src/domain/programme/programme.ts';
import { TOWN_YEARS } from '../../support/small-town.ts';
import { HEADINGS, wordDocument, wordTable, type CellOf } from '../../support/word-table.ts';

const TOWN = TOWN_YEARS[1]!.data;
const ALL = 'ทุกส่วนราชการ';
const BAND: CellOf = { text: 'แบบวัดภายใน (IIT)', span: 4 };

/** What a table with the usual headings tells. */
function draftOf(...rows: readonly (readonly CellOf[])[]): ReportDraft {
  return readPrintedReport(wordDocument('ประจำปีงบประมาณ พ.ศ. ๒๕๖๘', wordTable(HEADINGS, [BAND], ...rows)), TOWN)!;
}

/** `1.1.1 ๑. text | party | result / result` for each measure. */
function told({ data, results }: ReportDraft): readonly string[] {
  return measuresOf(data.programme).map(
    ({ measure: { key, printed = '', text, responsible } }) =>
      `${key} ${printed} ${text} | ${responsible.printed} | ${(results.get(key) ?? []).join(' / ')}`,
  );
}

/** The doubts that are about rows. */
function doubtsOf({ doubts }: ReportDraft): readonly object[] {
  return doubts.filter((doubt) => 'at' in doubt).map((doubt) => ({ ...doubt, at: undefined }));
}

describe('a printed report', () => {
  it('has a measure in each row that begins with a number, and a new group where the numbers begin again', () => {
    const draft = draftOf(
      ['๑) การปฏิบัติหน้าที่', '๑. ประกาศนโยบาย', ALL, '- ประกาศแล้ว\n- เวียนแจ้งแล้ว'],
      ['', '๒. จัดอบรม', ALL, ''],
      ['', '๑. เผยแพร่แผน', 'กองคลัง', 'เผยแพร่แล้ว'],
      ['๒) การใช้งบประมาณ', '1. แจ้งเวียน', 'กองคลัง', ''],
    );
    expect(told(draft)).toEqual([
      '1.1.1 ๑. ประกาศนโยบาย | ทุกส่วนราชการ | - ประกาศแล้ว / - เวียนแจ้งแล้ว',
      '1.1.2 ๒. จัดอบรม | ทุกส่วนราชการ | ',
      '1.2.1 ๑. เผยแพร่แผน | กองคลัง | เผยแพร่แล้ว',
      '2.1.1 ๑. แจ้งเวียน | กองคลัง | ',
    ]);
    expect(doubtsOf(draft)).toEqual([]);
    expect(draft.data.programme.parts).toMatchObject([{ id: 'IIT', title: 'แบบวัดภายใน (IIT)' }]);
  });

  it('goes on with a measure, its party and its results after headings in the middle of its table', () => {
    const draft = draftOf(
      ['๑) การปฏิบัติหน้าที่', '๑. ประกาศนโยบายไม่รับ', 'ทุกส่วน', 'ประกาศเมื่อวันที่ ๑ และ'],
      HEADINGS,
      ['', 'ของขวัญ', 'ราชการ', 'เวียนแจ้งแล้ว'],
      ['', '', '', '- เผยแพร่แล้ว'],
    );
    expect(told(draft)).toEqual([
      '1.1.1 ๑. ประกาศนโยบายไม่รับของขวัญ | ทุกส่วน ราชการ | ประกาศเมื่อวันที่ ๑ และ / เวียนแจ้งแล้ว / - เผยแพร่แล้ว',
    ]);
    expect(draft.problems).toEqual([]);
    expect(doubtsOf(draft)).toEqual([
      { code: 'measure-continued', measure: '1.1.1', text: 'ของขวัญ' },
      { code: 'party-continued', measure: '1.1.1', text: 'ราชการ' },
      { code: 'result-continued', measure: '1.1.1', text: 'เวียนแจ้งแล้ว' },
    ]);
  });

  it('takes an issue and a party from merged cells, and says where nobody is named', () => {
    const draft = draftOf(['๑) การปฏิบัติหน้าที่', '๑. ก', ALL, ''], ['^', '๒. ข', '^', ''], ['^', '๓. ค', '', 'แล้วเสร็จ']);
    expect(told(draft)).toEqual([`1.1.1 ๑. ก | ${ALL} | `, `1.1.2 ๒. ข | ${ALL} | `, `1.1.3 ๓. ค | ${ALL} | แล้วเสร็จ`]);
    expect(doubtsOf(draft)).toEqual([{ code: 'party-missing', measure: '1.1.3', text: 'ค' }]);
  });

  it('divides a row of several measures, and counts its results to the first', () => {
    const draft = draftOf(['๑) ประเด็น', '๑. ก\nต่อ ก\n๒. ข', ALL, 'แล้วเสร็จ']);
    expect(told(draft)).toEqual([`1.1.1 ๑. ก ต่อ ก | ${ALL} | แล้วเสร็จ`, `1.1.2 ๒. ข | ${ALL} | `]);
    expect(doubtsOf(draft)).toEqual([{ code: 'measures-in-row', measures: ['1.1.1', '1.1.2'] }]);
  });

  it('says where a number is missing or skipped, and where an issue has none', () => {
    const draft = draftOf(['การปฏิบัติหน้าที่', 'เผยแพร่ระเบียบ', 'กองคลัง', ''], ['', '๑. ก', ALL, ''], ['', '๓. ข', ALL, '']);
    expect(told(draft)).toEqual([
      `1.1.1  เผยแพร่ระเบียบ | กองคลัง | `,
      `1.2.1 ๑. ก | ${ALL} | `,
      `1.2.3 ๓. ข | ${ALL} | `,
    ]);
    expect(doubtsOf(draft)).toEqual([
      { code: 'issue-number', text: 'การปฏิบัติหน้าที่', number: 1 },
      { code: 'measure-without-number', measure: '1.1.1' },
      { code: 'number-skipped', measure: '1.2.3', found: 3, expected: 2 },
    ]);
  });

  it('counts numbers that Word puts before paragraphs', () => {
    const items = { text: 'ข', isListItem: true };
    const draft = draftOf(['๑) ประเด็น', '๑. ก', ALL, ''], ['', items, ALL, '']);
    expect(measuresOf(draft.data.programme).map(({ measure }) => measure.key)).toEqual(['1.1.1', '1.1.2']);
  });

  it('tells what it does not take: other tables, pictures, texts before the first issue', () => {
    const draft = readPrintedReport(
      wordDocument(
        wordTable(['ลำดับ', 'เอกสาร'], ['๑', 'คำสั่ง']),
        wordTable(HEADINGS, ['', '', '', 'ผลที่ไม่มีมาตรการ'], ['๑) ประเด็น', '๑. ก', ALL, { text: 'ภาพ', objects: 2 }]),
      ),
      TOWN,
    )!;
    expect(draft.doubts).toEqual([
      { code: 'year-unknown', year: 2568 },
      { code: 'from-other-programme', programme: 'tambon-2568', due: '2025-04-30' },
      { code: 'part-missing', title: TOWN.programme.parts[0]!.title },
      { code: 'text-not-taken', at: { table: 1, row: 1 }, text: 'ลำดับ | เอกสาร' },
      { code: 'text-not-taken', at: { table: 1, row: 2 }, text: '๑ | คำสั่ง' },
      { code: 'text-not-taken', at: { table: 2, row: 2 }, text: 'ผลที่ไม่มีมาตรการ' },
      { code: 'objects-not-taken', at: { table: 2, row: 3 }, count: 2 },
    ]);
  });

  it('takes a table without headings by its four columns, and columns in another order by their headings', () => {
    const plain = readPrintedReport(wordDocument(wordTable(['๑) ประเด็น', '๑. ก', ALL, 'ข'])), TOWN)!;
    expect(told(plain)).toEqual([`1.1.1 ๑. ก | ${ALL} | ข`]);
    expect(doubtsOf(plain)).toEqual([{ code: 'headings-missing' }]);
    const turned = wordTable(['ผลการดำเนินงาน', 'ผู้รับผิดชอบ', 'มาตรการ', 'ประเด็น'], ['ข', ALL, '๑. ก', '๑) ประเด็น']);
    expect(told(readPrintedReport(wordDocument(turned), TOWN)!)).toEqual([`1.1.1 ๑. ก | ${ALL} | ข`]);
  });

  it('names a party that the roster does not know', () => {
    const draft = draftOf(['๑) ประเด็น', '๑. ก', 'กองคลังง', '']);
    expect(draft.problems).toMatchObject([{ code: 'party-unknown', found: 'กองคลังง', suggestion: 'กองคลัง' }]);
  });

  it('is none without a measure', () => {
    expect(readPrintedReport(wordDocument('บันทึกข้อความ', wordTable(['ก', 'ข'])), TOWN)).toBeUndefined();
    expect(readPrintedReport(wordDocument(), TOWN)).toBeUndefined();
  });

  it('loses no text, whatever its rows are like', () => {
    const text = fc.constantFrom(
      '๑. มาตรการ',
      '๒. มาตรการ',
      '๑) ประเด็น',
      '๒) ประเด็น',
      'ข้อความ',
      '- ผล',
      '๑. ก\n๒. ข',
      'กองคลัง',
      ALL,
      '๙๙. ข้อความ',
      '๐. ข้อ',
    );
    const words = fc.tuple(text, fc.nat(999)).map(([said, number]) => `${said} #${number}`);
    const cell: fc.Arbitrary<CellOf> = fc.oneof(
      { weight: 3, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: fc.constant('^') },
      { weight: 6, arbitrary: words },
    );
    const row = fc.oneof(
      { weight: 8, arbitrary: fc.tuple(cell, cell, cell, cell) },
      { weight: 1, arbitrary: fc.constant(HEADINGS) },
      { weight: 1, arbitrary: words.map((each): readonly CellOf[] => [{ text: each, span: 4 }]) },
      { weight: 1, arbitrary: fc.tuple(cell, cell, cell, cell, cell) },
    );
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 15 }),
        fc.array(
          text.map((each) => `${each} #p`),
          { maxLength: 6 },
        ),
        (rows, paragraphs) => {
          const document = wordDocument(wordTable(HEADINGS, ...rows), ...paragraphs);
          const draft = readPrintedReport(document, TOWN);
          if (!draft) return;
          const kept = JSON.stringify([draft.data.programme, [...draft.results], draft.doubts]);
          const marks = [...rows.flat(), ...paragraphs].flatMap(
            (each) => (typeof each === 'string' ? each : each.text).match(/#\w+/g) ?? [],
          );
          expect(marks.filter((mark) => !kept.includes(mark))).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });
});
