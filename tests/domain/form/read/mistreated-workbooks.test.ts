import { MADE_FROM } from '../../../../src/domain/form/made-from.ts';
import { readAgencyWorkbook } from '../../../../src/domain/form/read/read-agency-workbook.ts';
import { issuesOf } from '../../../../src/domain/programme/programme.ts';
import { yearDigest } from '../../../../src/domain/programme/year-text.ts';
import type { CellContent, UnreadPart } from '../../../../src/domain/spreadsheet/content.ts';
import type { ReadResult } from '../../../../src/domain/submissions/submission.ts';
import { cellAt } from '../../../support/cells.ts';
import { Grid } from '../../../support/grid.ts';
import type { Book } from '../../../support/mistreat.ts';
import { COLUMN, reading, ROW, smallWorkbook } from '../../../support/read-small-workbook.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER, smallAgency } from '../../../support/small-programme.ts';

const { KEY, ORDINAL, MEASURE, STATUS, RESULT, DATE, EVIDENCE, NOTE } = COLUMN;
const { FIRST, SECOND, END } = ROW;

const codes = ({ problems }: ReadResult): readonly string[] => problems.map(({ code }) => code);

function answersOf({ submissions }: ReadResult): readonly (readonly string[])[] {
  return submissions.flatMap(({ agency, entries }) =>
    entries.flatMap(({ measure, paragraphs }) => paragraphs.map(({ text }) => [agency, measure, text])),
  );
}

/** A grid without the cells whose text begins so. */
function without(grid: Grid, start: string): void {
  grid.cells = grid.cells.filter(({ text }) => !text.startsWith(start));
}

function notes(text: string): Grid {
  const grid = new Grid({ name: 'บันทึก', state: 'visible', cells: [], merges: [] });
  grid.put(3, 3, text);
  return grid;
}

describe('whose a workbook is', () => {
  it('is told by the title of a sheet where every token and property is gone', () => {
    const owned = (owner: string) =>
      reading((sheet, book) => {
        sheet.put(FIRST, RESULT, 'ประกาศแล้ว');
        without(sheet, 'ita:');
        const { row, column } = sheet.cells.find(({ text }) => text.startsWith(smallAgency('02').name))!;
        sheet.put(row, column, owner);
        book.grids = [sheet];
        book.properties.clear();
      });
    expect(answersOf(owned('กองช่าง'))).toEqual([['03', '1.1.1', 'ประกาศแล้ว']]);
    expect(answersOf(owned(' กองช่าง | ตัวชี้วัดที่ ๑'))).toEqual([['03', '1.1.1', 'ประกาศแล้ว']]);
    expect(owned('กองหาย')).toMatchObject({
      submissions: [],
      problems: [{ code: 'agency-unknown', found: '' }, { text: 'ประกาศแล้ว' }],
    });
  });

  it('is told for a sheet without tokens by the others of the workbook, even after one that is of nobody', () => {
    const result = reading((sheet, book) => {
      sheet.put(FIRST, RESULT, 'ประกาศแล้ว');
      without(sheet, 'ita:');
      sheet.cells = sheet.cells.filter(({ text }) => !text.startsWith(smallAgency('02').name));
      book.grids = [notes('ถามกองคลัง'), sheet, ...book.grids.slice(2)];
      book.properties.clear();
    });
    expect(answersOf(result)).toEqual([['02', '1.1.1', 'ประกาศแล้ว']]);
    expect(codes(result)).toEqual(['text-in-unknown-sheet']);
  });

  it('is told for a sheet that was copied in by the tokens of its rows alone', () => {
    const foreign = new Grid(smallWorkbook('03').sheets[1]!);
    foreign.put(FIRST, RESULT, 'ของกองช่าง');
    without(foreign, 'ita:sheet=');
    const result = reading((_, book) => (book.grids[1] = foreign));
    expect(answersOf(result)).toEqual([['03', '1.1.1', 'ของกองช่าง']]);
    expect(codes(result)).toContain('sheet-of-another-agency');
  });

  it('says which files the workbook was made from, and in which order its issues are', () => {
    const { submissions } = reading((_, book) => {
      book.grids.reverse();
      book.properties.set(MADE_FROM, '2027-05-02T00:00:00Z 2027-05-01T00:00:00Z');
    });
    expect(submissions).toMatchObject([{ madeFrom: ['2027-05-01T00:00:00Z'], issues: [1, 2, 3] }]);
  });

  it('says nothing of when it was saved where the file does not', () => {
    const { sheets, properties, definedNames } = smallWorkbook('02');
    expect(reading(() => undefined, { content: { sheets, properties, definedNames } }).submissions[0]).toStrictEqual({
      agency: '02',
      file: 'a.xlsx',
      issues: [1, 2, 3],
      contact: {},
      entries: [],
    });
  });
});

