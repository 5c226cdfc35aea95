import { cellAt } from '../../../support/cells.ts';
import type { ReadResult } from '../../../../src/domain/submissions/submission.ts';
import { planAgencyWorkbook } from '../../../../src/domain/form/plan/agency-workbook.ts';
import { readAgencyWorkbook } from '../../../../src/domain/form/read/read-agency-workbook.ts';
import { isAnswered } from '../../../../src/usecases/is-answered.ts';
import { issuesOf, type MeasureKey, type Programme } from '../../../../src/domain/programme/programme.ts';
import { thaiDigits } from '../../../../src/domain/text/digits.ts';
import type { CellContent, UnreadPart } from '../../../../src/domain/spreadsheet/content.ts';
import { Grid } from '../../../support/grid.ts';
import type { Book } from '../../../support/mistreat.ts';
import { COLUMN, reading, ROW } from '../../../support/read-small-workbook.ts';
import { contentOfPlan } from '../../../support/plan-content.ts';
import {
  mapMeasures,
  SMALL_PROGRAMME,
  SMALL_ROSTER,
  smallAgency,
  withoutMeasures,
} from '../../../support/small-programme.ts';

const { KEY, MEASURE, STATUS, RESULT, DATE, EVIDENCE, NOTE } = COLUMN;
const { FIRST, SECOND, THIRD, END } = ROW;

/** The three measures of the first issue, answered by one paragraph each. */
function answered(sheet: Grid): void {
  sheet.put(FIRST, RESULT, 'ประกาศแล้ว');
  sheet.put(SECOND, RESULT, 'อบรมครั้งแรก');
  sheet.put(THIRD, RESULT, 'อบรมครั้งที่สอง');
}

function paragraphs(result: ReadResult): Record<string, readonly string[]> {
  const entries = result.submissions.flatMap((submission) => submission.entries);
  return Object.fromEntries(entries.map(({ measure, paragraphs: list }) => [measure, list.map(({ text }) => text)]));
}

function codes(result: ReadResult): readonly string[] {
  return result.problems.map(({ code }) => code).sort();
}

const UNHARMED = { '1.1.1': ['ประกาศแล้ว'], '1.1.2': ['อบรมครั้งแรก'], '1.1.3': ['อบรมครั้งที่สอง'] };

describe('a sheet of notes', () => {
  it('is not taken for a sheet of the form because it shows two of its headings', () => {
    const result = reading((_, book) => {
      const notes = new Grid({ name: 'บันทึก', state: 'visible', cells: [], merges: [] });
      notes.put(0, 0, 'ขั้นตอนหรือวิธีการ');
      notes.put(0, 1, 'หมายเหตุ');
      notes.put(1, 0, 'ประกาศนโยบายไม่รับของขวัญ');
      notes.put(1, 1, 'ถามกองคลังอีกครั้ง');
      book.grids.push(notes);
    });
    expect(result.problems).toMatchObject([{ code: 'text-in-unknown-sheet', text: 'ถามกองคลังอีกครั้ง' }]);
    expect(result.submissions[0]!.entries).toEqual([]);
  });
});

