import fc from 'fast-check';
import { builtInProgramme } from '../../../src/domain/programme/catalogue.ts';
import { measuresOf } from '../../../src/domain/programme/programme.ts';
import type { CellContent, WorkbookContent } from '../../../src/domain/spreadsheet/content.ts';
import { describeYearChange } from '../../../src/domain/messages/year.ts';
import { changesBetween } from '../../../src/domain/year-workbook/changes.ts';
import { planYearWorkbook } from '../../../src/domain/year-workbook/plan/year-workbook.ts';
import { readYearWorkbook } from '../../../src/domain/year-workbook/read/read-year-workbook.ts';
import { rows, typed, withSheet, YEAR_CONTENT } from '../../support/edited-year.ts';
import { contentOfPlan } from '../../support/plan-content.ts';

const DATA = builtInProgramme()!;
const KEYS = measuresOf(DATA.programme).map(({ measure }) => measure.key);

type Row = readonly CellContent[];

/** A row without the tokens at its ends, as one that was inserted. */
function fresh(row: Row): Row {
  return row.filter(({ column }) => column > 0 && column < 10);
}

/** A row with another text in one column. */
function withText(row: Row, column: number, text: string): Row {
  return row.map((cell) => (cell.column === column ? { ...cell, text } : cell));
}

function keysIn(content: WorkbookContent): readonly string[] {
  const { data, problems } = readYearWorkbook(content);
  if (data === undefined) throw new Error(JSON.stringify(problems));
  return measuresOf(data.programme).map(({ measure }) => measure.key);
}

function changesIn(content: WorkbookContent): readonly string[] {
  return changesBetween(DATA, readYearWorkbook(content).data!).map((change) => describeYearChange(change, 'th'));
}

describe('a measure', () => {
  it('that was inserted gets the next ordinal of its group, and is told', () => {
    const content = rows(([first = [], ...others]) => [withText(fresh(first), 4, 'มาตรการใหม่'), first, ...others]);
    expect(keysIn(content)).toEqual(['1.1.8', ...KEYS]);
    expect(readYearWorkbook(content).problems).toMatchObject([{ code: 'measure-new', key: '1.1.8' }]);
    expect(changesIn(content)).toEqual(['เพิ่มมาตรการ ๑.๑.๘ “มาตรการใหม่”']);
  });

  it('that was copied and edited gets a key of its own, wherever the copy stands', () => {
    const content = rows(([first = [], ...others]) => [withText(first, 4, 'มาตรการใหม่'), first, ...others]);
    expect(keysIn(content)).toEqual(['1.1.8', ...KEYS]);
    expect(readYearWorkbook(content).problems).toMatchObject([
      { code: 'measure-copied', key: '1.1.8', cell: { row: 4 }, original: { row: 5 } },
    ]);
  });

  it('that was moved within its group keeps its key, and only it is told as moved', () => {
    const content = rows(([first = [], second = [], third = [], ...others]) => [second, third, first, ...others]);
    expect(keysIn(content)).toEqual(['1.1.2', '1.1.3', '1.1.1', ...KEYS.slice(3)]);
    expect(readYearWorkbook(content).problems).toEqual([]);
    expect(changesIn(content)).toEqual([expect.stringMatching(/^ย้ายมาตรการ ๑\.๑\.๑ .* รหัส ๑\.๑\.๑$/)]);
  });

  it('that was moved to another group gets a key of that, and is told as the same measure', () => {
    const content = typed('มาตรการ', { B5: '๘' });
    expect(readYearWorkbook(content).problems).toMatchObject([
      { code: 'measure-moved-key', before: '1.1.1', key: '8.1.6' },
    ]);
    expect(changesIn(content)).toEqual([expect.stringMatching(/^ย้ายมาตรการ ๑\.๑\.๑ .* รหัส ๘\.๑\.๖$/)]);
  });

  it('that is gone leaves a key that is never given again', () => {
    const last = KEYS.indexOf('1.1.7' as (typeof KEYS)[number]);
    const without = rows((all) => all.filter((_, index) => index !== last));
    const { data } = readYearWorkbook(without);
    expect(data?.programme.retired).toEqual(['1.1.7']);
    expect(changesIn(without)).toEqual([expect.stringMatching(/^ลบมาตรการ ๑\.๑\.๗ /)]);
    const again = contentOfPlan(planYearWorkbook(data!, { created: '2022-01-01T00:00:00Z' }));
    const added = withSheet(
      'มาตรการ',
      (sheet) => ({
        ...sheet,
        cells: [
          ...sheet.cells,
          ...['๑', '๑', 'ใหม่', 'ทุกหน่วยงาน'].map((text, at): CellContent => ({
            row: 200,
            column: [1, 2, 4, 5][at]!,
            kind: 'text',
            text,
          })),
        ],
      }),
      again,
    );
    expect(keysIn(added)).toContain('1.1.8');
    expect(keysIn(added)).not.toContain('1.1.7');
  });

  it('whose row was cleared is gone too', () => {
    const content = rows(([first = [], ...others]) => [
      first.filter(({ column }) => column < 1 || column > 9),
      ...others,
    ]);
    expect(readYearWorkbook(content).data?.programme.retired).toEqual(['1.1.1']);
  });

  it('is read with its key from rows in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...KEYS.keys()], { minLength: KEYS.length }), (order) => {
        const content = rows((all) => order.map((index) => all[index] ?? []));
        expect(readYearWorkbook(content).problems).toEqual([]);
        expect(keysIn(content).toSorted()).toEqual([...KEYS].sort());
      }),
      { numRuns: 20 },
    );
  });
});