describe('a workbook of the office', () => {
  const office = (book: Book) => book.properties.set('ITA.Kind', 'master');

  it.each<[string, (sheet: Grid, book: Book) => void]>([
    ['by its properties', (_, book) => office(book)],
    [
      'by the token of a sheet',
      (sheet, book) => {
        sheet.put(0, KEY, 'ita:office=4');
        book.properties.clear();
      },
    ],
  ])('is passed over, whatever its sheets look like: %s', (_, change) => {
    const result = reading((sheet, book) => {
      for (const grid of book.grids) without(grid, 'ita:');
      change(sheet, book);
    });
    expect(result).toEqual({ submissions: [], problems: [{ code: 'file-of-office-skipped', file: 'a.xlsx' }] });
  });

  it('is read where an agency’s sheet was copied into it', () => {
    const result = reading((sheet, book) => {
      sheet.put(FIRST, RESULT, 'ประกาศแล้ว');
      office(book);
    });
    expect(answersOf(result)).toEqual([['02', '1.1.1', 'ประกาศแล้ว']]);
  });

  it('is none where neither its properties nor its sheets are of the form', () => {
    const result = reading((_, book) => {
      book.grids = [notes('งบประมาณ')];
      book.properties.clear();
    });
    expect(result).toEqual({ submissions: [], problems: [{ code: 'not-agency-workbook', file: 'a.xlsx' }] });
  });

  it('is none where the properties name an agency, whose texts are kept although no sheet is of the form', () => {
    const result = reading((_, book) => (book.grids = [notes('งบประมาณ')]));
    expect(result.problems).toContainEqual(
      expect.objectContaining({ code: 'text-in-unknown-sheet', text: 'งบประมาณ' }),
    );
  });
});

describe('a workbook of a form or of data that the program does not know', () => {
  it('is read, and each version of a later form is named once', () => {
    const result = reading((sheet, book) => {
      book.properties.set('ITA.Form', '98');
      for (const grid of book.grids)
        grid.cells = grid.cells.map((cell) => ({ ...cell, text: cell.text.replace(/^(ita:sheet=.*)\/\d+$/, '$1/99') }));
      sheet.put(FIRST, RESULT, 'ประกาศแล้ว');
    });
    expect(answersOf(result)).toEqual([['02', '1.1.1', 'ประกาศแล้ว']]);
    expect(result.problems).toEqual(
      ['98', '99'].map((found) => ({
        code: 'form-version-unknown',
        found,
        expected: '2',
        agency: '02',
        file: 'a.xlsx',
      })),
    );
  });

  it('is read, and it is said where it was made from other data of the same name', () => {
    const year = { programme: SMALL_PROGRAMME, roster: SMALL_ROSTER };
    const made = (digest: string, programme = SMALL_PROGRAMME) =>
      reading((_, book) => book.properties.set('ITA.Data', digest), { content: smallWorkbook('02', programme) });
    const [told] = made('0').problems;
    expect(told).toMatchObject({ code: 'carried-year-differs', programme: 'wiang-2570', version: '3' });
    expect(codes(made(yearDigest(year)))).toEqual([]);
    expect(codes(made('0', { ...SMALL_PROGRAMME, version: '2' }))).toEqual(['version-differs']);
  });
});

describe('a row', () => {
  it('that lost its tokens beside rows that have them is of the measure that it shows, and that is said', () => {
    const result = reading((sheet) => {
      sheet.put(SECOND, RESULT, 'อบรมครั้งแรก');
      sheet.put(FIRST, RESULT, 'ประกาศแล้ว');
      sheet.cells = sheet.cells.filter(({ row, text }) => row !== FIRST || !text.startsWith('ita:'));
    });
    expect(answersOf(result)).toEqual([
      ['02', '1.1.1', 'ประกาศแล้ว'],
      ['02', '1.1.2', 'อบรมครั้งแรก'],
    ]);
    expect(result.problems).toMatchObject([
      { code: 'measure-by-text', measure: '1.1.1', cell: { row: FIRST, column: MEASURE } },
    ]);
  });

  it('with the tokens of two measures is of the one that it shows, and both are named', () => {
    const result = reading((sheet) => {
      sheet.put(FIRST, RESULT, 'ประกาศแล้ว');
      sheet.put(FIRST, KEY, 'ita:row=wiang-2570/3/02/1.1.2');
    });
    expect(answersOf(result)).toEqual([['02', '1.1.1', 'ประกาศแล้ว']]);
    expect(result.problems).toMatchObject([{ code: 'row-identity-conflict', found: '1.1.2, 1.1.1' }]);
  });
});