describe('answers are found by identity, not by position', () => {
  it.each<[string, (sheet: Grid, book: Book) => void]>([
    ['nothing happened', () => undefined],
    ['the sheets were renamed', (_, book) => book.grids.forEach((grid, index) => (grid.name = `S${String(index)}`))],
    ['the sheets were moved', (_, book) => book.grids.reverse()],
    ['the properties were lost', (_, book) => book.properties.clear()],
    ['the result column was moved', (sheet) => sheet.moveColumn(RESULT, 1)],
    ['a column was inserted', (sheet) => sheet.insertColumn(3)],
    ['the left column of tokens was deleted', (sheet) => sheet.deleteColumn(KEY)],
    ['the right column of tokens was deleted', (sheet) => sheet.deleteColumn(NOTE + 1)],
    ['the hidden row was deleted', (sheet) => sheet.deleteRow(0)],
    ['the heading row was deleted', (sheet) => sheet.deleteRow(FIRST - 1)],
    ['the rows were sorted', (sheet) => sheet.sortRows(FIRST, END - 1, RESULT, -1)],
    ['blank rows were inserted', (sheet) => sheet.insertRows(SECOND, 3)],
    ['hidden sheets were shown', (_, book) => book.grids.forEach((grid) => (grid.state = 'visible'))],
    [
      'every digit was converted',
      (sheet) => (sheet.cells = sheet.cells.map((cell) => ({ ...cell, text: thaiDigits(cell.text) }))),
    ],
  ])('when %s', (_, change) => {
    const result = reading((sheet, book) => {
      answered(sheet);
      change(sheet, book);
    });
    expect(paragraphs(result)).toEqual(UNHARMED);
    expect(result.problems).toEqual([]);
  });

  it('when every token of the sheet is gone, by the words of headings and measures, same words by their order', () => {
    const result = reading((sheet) => {
      answered(sheet);
      sheet.deleteRow(0);
      sheet.deleteColumn(NOTE + 1);
      sheet.deleteColumn(KEY);
    });
    expect(paragraphs(result)).toEqual(UNHARMED);
    expect(result.problems).toEqual([]);
  });

  it('when one sheet was copied alone into a new workbook; the others are named as missing', () => {
    const result = reading((sheet, book) => {
      answered(sheet);
      book.grids = [sheet];
      book.properties.clear();
    });
    expect(paragraphs(result)).toEqual(UNHARMED);
    expect(codes(result)).toEqual(['sheet-missing', 'sheet-missing']);
  });

  it("when another agency's sheet was copied in: to the agency that the sheet names, and it is said", () => {
    const other = contentOfPlan(planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('03'), { created: '' }));
    const result = reading((_, book) => {
      const foreign = new Grid(other.sheets[1]!);
      foreign.put(FIRST, RESULT, 'ของกองช่าง');
      book.grids[1] = foreign;
    });
    expect(result.submissions.map(({ agency, entries }) => [agency, entries.length])).toEqual([
      ['02', 0],
      ['03', 1],
    ]);
    expect(codes(result)).toContain('sheet-of-another-agency');
  });

  it('and a sheet that lost its own token is of the issue that most of its rows are of', () => {
    const result = reading((sheet) => {
      answered(sheet);
      sheet.cells = sheet.cells.filter(({ text }) => !text.startsWith('ita:sheet='));
      sheet.put(1, KEY, 'ita:row=wiang-2570/3/02/2.1.1');
    });
    expect(paragraphs(result)).toEqual(UNHARMED);
    expect(result.submissions[0]!.issues).toEqual([1, 2, 3]);
  });

  it('and a sheet stays of its agency and issue, however many rows of another are copied into it', () => {
    const other = contentOfPlan(planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('03'), { created: '' }));
    const foreign = other.sheets[2]!.cells.filter(({ text }) => text.startsWith('ita:row='));
    const result = reading((sheet) => {
      answered(sheet);
      for (let row = 0; row < 20; row += 1) sheet.put(END + 5 + row, KEY, foreign[row % foreign.length]!.text);
    });
    expect(result.submissions.map(({ agency, issues }) => [agency, issues])).toEqual([['02', [1, 2, 3]]]);
    expect(paragraphs(result)).toMatchObject(UNHARMED);
    expect(codes(result)).not.toContain('sheet-of-another-agency');
  });
});

describe('a result', () => {
  it('has a paragraph for every row and for every line of a cell', () => {
    const result = reading((sheet) => {
      sheet.insertRows(FIRST + 1, 2);
      sheet.put(FIRST, RESULT, 'หนึ่ง\nสอง\r\n\n สาม ');
      sheet.put(FIRST + 1, RESULT, 'สี่');
      sheet.put(FIRST + 2, RESULT, '- ห้า');
      sheet.put(FIRST + 3, RESULT, 'หก');
    });
    expect(paragraphs(result)).toEqual({ '1.1.1': ['หนึ่ง', 'สอง', 'สาม', 'สี่', '- ห้า', 'หก'] });
    expect(result.problems).toEqual([]);
  });

  it('may have its status, date, evidence and note on any of its rows', () => {
    const result = reading((sheet) => {
      sheet.insertRows(FIRST + 1, 2);
      sheet.put(FIRST + 1, STATUS, 'ดำเนินการแล้ว ');
      sheet.put(FIRST + 2, DATE, '๑ ม.ค. ๒๕๗๐');
      sheet.put(FIRST + 2, EVIDENCE, 'ที่ กท ๑/๒');
      sheet.put(FIRST + 3, NOTE, 'ครบ');
    });
    const [entry] = result.submissions[0]!.entries;
    expect(entry).toMatchObject({
      measure: '1.1.1',
      status: { id: 'done', cell: cellAt('E7') },
      dates: [{ text: '๑ ม.ค. ๒๕๗๐' }],
      evidence: [{ text: 'ที่ กท ๑/๒', cell: cellAt('H8') }],
      notes: [{ text: 'ครบ' }],
    });
    expect(result.problems).toEqual([]);
  });

  it.each(['ด\u0e4d\u0e32เนินการแล้ว', 'ดำเนินการเเล้ว', 'ด\u0e4d\u0e32เนินการ เเล้ว'])(
    'has a status that looks like one of the list, and keeps it as typed: %j',
    (typed) => {
      const result = reading((sheet) => sheet.put(FIRST, STATUS, typed));
      expect(result.submissions[0]!.entries[0]!.status).toMatchObject({ id: 'done', text: typed });
      expect(result.problems).toEqual([]);
    },
  );

  it('written at the end of the last measure belongs to it, as long as it stands above the end row', () => {
    const result = reading((sheet) => {
      sheet.insertRows(END, 1);
      sheet.put(END, RESULT, 'ต่อท้าย');
    });
    expect(paragraphs(result)).toEqual({ '1.1.3': ['ต่อท้าย'] });
  });

  it('keeps a link whose address the cell does not show, as evidence', () => {
    const cell: Omit<CellContent, 'row' | 'column'> = { kind: 'text', text: 'ประกาศ', link: 'https://example.go.th/1' };
    const result = reading((sheet) => sheet.put(FIRST, EVIDENCE, cell));
    expect(result.submissions[0]!.entries[0]!.evidence.map(({ text }) => text)).toEqual([
      'ประกาศ',
      'https://example.go.th/1',
    ]);
  });

  it('merged over several columns is still a result', () => {
    const result = reading((sheet) => {
      sheet.put(FIRST, STATUS, 'ประกาศแล้วเมื่อวาน');
      sheet.merge({ top: FIRST, bottom: FIRST + 1, left: STATUS, right: RESULT });
    });
    expect(paragraphs(result)).toEqual({ '1.1.1': ['ประกาศแล้วเมื่อวาน'] });
  });

  it('merged with the status keeps the status as its text', () => {
    const result = reading((sheet) => {
      sheet.put(FIRST, STATUS, 'ดำเนินการแล้ว');
      sheet.merge({ top: FIRST, bottom: FIRST, left: STATUS, right: RESULT });
      sheet.put(FIRST, DATE, '๑ มีนาคม ๒๕๗๐');
    });
    expect(paragraphs(result)).toEqual({ '1.1.1': ['ดำเนินการแล้ว'] });
    expect(result.submissions[0]!.entries).toMatchObject([{ dates: [{ text: '๑ มีนาคม ๒๕๗๐' }] }]);
  });
});

