import fc from 'fast-check';
import {
  remindersIn,
  joinFollowUps,
  NO_FOLLOW_UP,
  reminderRows,
  type FollowUp,
} from '../../../src/domain/master/follow-up.ts';
import { chasesOf } from '../../../src/domain/chasing/chase.ts';
import { followUpIn, isFollowUp } from '../../../src/domain/master/read/follow-up-in-sheet.ts';
import { readMasterReport } from '../../../src/domain/master/read/master-report.ts';
import { FOLLOW_UP_SHEET } from '../../../src/domain/master/sheet-names.ts';
import type { CellContent, SheetContent } from '../../../src/domain/spreadsheet/content.ts';
import { planMaster } from '../../../src/usecases/plan-master.ts';
import { writtenByOffice } from '../../../src/usecases/written-by-office.ts';
import { cellAt } from '../../support/cells.ts';
import { consolidate } from '../../support/consolidate.ts';
import { contentOfPlan } from '../../support/plan-content.ts';
import { REPORT_PROGRAMME, REPORT_ROSTER, resultOf, submissionOf } from '../../support/report-builders.ts';

const created = '2027-06-10T02:00:00.000Z';
const ANSWERS = consolidate(REPORT_PROGRAMME, REPORT_ROSTER, [
  resultOf(submissionOf('02', { '1.1.1': ['ก'], '2.2.1': ['ข'] })),
  resultOf(submissionOf('03', { '1.1.1': ['ก'], '1.1.2': ['ข'], '1.1.3': ['ค'], '2.2.1': ['ง'] }, { savedAt: null })),
]);

function sheetWith(followUp: FollowUp, at = created): SheetContent {
  const { sheets } = contentOfPlan(planMaster(ANSWERS, { created: at, followUp }));
  return sheets.find(({ name }) => name === FOLLOW_UP_SHEET)!;
}

const SHEET = sheetWith(NO_FOLLOW_UP);
const read = (sheet: SheetContent): FollowUp => followUpIn(sheet, REPORT_ROSTER);
const textsIn = ({ cells }: SheetContent): readonly string[] => cells.map(({ text }) => text);

/** The sheet with texts typed into cells, over what is there. */
function typed(sheet: SheetContent, texts: Readonly<Record<string, string>>): SheetContent {
  const added = Object.entries(texts).map(([name, text]): CellContent => ({ ...cellAt(name), kind: 'text', text }));
  const rest = sheet.cells.filter(
    (cell) => !added.some(({ row, column }) => row === cell.row && column === cell.column),
  );
  const cells = [...rest, ...added].sort((one, other) => one.row - other.row || one.column - other.column);
  return { ...sheet, cells };
}

/** The rows of a sheet as texts by column. */
function rowsOf({ cells }: SheetContent): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (const { row, column, text } of cells) {
    while (rows.length <= row) rows.push([]);
    const texts = rows[row]!;
    while (texts.length <= column) texts.push('');
    texts[column] = text;
  }
  return rows;
}