describe('the sheets', () => {
  it('may be renamed and moved', () => {
    const sheets = YEAR_CONTENT.sheets.map((sheet, index) => ({ ...sheet, name: `แผ่น ${index}` })).toReversed();
    expect(readYearWorkbook({ ...YEAR_CONTENT, sheets })).toEqual({ data: DATA, problems: [] });
  });

  it('are known by their names and headings where their tokens are gone', () => {
    const sheets = YEAR_CONTENT.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.filter(({ row, column }) => row > 0 && (column > 0 || sheet.name === 'มาตรการ')),
    }));
    expect(readYearWorkbook({ ...YEAR_CONTENT, sheets }, [])).toMatchObject({
      data: { roster: DATA.roster, programme: { parts: DATA.programme.parts, report: DATA.programme.report } },
    });
  });

  it('may have an empty sheet beside them, and one of other content is told', () => {
    const beside = { name: 'Sheet1', state: 'visible' as const, cells: [], merges: [] };
    const notes = { ...beside, name: 'บันทึก', cells: [{ row: 0, column: 0, kind: 'text' as const, text: 'ก' }] };
    const { data, problems } = readYearWorkbook({ ...YEAR_CONTENT, sheets: [...YEAR_CONTENT.sheets, beside, notes] });
    expect(data).toEqual(DATA);
    expect(problems).toEqual([{ code: 'sheet-unknown', sheet: 'บันทึก' }]);
  });
});

describe('a date', () => {
  const due = (cell: string | Partial<CellContent>): string | undefined =>
    readYearWorkbook(typed('ปีงบประมาณ', { C10: cell })).data?.programme.due;

  it.each(['๒๙ เมษายน ๒๕๖๕', '29 เม.ย. 2565', '29/4/2565', '29-04-2022', '2022-04-29', ' ๒๙ เม.ย. ๖๕ '])(
    'is understood as people write it: %s',
    (text) => {
      expect(due(text)).toBe('2022-04-29');
    },
  );

  it.each<[string, Partial<CellContent>, string | undefined]>([
    ['in Thai order', { kind: 'date', text: '29/4/2022', format: 'd/m/yyyy' }, '2022-04-29'],
    [
      'in words with a Buddhist year',
      { kind: 'date', text: '๒๙ เมษายน ๒๕๖๕', format: '[$-D07041E]d mmmm yyyy' },
      '2022-04-29',
    ],
    ['with a time', { kind: 'date', text: '29/4/2022 0:00', format: 'd/m/yyyy h:mm' }, '2022-04-29'],
    [
      'typed with a Buddhist year',
      { kind: 'date', text: '29/4/2565', format: 'd/m/yyyy', typedInBuddhistEra: true },
      '2022-04-29',
    ],
    ['with the month first', { kind: 'date', text: '4/5/2022', format: 'm/d/yyyy' }, undefined],
    ['with a short year', { kind: 'date', text: '29/4/22', format: 'd/m/yy' }, undefined],
  ])('of Excel %s is understood only where it is clear', (_, cell, iso) => {
    expect(due(cell)).toBe(iso);
  });
});