describe('a measure that was taken out of the programme after the workbooks were sent', () => {
  const later = withoutMeasures('1.1.1');

  it('is one problem with its text and every answer, in place of one for each cell', () => {
    const linked: Omit<CellContent, 'row' | 'column'> = {
      kind: 'text',
      text: 'ประกาศ',
      link: 'https://example.go.th/1',
    };
    const result = reading(
      (sheet) => {
        answered(sheet);
        sheet.put(FIRST, STATUS, 'ดำเนินการแล้ว');
        sheet.insertRows(SECOND, 1);
        sheet.put(SECOND, RESULT, 'ลงนามแล้ว\nปิดประกาศแล้ว');
        sheet.put(SECOND, NOTE, { kind: 'number', text: '3', formula: '1+2' });
        sheet.put(FIRST, EVIDENCE, linked);
        sheet.put(FIRST, DATE, { kind: 'error', text: '#N/A' });
      },
      { programme: later },
    );
    expect(result.problems).toMatchObject([
      {
        code: 'measure-gone',
        measure: '1.1.1',
        text: 'ประกาศนโยบายไม่รับของขวัญ',
        agency: '02',
        file: 'a.xlsx',
        cell: { row: FIRST, column: MEASURE },
        answers: [
          { field: 'status', text: 'ดำเนินการแล้ว', cell: { row: FIRST, column: STATUS } },
          { field: 'result', text: 'ประกาศแล้ว' },
          { field: 'date', text: '#N/A' },
          { field: 'evidence', text: 'ประกาศ' },
          { field: 'evidence', text: 'https://example.go.th/1' },
          { field: 'result', text: 'ลงนามแล้ว', cell: { row: SECOND, column: RESULT } },
          { field: 'result', text: 'ปิดประกาศแล้ว' },
          { field: 'note', text: '3 (=1+2)' },
        ],
      },
    ]);
    expect(result.problems[0]).not.toHaveProperty('likely');
    expect(paragraphs(result)).toEqual({ '1.1.2': ['อบรมครั้งแรก'], '1.1.3': ['อบรมครั้งที่สอง'] });
  });

  it('is a note where nothing was answered, and such a file still counts as not answered', () => {
    const result = reading(() => undefined, { programme: later });
    expect(result.problems).toMatchObject([
      { code: 'measure-gone-unanswered', measure: '1.1.1', text: 'ประกาศนโยบายไม่รับของขวัญ' },
    ]);
    expect(isAnswered(result)).toBe(false);
  });

  it('names the measure that took its place under another key, by its words', () => {
    const reworded: Programme = mapMeasures(SMALL_PROGRAMME, (each) =>
      each.key === '1.1.1' ? { ...each, key: '1.1.4' as MeasureKey, text: `${each.text}จากการปฏิบัติหน้าที่` } : each,
    );
    const result = reading((sheet) => sheet.put(FIRST, RESULT, 'ประกาศแล้ว'), { programme: reworded });
    expect(result.problems).toMatchObject([{ code: 'measure-gone', measure: '1.1.1', likely: '1.1.4' }]);
  });

  it('keeps what somebody typed into its printed columns, as everywhere', () => {
    const result = reading((sheet) => sheet.put(FIRST + 1, MEASURE, 'ดูที่สำนักปลัดฯ'), { programme: later });
    expect(result.problems.map(({ code }) => code)).toEqual(['measure-gone-unanswered', 'text-outside-columns']);
    expect(result.problems[1]).toMatchObject({ text: 'ดูที่สำนักปลัดฯ', cell: { row: FIRST + 1, column: MEASURE } });
  });

  it('tells nothing of the other measures, whose printed numbers have changed', () => {
    const renumbered = mapMeasures({ ...later, version: '4' }, (each) =>
      each.key === '1.1.2' ? { ...each, printed: '๑.' } : each.key === '1.1.3' ? { ...each, printed: '๒.' } : each,
    );
    const result = reading(answered, { programme: renumbered });
    expect(codes(result)).toEqual(['measure-gone', 'version-differs']);
  });

  it('tells nothing of the titles of its sheet where it was the only one of the agency', () => {
    const result = reading(() => undefined, {
      programme: mapMeasures(SMALL_PROGRAMME, (each) =>
        each.key === '3.1.1'
          ? { ...each, key: '3.1.2' as MeasureKey, responsible: { printed: 'กองช่าง', agencies: [] } }
          : each,
      ),
    });
    expect(codes(result)).toEqual(['measure-gone-unanswered']);
  });
});