describe('the sheet ติดตาม', () => {
  it('tells of every agency how it stands, what it owes and since when', () => {
    const rows = rowsOf(SHEET);
    expect(rows[1]).toEqual(
      expect.arrayContaining(['รหัส', 'สถานะ', 'กำหนดส่ง', 'เร็วหรือช้า', 'มาตรการที่ยังขาด', 'ผู้ประสานงาน', 'หมายเหตุ']),
    );
    const [, second, third, fourth] = rows.slice(2).map((row) => row.slice(1, 9));
    expect(second).toEqual([
      '02',
      'กองคลัง',
      'สถานะล่าสุด',
      'ยังไม่ครบถ้วน',
      '๓๑ พฤษภาคม ๒๕๗๐',
      '๑ พ.ค. ๒๕๗๐ ๑๕:๐๐ น.',
      'เกินกำหนด ๑๐ วัน ณ วันที่ ๑๐ มิถุนายน ๒๕๗๐',
      'ยังไม่ได้ตอบ ๔ มาตรการ\nประเด็นที่ ๑: ๑.๑.๒, ๑.๑.๓\nประเด็นที่ ๒: ๒.๑.๑\nประเด็นที่ ๓: ๓.๑.๑',
    ]);
    expect(third).toEqual(['03', 'กองช่าง', 'สถานะล่าสุด', 'ครบถ้วน', '๓๑ พฤษภาคม ๒๕๗๐', 'ไม่ทราบเวลา', 'ไม่ทราบเวลา', '']);
    expect(fourth).toEqual(expect.arrayContaining(['11', 'ยังไม่ได้รับ', '']));
  });

  it('holds nothing that a person wrote where nobody did', () => {
    expect(read(SHEET).rows).toEqual([]);
    expect([...read(SHEET).notes.values()].every(({ note, own }) => note === '' && own.length === 0)).toBe(true);
  });

  it('keeps notes, requests and columns of the office, each with its agency', () => {
    // Row 4 is that of 02; the last row is below the table.
    const sheet = typed(SHEET, {
      L4: 'โทรแล้ว',
      N2: 'ผู้ติดตาม',
      N4: 'สมหญิง',
      B9: '02',
      G9: '๑ มิ.ย. ๒๕๗๐',
      J9: 'โทรศัพท์',
      L9: 'จะส่งพรุ่งนี้',
    });
    const followUp = read(sheet);
    expect(followUp.notes.get('02')).toMatchObject({ note: 'โทรแล้ว', own: ['สมหญิง'] });
    expect(remindersIn(followUp, '02')).toEqual([
      { when: '๑ มิ.ย. ๒๕๗๐', missing: '', channel: 'โทรศัพท์', note: 'จะส่งพรุ่งนี้' },
    ]);
    const rows = rowsOf(sheetWith(followUp));
    expect(rows[1]![13]).toBe('ผู้ติดตาม');
    expect([rows[3]![11], rows[3]![13]]).toEqual(['โทรแล้ว', 'สมหญิง']);
    expect([rows[4]![1], rows[4]![6], rows[4]![9]]).toEqual(['02', '๑ มิ.ย. ๒๕๗๐', 'โทรศัพท์']);
  });

  it('takes a row without an agency to be about the one above it', () => {
    const rows = rowsOf(SHEET);
    const inserted = [...rows.slice(0, 4), ['', '', '', '', '', '', 'เมื่อวาน', '', '', 'อีเมล'], ...rows.slice(4)];
    const cells = inserted.flatMap((texts, row) =>
      texts.flatMap((text, column): CellContent[] => (text === '' ? [] : [{ row, column, kind: 'text', text }])),
    );
    expect(remindersIn(read({ ...SHEET, cells }), '02')).toMatchObject([{ when: 'เมื่อวาน', channel: 'อีเมล' }]);
  });

  it('moves what was typed over the text of the program into a row below, and makes that text anew', () => {
    const rows = rowsOf(sheetWith(read(typed(SHEET, { K4: 'สมชาย โทร. ๑๒๓' }))));
    expect(rows[4]).toEqual(expect.arrayContaining(['02', 'ข้อความที่พิมพ์ไว้', 'สมชาย โทร. ๑๒๓']));
  });

  it('does not take converted digits, or what was written on another day, for typed', () => {
    const folded = SHEET.cells.map((cell) => ({
      ...cell,
      text: cell.text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50)),
    }));
    expect(read({ ...SHEET, cells: folded }).rows).toEqual([]);
    expect(read(sheetWith(NO_FOLLOW_UP, '2027-08-01T00:00:00.000Z')).rows).toEqual([]);
  });

  it('keeps comments and text boxes as rows', () => {
    const { rows } = read({
      ...SHEET,
      comments: [{ row: 3, column: 2, text: 'ใจเย็น' }],
      shapes: [{ row: 99, column: 0, text: 'ลอย' }],
    });
    expect(rows.map(({ agency, texts }) => [agency, texts.note])).toEqual([
      ['02', 'ใจเย็น'],
      [undefined, 'ลอย'],
    ]);
  });

  it('is read by any name, and so is a copy of it, but not a backup', () => {
    const { sheets } = contentOfPlan(planMaster(ANSWERS, { created }));
    const master = (...followUps: readonly SheetContent[]): readonly SheetContent[] => [
      ...sheets.filter(({ name }) => name !== FOLLOW_UP_SHEET),
      ...followUps,
    ];
    const renamed = { ...typed(SHEET, { L3: 'โทรแล้ว' }), name: 'ติดตามหน่วยงาน' };
    const copy = { ...typed(SHEET, { L4: 'ขอเลื่อน' }), name: 'ติดตาม (2)' };
    const backup = { ...typed(SHEET, { L3: 'ลบไปแล้ว' }), name: 'เดิม · ติดตาม', state: 'hidden' as const };
    const notesIn = (all: readonly SheetContent[]): readonly string[] =>
      [...writtenByOffice(all, REPORT_ROSTER).followUp.notes.values()].flatMap(({ note }) => note || []);
    expect(notesIn(master(renamed))).toEqual(['โทรแล้ว']);
    expect(notesIn(master(copy, SHEET, backup, renamed))).toEqual(['โทรแล้ว', 'ขอเลื่อน']);
    expect(readMasterReport({ sheets: master(copy, SHEET, renamed) }, REPORT_PROGRAMME).ownSheets).toEqual([]);
  });

  it('of an office that had one of that name before is its own, and none of its texts is lost', () => {
    const cells: readonly CellContent[] = [
      { row: 0, column: 0, kind: 'text', text: 'รายชื่อที่ต้องโทร' },
      { row: 3, column: 2, kind: 'text', text: 'กองคลัง ๑๒๓' },
    ];
    const own = { ...SHEET, cells };
    expect(isFollowUp(own)).toBe(false);
    expect(textsIn(sheetWith(read(own)))).toEqual(expect.arrayContaining(['รายชื่อที่ต้องโทร', 'กองคลัง ๑๒๓']));
    const { sheets } = contentOfPlan(planMaster(ANSWERS, { created }));
    const others = sheets.filter(({ name }) => name !== FOLLOW_UP_SHEET);
    expect(readMasterReport({ sheets: [...others, own] }, REPORT_PROGRAMME).ownSheets).toEqual([FOLLOW_UP_SHEET]);
    expect(readMasterReport({ sheets }, REPORT_PROGRAMME).ownSheets).toEqual([]);
  });

  it('keeps what was written about an agency that is no longer asked', () => {
    const notes = new Map([['77', { agency: 'กองเก่า', note: 'ยุบแล้ว', own: [] }]]);
    const rows = rowsOf(sheetWith({ ...NO_FOLLOW_UP, notes }));
    expect(rows.at(-1)).toEqual(expect.arrayContaining(['77', 'กองเก่า', 'ยุบแล้ว']));
  });

  it('records what agencies were asked for, and tells it again', () => {
    const chases = chasesOf(ANSWERS, { asOf: created }).filter(({ agency }) => agency.code === '02');
    const followUp = { ...NO_FOLLOW_UP, rows: reminderRows(chases, created, 'หนังสือ') };
    expect(remindersIn(read(sheetWith(followUp)), '02')).toEqual([
      {
        when: '๑๐ มิถุนายน ๒๕๗๐',
        missing: 'ยังไม่ได้ตอบ ๔ มาตรการ\nประเด็นที่ ๑: ๑.๑.๒, ๑.๑.๓\nประเด็นที่ ๒: ๒.๑.๑\nประเด็นที่ ๓: ๓.๑.๑',
        channel: 'หนังสือ',
        note: '',
      },
    ]);
  });
});