describe('a printed text that was changed', () => {
  it.each<[string, number, string, boolean]>([
    ['another number in the form of this edition', ORDINAL, '๙.', true],
    ['the text of another measure', MEASURE, 'จัดอบรมปีละ ๒ ครั้ง', true],
    ['another agency as the responsible one', MEASURE + 1, 'กองคลัง', true],
    ['the same number in other digits', ORDINAL, ' 1. ', false],
  ])('is told: %s', (_, column, text, isTold) => {
    const result = reading((sheet) => sheet.put(FIRST, column, text));
    const told = { code: 'measure-text-edited', measure: '1.1.1', text, cell: { row: FIRST, column } };
    expect(result.problems).toMatchObject(isTold ? [told] : []);
  });

  it.each<[number, string, boolean]>([
    [ORDINAL, '๙.', false],
    [ORDINAL, ' 12 ', false],
    [ORDINAL, '๑๐', false],
    [ORDINAL, 'ดูข้อ ๒', true],
    [ORDINAL, '๒ กรุณาดูข้อ', true],
    [ORDINAL, '๒.๑', true],
    [ORDINAL, 'ยกเลิก', true],
    [MEASURE, '๙.', true],
  ])('is told in the form of another edition but for numbers: in column %i “%s”', (column, text, isTold) => {
    const content = smallWorkbook('02', { ...SMALL_PROGRAMME, version: '2' });
    const result = reading((sheet) => sheet.put(FIRST, column, text), { content });
    expect(codes(result)).toEqual(['version-differs', ...(isTold ? ['measure-text-edited'] : [])]);
  });

  it('is told in the row of a sheet that was sorted, unless it is one of the form', () => {
    const inSorted = (text: string) =>
      reading((sheet) => {
        sheet.put(FIRST, RESULT, 'ก');
        sheet.put(SECOND, RESULT, 'ข');
        sheet.sortRows(FIRST, END - 1, RESULT, -1);
        sheet.insertRows(FIRST + 1, 1);
        sheet.put(FIRST + 1, MEASURE, text);
      });
    expect(inSorted('เพิ่มเติม').problems).toMatchObject([{ code: 'text-outside-columns', text: 'เพิ่มเติม' }]);
    expect(inSorted('กองคลัง').problems).toEqual([]);
  });
});

describe('a cell', () => {
  it('that is merged from a printed column over the result is a result', () => {
    const result = reading((sheet) => {
      sheet.put(FIRST, MEASURE, 'ประกาศแล้วเมื่อวาน');
      sheet.merge({ top: FIRST, bottom: FIRST, left: MEASURE, right: RESULT });
    });
    expect(answersOf(result)).toEqual([['02', '1.1.1', 'ประกาศแล้วเมื่อวาน']]);
  });

  it('that is merged beside the result stays what it was', () => {
    const result = reading((sheet) => {
      sheet.put(FIRST, DATE, '๑ มีนาคม ๒๕๗๐');
      sheet.merge({ top: FIRST, bottom: FIRST, left: DATE, right: EVIDENCE });
      sheet.put(FIRST, NOTE, 'ครบ');
    });
    expect(result.submissions[0]!.entries).toMatchObject([
      { paragraphs: [], dates: [{ text: '๑ มีนาคม ๒๕๗๐' }], notes: [{ text: 'ครบ' }] },
    ]);
  });

  it('is one text where it is no result, whatever lines it has, without the blanks around it', () => {
    const result = reading((sheet) => sheet.put(FIRST, EVIDENCE, ' หนังสือเวียน\nภาพถ่าย '));
    expect(result.submissions[0]!.entries[0]!.evidence.map(({ text }) => text)).toEqual(['หนังสือเวียน\nภาพถ่าย']);
  });

  it.each<[string, boolean]>([
    ['https://a.go.th/#', true],
    ['#ปก!A1', false],
  ])('with a link to %s has it as evidence: %j', (link, isEvidence) => {
    const cell: Omit<CellContent, 'row' | 'column'> = { kind: 'text', text: 'ประกาศ', link };
    const result = reading((sheet) => sheet.put(FIRST, RESULT, cell));
    expect(result.submissions[0]!.entries[0]!.evidence.map(({ text }) => text)).toEqual(isEvidence ? [link] : []);
  });

  it.each([
    [
      { kind: 'number', text: '3', formula: '1+2' },
      { kind: 'formula', text: '3 (=1+2)' },
    ],
    [
      { kind: 'number', text: '3' },
      { kind: 'number', text: '3' },
    ],
    [
      { kind: 'date', text: '๑ ม.ค. ๗๐' },
      { kind: 'date', text: '๑ ม.ค. ๗๐' },
    ],
  ] as const)('that is no text says what it is: %j', (cell, told) => {
    expect(reading((sheet) => sheet.put(FIRST, NOTE, cell)).problems).toMatchObject([
      { code: 'value-not-text', ...told },
    ]);
  });

  it('that shows nothing is none, wherever it stands', () => {
    expect(reading((sheet) => sheet.put(FIRST, 20, ' \u00a0\n')).problems).toEqual([]);
  });

  it('with what looks like the mark of a column marks none where the marks of the columns are elsewhere', () => {
    const result = reading((sheet) => {
      sheet.put(FIRST, RESULT, 'ประกาศแล้ว');
      sheet.insertRows(0, 1);
      sheet.put(0, RESULT, 'ita:column=note');
    });
    expect(answersOf(result)).toEqual([['02', '1.1.1', 'ประกาศแล้ว']]);
    expect(result.submissions[0]!.entries[0]!.notes).toEqual([]);
  });

  it('keeps a status that somebody chose where it is the form’s own word only in a list', () => {
    const result = reading((sheet) => sheet.put(END + 3, STATUS, 'ดำเนินการแล้ว'));
    expect(result.problems).toMatchObject([{ code: 'text-outside-measure', text: 'ดำเนินการแล้ว' }]);
  });
});