describe('what cannot be placed becomes a problem with its place and its text', () => {
  it.each<[string, string, (sheet: Grid, book: Book) => void]>([
    ['text-outside-measure', 'ก่อนตาราง', (sheet) => sheet.put(3, RESULT, 'ก่อนตาราง')],
    ['text-outside-measure', 'หลังตาราง', (sheet) => sheet.put(END + 2, RESULT, 'หลังตาราง')],
    ['text-outside-columns', 'ข้างตาราง', (sheet) => sheet.put(FIRST, 20, 'ข้างตาราง')],
    [
      'text-outside-columns',
      'ในช่องมาตรการ',
      (sheet) => {
        sheet.insertRows(FIRST + 1, 1);
        sheet.put(FIRST + 1, MEASURE, 'ในช่องมาตรการ');
      },
    ],
    ['measure-text-edited', 'มาตรการใหม่', (sheet) => sheet.put(FIRST, MEASURE, 'มาตรการใหม่')],
    ['status-unknown', 'เสร็จ', (sheet) => sheet.put(FIRST, STATUS, 'เสร็จ')],
    ['value-not-text', '15', (sheet) => sheet.put(FIRST, RESULT, { kind: 'number', text: '15' })],
    ['value-not-text', 'TRUE', (sheet) => sheet.put(FIRST, NOTE, { kind: 'boolean', text: 'TRUE' })],
    ['value-not-text', '3 (=1+2)', (sheet) => sheet.put(FIRST, NOTE, { kind: 'number', text: '3', formula: '1+2' })],
    [
      'formula-not-computed',
      '=CONCAT(A1)',
      (sheet) => sheet.put(FIRST, RESULT, { kind: 'text', text: '=CONCAT(A1)', formula: 'CONCAT(A1)' }),
    ],
    [
      'text-struck-out',
      'อบรม ๓ ครั้ง',
      (sheet) => sheet.put(FIRST, RESULT, { kind: 'text', text: 'อบรม ๓ ครั้ง', struck: true }),
    ],
    [
      'text-struck-out',
      '๓ ครั้ง\nและ',
      (sheet) =>
        sheet.put(FIRST, RESULT, {
          kind: 'text',
          text: 'อบรม ๓ ครั้ง ๕ ครั้ง และอื่น',
          runs: [
            { start: 0 },
            { start: 5, struck: true },
            { start: 13, bold: true },
            { start: 21, struck: true },
            { start: 24 },
          ],
        }),
    ],
    [
      'error-value',
      '#NAME? (=-ดำเนินการ)',
      (sheet) => sheet.put(FIRST, RESULT, { kind: 'error', text: '#NAME?', formula: '-ดำเนินการ' }),
    ],
    [
      'text-in-unknown-sheet',
      'บันทึก',
      (_, book) => {
        const notes = new Grid({ name: 'Notes', state: 'visible', cells: [], merges: [] });
        notes.put(3, 3, 'บันทึก');
        book.grids.push(notes);
      },
    ],
    [
      'row-identity-conflict',
      'ประกาศนโยบายไม่รับของขวัญ',
      (sheet) => sheet.put(FIRST, KEY, 'ita:row=wiang-2570/3/02/1.1.2'),
    ],
    [
      'status-twice',
      'ไม่เกี่ยวข้อง',
      (sheet) => {
        sheet.put(FIRST, STATUS, 'ดำเนินการแล้ว');
        sheet.put(FIRST + 1, STATUS, 'ไม่เกี่ยวข้อง');
      },
    ],
    ['text-outside-measure', 'ไม่เกี่ยวข้อง', (sheet) => sheet.put(END + 2, STATUS, 'ไม่เกี่ยวข้อง')],
    [
      'text-in-unknown-sheet',
      'ยังไม่ดำเนินการ',
      (_, book) => {
        const notes = new Grid({ name: 'Notes', state: 'visible', cells: [], merges: [] });
        notes.put(0, 0, 'ยังไม่ดำเนินการ');
        book.grids.push(notes);
      },
    ],
  ])('%s: %s', (code, text, change) => {
    const result = reading(change);
    expect(result.problems).toMatchObject([{ code, text, file: 'a.xlsx', agency: '02' }]);
    expect(result.problems[0]).toHaveProperty('sheet');
    expect(result.problems[0]).toHaveProperty('cell');
  });

  it('a row without a key in a sheet that was sorted', () => {
    const result = reading((sheet) => {
      answered(sheet);
      sheet.insertRows(FIRST + 1, 1);
      sheet.put(FIRST + 1, RESULT, 'แถวแทรก');
      sheet.sortRows(FIRST, END, RESULT, 1);
    });
    expect(paragraphs(result)).toEqual(UNHARMED);
    expect(result.problems).toMatchObject([{ code: 'text-in-sorted-row', text: 'แถวแทรก' }]);
  });

  it('a number that was typed is still an answer', () => {
    const result = reading((sheet) => sheet.put(FIRST, RESULT, { kind: 'number', text: '15' }));
    expect(paragraphs(result)).toEqual({ '1.1.1': ['15'] });
  });

  it('an error value is no answer', () => {
    const result = reading((sheet) => sheet.put(FIRST, RESULT, { kind: 'error', text: '#REF!' }));
    expect(paragraphs(result)).toEqual({});
  });
});