describe('what people type into the sheet ติดตาม', () => {
  const written = fc.oneof(
    fc.constantFrom('โทรแล้ว', '02', 'กองช่าง', 'ครบถ้วน', '๑ มิ.ย. ๒๕๗๐', 'สถานะล่าสุด', 'ทวงถาม', '=1+1', '02 0 abc'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  );
  const edits = fc.dictionary(
    fc
      .tuple(
        fc.constantFrom('A', 'B', 'C', 'D', 'F', 'G', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P'),
        fc.integer({ min: 3, max: 14 }),
      )
      .map(([letter, row]) => `${letter}${row}`),
    written.filter((text) => text.trim() !== ''),
    { maxKeys: 8 },
  );

  it('is never lost, and stands there the same way from then on', () => {
    fc.assert(
      fc.property(edits, (texts) => {
        const first = sheetWith(read(typed(SHEET, texts)));
        const cells = textsIn(first);
        for (const text of Object.values(texts)) expect(cells.some((cell) => cell.includes(text.trim()))).toBe(true);
        expect(textsIn(sheetWith(read(first)))).toEqual(cells);
      }),
    );
  });

  it('is joined from several masters, each thing once', () => {
    fc.assert(
      fc.property(edits, edits, (one, other) => {
        const [first, second] = [read(typed(SHEET, one)), read(typed(SHEET, other))];
        const texts = textsIn(sheetWith(joinFollowUps([first, second])));
        for (const text of [...Object.values(one), ...Object.values(other)])
          expect(texts.some((cell) => cell.includes(text.trim()))).toBe(true);
        expect(textsIn(sheetWith(joinFollowUps([first, first])))).toEqual(textsIn(sheetWith(first)));
      }),
    );
  });
});