describe('an identifier', () => {
  it('may be typed in Thai digits, and a number in any', () => {
    const typedOver = typed('หน่วยงาน', { B7: ' ๐๑๐๓ ' }, typed('มาตรการ', { B5: '1', C5: ' ๑ ' }));
    expect(readYearWorkbook(typedOver)).toEqual({ data: DATA, problems: [] });
  });

  it('is read where digits of the whole workbook were converted', () => {
    const thai = (text: string): string =>
      text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));
    const sheets = YEAR_CONTENT.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) => (sheet.name === 'กฎการตรวจ' ? cell : { ...cell, text: thai(cell.text) })),
    }));
    const { data, problems } = readYearWorkbook({ ...YEAR_CONTENT, sheets });
    expect(problems).toEqual([]);
    expect(data?.programme.parts.flatMap(({ id }) => id)).toEqual(['IIT', 'EIT']);
    expect(data?.roster.agencies.map(({ code }) => code)).toEqual(DATA.roster.agencies.map(({ code }) => code));
  });
});

describe('the version', () => {
  it('stays where nothing changed that agencies are asked', () => {
    const { programme } = readYearWorkbook(typed('หน่วยงาน', { F7: 'นายสมชาย', C10: '๓๐ เมษายน ๒๕๖๕' })).data!;
    expect(programme.version).toBe('1');
  });

  it('is another one where a measure is reworded, and the same for the same words', () => {
    const content = typed('มาตรการ', { E5: 'ข้อความใหม่' });
    const first = readYearWorkbook(content).data!;
    expect(first.programme.version).toMatch(/^[a-z0-9]{7}$/);
    const again = contentOfPlan(planYearWorkbook(first, { created: '2023-01-01T00:00:00Z' }));
    expect(readYearWorkbook(again).data?.programme.version).toBe(first.programme.version);
    expect(readYearWorkbook(content).data).toEqual(first);
  });
});

describe('the changes between two editions', () => {
  it('are none between the same data, whatever they are', () => {
    expect(changesBetween(DATA, DATA)).toEqual([]);
  });

  it.each([
    [typed('มาตรการ', { E5: 'ข้อความใหม่' }), /^แก้ข้อความมาตรการ ๑\.๑\.๑ จาก “.*” เป็น “ข้อความใหม่”$/],
    [typed('มาตรการ', { H5: 'คำสั่ง' }), /^๑\.๑\.๑ เปลี่ยน “หลักฐานที่ขอ” จาก “\(ว่าง\)” เป็น “คำสั่ง”$/],
    [typed('หน่วยงาน', { C7: 'สำนักงาน ก.ก. ใหม่' }), /^เปลี่ยนชื่อหน่วยงาน 0103 จาก “.*” เป็น “สำนักงาน ก\.ก\. ใหม่”$/],
    [typed('หน่วยงาน', { F7: 'นายสมชาย' }), /^0103 .* เปลี่ยน “ผู้ประสานงาน” จาก “\(ว่าง\)” เป็น “นายสมชาย”$/],
    [typed('ปีงบประมาณ', { C10: '๓๐ เมษายน ๒๕๖๕' }), /^เปลี่ยน “วันสุดท้าย.*” จาก “๒๙ เมษายน ๒๕๖๕” เป็น “๓๐ เมษายน ๒๕๖๕”$/],
    [typed('ประเด็น', { E6: '๒) แผน' }), /^ประเด็นที่ ๒ เปลี่ยน “ชื่อประเด็นตามที่พิมพ์” จาก “.*” เป็น “๒\) แผน”$/],
    [typed('กฎการตรวจ', { D6: 'ไม่ใช้' }), /^รหัสกฎ .* เปลี่ยน “ใช้หรือไม่” จาก “\(ว่าง\)” เป็น “ไม่ใช้”$/],
  ])('are told one by one %#', (content, sentence) => {
    expect(changesIn(content)).toEqual([expect.stringMatching(sentence)]);
  });
});