describe('a part of a file that could not be read', () => {
  const damaged = { why: { reason: 'damaged', damage: 'xml' }, detail: 'x' } as const;
  const context = { file: 'a.xlsx', programme: SMALL_PROGRAMME, roster: SMALL_ROSTER };
  const content = smallWorkbook('02');
  const [cover, first, second, third] = content.sheets;
  const read = (sheets: typeof content.sheets, ...unread: readonly UnreadPart[]) =>
    readAgencyWorkbook({ ...content, sheets, unread }, context).problems;
  const missing = (index: number) => {
    const { number, title } = issuesOf(SMALL_PROGRAMME)[index]!.issue;
    return { code: 'sheet-missing', issue: number, title };
  };

  it('is not guessed to be the missing sheet of an issue where its name is that of another sheet of the form', () => {
    for (const sheet of [cover!, first!]) {
      const problems = read(
        [
          { ...cover!, cells: sheet === cover ? [] : cover!.cells },
          { ...first!, cells: sheet === first ? [] : first!.cells },
          third!,
        ],
        { holds: 'cells', sheet: sheet.name, ...damaged },
      );
      expect(problems).toMatchObject([missing(1), { code: 'sheet-unreadable', sheet: sheet.name }]);
      expect(problems[1]).not.toHaveProperty('issue');
    }
  });

  it('is guessed to be the missing sheet beside other problems, which stay', () => {
    const noted = new Grid(second!);
    noted.put(FIRST, 20, 'ข้างตาราง');
    expect(read([cover!, noted.toContent(), third!], { holds: 'cells', sheet: 'งานของเรา', ...damaged })).toMatchObject(
      [
        { code: 'text-outside-columns', text: 'ข้างตาราง' },
        { code: 'sheet-unreadable', sheet: 'งานของเรา', issue: { number: 1 } },
      ],
    );
  });

  it('is of nobody in a file with the answers of two agencies', () => {
    const foreign = smallWorkbook('03').sheets[1]!;
    const problems = read([cover!, first!, second!, third!, foreign], { holds: 'formats', ...damaged });
    expect(problems.at(-1)).toStrictEqual({ code: 'formats-missing', detail: 'x', file: 'a.xlsx' });
  });

  it('says where it is as far as that is known, and its text if it has one', () => {
    const place = { code: 'place-unreadable', agency: '02', file: 'a.xlsx', damage: 'xml', detail: 'x', text: '' };
    expect(read(content.sheets, { holds: 'place', ...damaged })).toStrictEqual([place]);
    expect(
      read(content.sheets, { holds: 'place', sheet: '๑', cell: cellAt('A1'), text: 'ก', ...damaged }),
    ).toStrictEqual([{ ...place, sheet: '๑', cell: cellAt('A1'), text: 'ก' }]);
  });

  it('does not make a file that is none of an agency one to be sent again, unless it is the cells of a sheet', () => {
    const foreign = { ...content, properties: new Map(), sheets: [{ ...first!, name: 'ก', cells: [] }] };
    const unread = [{ holds: 'objects', sheet: 'ก', ...damaged }] as const;
    const { problems } = readAgencyWorkbook({ ...foreign, unread }, context);
    expect(problems.map(({ code }) => code)).toEqual(['not-agency-workbook', 'sheet-unreadable']);
  });
});