describe('a workbook as a whole', () => {
  const blank = { sheets: [], properties: new Map<string, string>(), definedNames: [] };
  const context = { file: 'a.xlsx', programme: SMALL_PROGRAMME, roster: SMALL_ROSTER };

  it('without our identity is refused', () => {
    expect(readAgencyWorkbook(blank, context).problems).toEqual([{ code: 'not-agency-workbook', file: 'a.xlsx' }]);
  });

  it('that the office made for itself is passed over', () => {
    const properties = new Map([['ITA.Kind', 'master']]);
    expect(readAgencyWorkbook({ ...blank, properties }, context).problems).toEqual([
      { code: 'file-of-office-skipped', file: 'a.xlsx' },
    ]);
  });

  it('that the office made for itself is passed over, whatever of it cannot be read', () => {
    const properties = new Map([['ITA.Kind', 'master']]);
    const unread = [{ holds: 'cells', sheet: 'ก', why: { reason: 'damaged', damage: 'xml' }, detail: 'x' }] as const;
    expect(codes(readAgencyWorkbook({ ...blank, properties, unread }, context))).toEqual(['file-of-office-skipped']);
  });

  it('of another programme is refused, with every text that its agency wrote', () => {
    const other = { ...SMALL_PROGRAMME, id: 'wiang-2569' };
    const content = contentOfPlan(planAgencyWorkbook(other, smallAgency('02'), { created: '' }));
    const [cover, first] = content.sheets.map((sheet) => new Grid(sheet));
    cover!.put(cover!.cells.find(({ text }) => text === 'ita:field=name')!.row, 2, 'ผู้ประสานงาน');
    first!.put(FIRST, RESULT, 'ประกาศแล้ว');
    first!.put(FIRST, 20, 'ข้างตาราง');
    const sheets = [cover!, first!].map((grid) => grid.toContent());
    const result = readAgencyWorkbook({ ...content, sheets }, context);
    expect(result.submissions).toEqual([]);
    expect(result.problems).toMatchObject([
      { code: 'programme-differs', found: 'wiang-2569', expected: 'wiang-2570' },
      { code: 'text-of-other-programme', text: 'ผู้ประสานงาน', sheet: 'ปก' },
      { code: 'text-of-other-programme', text: 'ประกาศแล้ว' },
      { code: 'text-of-other-programme', text: 'ข้างตาราง' },
    ]);
  });

  it('of another programme has what its printed pages say too, but for what its cells show', () => {
    const content = contentOfPlan(
      planAgencyWorkbook({ ...SMALL_PROGRAMME, id: 'wiang-2569' }, smallAgency('02'), { created: '' }),
    );
    const [, sheet] = content.sheets;
    const shown = (row: number, column: number): string =>
      sheet!.cells.find((cell) => cell.row === row && cell.column === column)!.text;
    const pages = [`${shown(FIRST - 1, RESULT)}  ${shown(FIRST, MEASURE)}`, `${shown(FIRST, MEASURE)} ร่าง`];
    const texts = pages.map((text) => ({ carrier: 'page', text }) as const);
    expect(readAgencyWorkbook({ ...content, sheets: [{ ...sheet!, texts }] }, context).problems).toMatchObject([
      { code: 'programme-differs' },
      { text: pages[1] },
    ]);
  });

  it('of another edition of the programme is read, and it is said', () => {
    const other = { ...SMALL_PROGRAMME, version: '2' };
    const result = readAgencyWorkbook(
      contentOfPlan(planAgencyWorkbook(other, smallAgency('02'), { created: '' })),
      context,
    );
    expect(result.submissions).toHaveLength(1);
    expect(codes(result)).toEqual(['version-differs']);
  });

  it('of an agency that the roster does not know is refused, with its texts', () => {
    const stranger = { ...smallAgency('02'), code: '99' as never };
    const everyone = structuredClone(SMALL_PROGRAMME);
    const content = contentOfPlan(planAgencyWorkbook(everyone, stranger, { created: '' }));
    const cover = new Grid(content.sheets[0]!);
    cover.put(cover.cells.find(({ text }) => text === 'ita:field=name')!.row, 2, 'ผู้ประสานงาน');
    const result = readAgencyWorkbook({ ...content, sheets: [cover.toContent(), ...content.sheets.slice(1)] }, context);
    expect(result.submissions).toEqual([]);
    expect(result.problems).toMatchObject([
      { code: 'agency-unknown', found: '99' },
      { code: 'text-of-unknown-agency', text: 'ผู้ประสานงาน', sheet: 'ปก' },
    ]);
  });

  it('with one sheet twice is read once where both say the same', () => {
    const result = reading((sheet, book) => {
      answered(sheet);
      const copy = new Grid(sheet.toContent());
      copy.name = 'สำเนา';
      copy.put(THIRD, RESULT, 'อบรมครั้งที่สาม');
      book.grids.push(copy);
    });
    expect(paragraphs(result)).toEqual({ ...UNHARMED, '1.1.3': ['อบรมครั้งที่สอง', 'อบรมครั้งที่สาม'] });
    expect(result.problems).toMatchObject([{ code: 'sheet-twice', issue: 1, others: ['สำเนา'] }]);
  });

  it('takes no token of ours for an answer, nor for a key where an answer stands', () => {
    const result = reading((sheet) => {
      sheet.put(FIRST, RESULT, 'ita:end');
      sheet.put(FIRST, EVIDENCE, 'ita:row=wiang-2570/3/02/1.1.2');
      sheet.put(SECOND, RESULT, ' ita:column=note ');
    });
    expect(paragraphs(result)).toEqual({});
    expect(result.problems).toMatchObject([
      { code: 'token-not-answer', cell: { row: FIRST, column: RESULT }, text: 'ita:end' },
      { code: 'token-not-answer', cell: { row: FIRST, column: EVIDENCE }, text: 'ita:row=wiang-2570/3/02/1.1.2' },
      { code: 'token-not-answer', cell: { row: SECOND, column: RESULT }, text: ' ita:column=note ' },
    ]);
  });

  it('keeps a formula that somebody typed on the cover', () => {
    const result = reading((_, book) => {
      const typed: Omit<CellContent, 'row' | 'column'> = { kind: 'number', text: '42', formula: '40+2' };
      book.grids[0]!.put(2, 9, typed);
    });
    expect(result.problems).toMatchObject([{ code: 'text-outside-columns', text: '42' }]);
  });

  it('has one contact person, and a cover that was copied and changed loses none', () => {
    const result = reading((_, book) => {
      const [cover] = book.grids;
      const row = cover!.cells.find(({ text }) => text === 'ita:field=name')!.row;
      cover!.put(row, 2, ' สมหญิง ');
      const [same, other] = [new Grid(cover!.toContent()), new Grid(cover!.toContent())];
      same.name = 'สำเนา';
      other.name = 'สำเนาที่สอง';
      other.put(row, 2, 'สมชาย');
      book.grids.push(same, other);
    });
    expect(result.submissions[0]!.contact).toMatchObject({ name: { text: 'สมหญิง', sheet: 'ปก' } });
    expect(result.problems).toMatchObject([{ code: 'text-outside-columns', text: 'สมชาย', sheet: 'สำเนาที่สอง' }]);
  });

  it('keeps a text that was typed over a number of the cover', () => {
    const typed = (text: string) =>
      reading((_, book) => {
        const cover = book.grids[0]!;
        const { row, column } = cover.cells.find(({ formula }) => formula !== undefined)!;
        cover.put(row, column, text);
      });
    expect(typed('ครบแล้ว').problems).toMatchObject([{ code: 'text-outside-columns', text: 'ครบแล้ว', sheet: 'ปก' }]);
  });

  it('names its contact person', () => {
    const result = reading((_, book) => {
      const cover = book.grids[0]!;
      const row = cover.cells.find(({ text }) => text === 'ita:field=phone')!.row;
      cover.put(row, 2, '๐ ๒๒๒๑ ๐๐๐๐');
      cover.put(row, 9, 'ข้างหลัง');
    });
    expect(result.submissions[0]!.contact).toMatchObject({ phone: { text: '๐ ๒๒๒๑ ๐๐๐๐', sheet: 'ปก' } });
    expect(result.problems).toMatchObject([{ code: 'text-outside-columns', text: 'ข้างหลัง' }]);
  });

  it("names its contact person by the agency's own name where the agency wrote that", () => {
    const { name } = smallAgency('02');
    const result = reading((_, book) => {
      const cover = book.grids[0]!;
      cover.put(cover.cells.find(({ text }) => text === 'ita:field=name')!.row, 2, name);
    });
    expect(result.submissions[0]!.contact).toMatchObject({ name: { text: name, sheet: 'ปก' } });
    expect(result.problems).toEqual([]);
  });
});

describe('what of a file could not be read', () => {
  const content = contentOfPlan(
    planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('02'), { created: '2027-04-01T00:00:00Z' }),
  );
  const context = { file: 'a.xlsx', programme: SMALL_PROGRAMME, roster: SMALL_ROSTER };
  const damaged = { why: { reason: 'damaged', damage: 'xml' }, detail: 'a\u001bb' } as const;
  const tooLarge = { why: { reason: 'too-large', limit: 'cells', most: 9 }, detail: 'x' } as const;

  it('is named for the agency, with sheet and cell, where every sheet of the form is there', () => {
    const { submissions, problems } = readAgencyWorkbook(
      {
        ...content,
        unread: [
          { holds: 'cells', sheet: 'ลงเวลา', cell: cellAt('B7'), ...damaged },
          { holds: 'cells', sheet: 'ทะเบียน', ...tooLarge },
          { holds: 'objects', sheet: content.sheets[1]!.name, ...damaged },
          { holds: 'place', sheet: 'ลงเวลา', cell: cellAt('B8'), text: 'ก\nข', ...damaged },
          { holds: 'formats', ...damaged },
        ],
      },
      context,
    );
    const place = { file: 'a.xlsx', agency: '02' };
    expect(submissions).toMatchObject([{ agency: '02', issues: [1, 2, 3] }]);
    expect(problems).toEqual([
      {
        code: 'sheet-unreadable',
        ...place,
        sheet: 'ลงเวลา',
        cell: cellAt('B7'),
        holds: 'cells',
        damage: 'xml',
        detail: 'a b',
      },
      { code: 'sheet-too-large', ...place, sheet: 'ทะเบียน', limit: 'cells', most: 9 },
      {
        code: 'sheet-unreadable',
        ...place,
        sheet: content.sheets[1]!.name,
        holds: 'objects',
        damage: 'xml',
        detail: 'a b',
      },
      {
        code: 'place-unreadable',
        ...place,
        sheet: 'ลงเวลา',
        cell: cellAt('B8'),
        damage: 'xml',
        detail: 'a b',
        text: 'ก\nข',
      },
      { code: 'formats-missing', ...place, detail: 'a b' },
    ]);
  });

  it('does not cost the answers where a sheet of the form is missing for another reason', () => {
    const unread = [{ holds: 'objects', sheet: content.sheets[1]!.name, ...damaged }] as const;
    const { submissions, problems } = readAgencyWorkbook(
      { ...content, sheets: content.sheets.slice(0, 3), unread },
      context,
    );
    expect(submissions).toMatchObject([{ agency: '02', issues: [1, 2] }]);
    expect(problems.map(({ code }) => code)).toEqual(['sheet-missing', 'sheet-unreadable']);
  });

  it.each([
    ['damaged', damaged, { code: 'sheet-unreadable', holds: 'cells', damage: 'xml', detail: 'a b' }],
    ['too large', tooLarge, { code: 'sheet-too-large', limit: 'cells', most: 9 }],
  ])('leaves only its issue out of the submission where a sheet of the form is %s', (_, why, problem) => {
    const [cover, first, ...others] = content.sheets;
    const sheet = first!.name;
    const unread = [{ holds: 'cells', sheet, ...why }] as const;
    const rest = { ...content, sheets: [cover!, { ...first!, cells: [] }, ...others], unread };
    const { submissions, problems } = readAgencyWorkbook(rest, context);
    expect(submissions).toMatchObject([{ agency: '02', issues: [2, 3] }]);
    expect(problems).toEqual([{ ...problem, file: 'a.xlsx', sheet, agency: '02' }]);
  });

  it('names a sheet of the form that was renamed once, with the issue that is on no other sheet', () => {
    const [cover, first, ...others] = content.sheets;
    const renamed = { ...first!, name: 'งานของเรา', cells: [] };
    const cells = (sheet: string) => ({ holds: 'cells', sheet, ...damaged }) as const;
    const read = (unread: readonly UnreadPart[]) =>
      readAgencyWorkbook({ ...content, sheets: [cover!, renamed, ...others], unread }, context).problems;
    const problem = {
      code: 'sheet-unreadable',
      agency: '02',
      file: 'a.xlsx',
      holds: 'cells',
      damage: 'xml',
      detail: 'a b',
    };
    const { number, title } = issuesOf(SMALL_PROGRAMME)[0]!.issue;
    expect(read([cells('งานของเรา')])).toEqual([{ ...problem, sheet: 'งานของเรา', issue: { number, title } }]);
    const missing = { code: 'sheet-missing', agency: '02', file: 'a.xlsx', issue: number, title };
    expect(read([cells('งานของเรา'), cells('ทะเบียน')])).toEqual([
      missing,
      { ...problem, sheet: 'งานของเรา' },
      { ...problem, sheet: 'ทะเบียน' },
    ]);
    expect(read([{ holds: 'cells', sheet: 'ทะเบียน', ...tooLarge }]).map(({ code }) => code)).toEqual([
      'sheet-missing',
      'sheet-too-large',
    ]);
  });

  it.each([
    ['damaged', damaged, { code: 'file-damaged', damage: 'xml', detail: 'a b' }],
    ['too large', tooLarge, { code: 'file-too-large', limit: 'cells', most: 9 }],
  ])('makes the file one to be sent again where nothing else is of the form and a sheet is %s', (_, why, problem) => {
    const sheet = content.sheets[1]!.name;
    const foreign = {
      properties: new Map(),
      definedNames: [],
      sheets: [{ name: sheet, state: 'visible', cells: [], merges: [] } as const],
      unread: [{ holds: 'cells', sheet, ...why }] as const,
    };
    expect(readAgencyWorkbook(foreign, context)).toEqual({
      submissions: [],
      problems: [{ ...problem, file: 'a.xlsx', sheet }],
    });
  });
});

describe('what an agency put on a sheet and into no cell', () => {
  const lies = {
    comments: [{ row: FIRST, column: RESULT, author: 'สมหญิง', text: 'รอเอกสาร' }],
    shapes: [{ row: 1, column: 1, text: 'อบรมแล้ว\n๒ ครั้ง' }],
    objects: [
      { kind: 'picture', name: 'Picture 1', description: 'ภาพกิจกรรม', area: { top: 6, left: 7, bottom: 9, right: 8 } },
      { kind: 'embedded', name: 'a.docx', description: '' },
    ],
    texts: [
      { carrier: 'page', text: 'ผลในหัวกระดาษ' },
      { carrier: 'comment', author: 'สมหญิง', text: 'ไม่รู้ช่อง' },
    ],
  } as const;
  const withThose = (agency: string): ReadResult => {
    const plan = planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('02'), { created: '2027-04-01T00:00:00Z' });
    const content = contentOfPlan(plan);
    const sheets = content.sheets.map((sheet, index) => (index === 1 ? { ...sheet, ...lies } : sheet));
    const roster = { ...SMALL_ROSTER, agencies: SMALL_ROSTER.agencies.filter(({ code }) => code !== agency) };
    return readAgencyWorkbook({ ...content, sheets }, { file: 'a.xlsx', programme: SMALL_PROGRAMME, roster });
  };

  it.each([
    ['an agency of the roster', ''],
    ['an agency that nobody knows', '02'],
  ])('is a problem that keeps its text, in a workbook of %s', (_, unknown) => {
    const location = { file: 'a.xlsx', sheet: '๑ การปฏิบัติหน้าที่' };
    const { problems } = withThose(unknown);
    expect(problems).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          code: 'comment-not-answer',
          author: 'สมหญิง',
          text: 'รอเอกสาร',
          cell: cellAt('F6'),
          ...location,
        }),
        expect.objectContaining({ code: 'text-on-page', text: 'ผลในหัวกระดาษ', ...location }),
        expect.objectContaining({ code: 'comment-not-answer', author: 'สมหญิง', text: 'ไม่รู้ช่อง', ...location }),
        expect.objectContaining({ code: 'text-in-shape', text: 'อบรมแล้ว\n๒ ครั้ง', cell: cellAt('B2'), ...location }),
        expect.objectContaining({
          code: 'object-not-carried',
          kind: 'picture',
          text: 'ภาพกิจกรรม',
          cell: cellAt('H7'),
          ...location,
        }),
        expect.objectContaining({ code: 'object-not-carried', kind: 'embedded', name: 'a.docx', ...location }),
      ]),
    );
  });
});
