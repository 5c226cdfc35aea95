import { cellAt } from '../../support/cells.ts';
import { listPhrase } from '../../../src/domain/messages/facts.ts';
import type { DataProblem } from '../../../src/domain/programme/data-problem.ts';
import { parseMeasureKey } from '../../../src/domain/programme/programme.ts';
import type { AgencyCode } from '../../../src/domain/programme/roster.ts';
import type { Problem, TextDifference } from '../../../src/domain/diagnostics/problem.ts';
import {
  describeDataProblem,
  describeDifference,
  describeFault,
  describeHostFault,
  describeProblem,
  wordsOf,
} from '../../../src/domain/messages/message.ts';

const district = '5001' as AgencyCode;
const office = '0101' as AgencyCode;
const names = (code: AgencyCode) => (code === district ? 'สำนักงานเขตพระนคร' : undefined);
const measure = parseMeasureKey('5.2.3')!;
const difference: TextDifference = {
  measure,
  field: 'result',
  sheet: 'ก',
  cell: cellAt('F7'),
  text: 'ข',
  usedText: '',
};

describe('the words of a problem', () => {
  it('name the place, the matter and the remedy', () => {
    const problem: Problem = {
      code: 'text-not-responsible',
      file: 'inbox/5001.xlsx',
      sheet: 'ประเด็น ๕',
      cell: cellAt('E7'),
      measure,
      text: 'จัดอบรม',
    };
    expect(describeProblem(problem, 'th')).toEqual({
      where: 'ไฟล์ “inbox/5001.xlsx” แผ่นงาน “ประเด็น ๕” ช่อง E7',
      message: 'หน่วยงานตอบประเด็นที่ ๕ ข้อ ๓ แต่ไม่ใช่ผู้รับผิดชอบมาตรการนี้',
      remedy: 'โปรดพิจารณาว่าจะนำข้อความไปใช้หรือไม่ หากใช้ โปรดแก้ไขผู้รับผิดชอบในแบบรายงาน',
    });
    expect(describeProblem(problem, 'en')).toEqual({
      where: 'file “inbox/5001.xlsx” sheet “ประเด็น ๕” cell E7',
      message: 'The agency answered measure 3 of issue 5 but is not responsible for it.',
      remedy: 'Decide whether to use the text. If so, correct the responsible party in the programme.',
    });
  });

  it('name agencies that the lookup knows, and show the code of others', () => {
    const { message } = describeProblem({ code: 'agency-differs', found: district, named: office }, 'th', { names });
    expect(message).toContain('สำนักงานเขตพระนคร');
    expect(message).toContain('0101');
  });

  it.each<[string, Problem, string, string]>([
    [
      'a missing file by what the system said',
      { code: 'file-unreadable', file: 'a.xlsx', detail: 'ENOENT' },
      'เปิดไฟล์นี้ไม่ได้ เพราะไม่พบไฟล์หรือโฟลเดอร์นี้',
      'This file cannot be opened because there is no such file or folder.',
    ],
    [
      'an unknown system code as it is',
      { code: 'file-unreadable', file: 'a.xlsx', detail: 'EWEIRD' },
      'เปิดไฟล์นี้ไม่ได้ เพราะระบบแจ้งรหัส EWEIRD',
      'This file cannot be opened because the system reports EWEIRD.',
    ],
    [
      'times in Bangkok, on the right day',
      {
        code: 'submission-superseded',
        usedFile: 'b.xlsx',
        usedSavedAt: '2022-04-28T18:05:00Z',
        savedAt: '2022-04-28T02:00:00Z',
        parts: [8],
        keptParts: [1, 2, 3, 4, 5, 6, 7],
        differences: [difference, difference],
      },
      'หน่วยงานส่งประเด็นที่ ๘ มากกว่าหนึ่งไฟล์ รายงานรวมใช้ส่วนนี้จากไฟล์ “b.xlsx” (บันทึกเมื่อ ๒๙ เมษายน ๒๕๖๕ ๐๑.๐๕ น.) ไม่ใช้จากไฟล์นี้ (บันทึกเมื่อ ๒๘ เมษายน ๒๕๖๕ ๐๙.๐๐ น.) ซึ่งมีข้อความต่างกัน ๒ แห่ง',
      'The agency sent issue 8 in more than one file. The master takes this part from “b.xlsx” (saved 2022-04-29 01:05), not from this one (saved 2022-04-28 09:00), which differs in 2 places.',
    ],
    [
      'no time where none is known',
      {
        code: 'submission-repeated',
        usedFile: 'b.xlsx',
        savedAt: 'yesterday',
        parts: [1, 3, 4, 'contact'],
        keptParts: [],
      },
      'หน่วยงานส่งประเด็นที่ ๑, ๓ และ ๔ และข้อมูลผู้ประสานงาน มากกว่าหนึ่งไฟล์ โดยมีข้อความเหมือนกัน รายงานรวมใช้ส่วนนี้จากไฟล์ “b.xlsx” แทนไฟล์นี้',
      'The agency sent issue 1, 3 and 4 and the contact person in more than one file, with the same texts. The master takes this part from “b.xlsx” instead of this one.',
    ],
    [
      'the other sheets by name',
      { code: 'sheet-twice', sheet: 'ก', issue: 5, others: ['ก (2)', 'ก (3)'] },
      'ประเด็นที่ ๕ มีมากกว่าหนึ่งแผ่นงาน แผ่นงานอื่นคือ “ก (2)” และ “ก (3)”',
      'Issue 5 has more than one sheet; the others are “ก (2)” and “ก (3)”.',
    ],
  ])('show %s', (_, problem, thai, english) => {
    expect(describeProblem(problem, 'th').message).toBe(thai);
    expect(describeProblem(problem, 'en').message).toBe(english);
  });

  it.each([
    [[1, 2, 3, 4, 5, 6, 7] as const, 'ไฟล์นี้ยังใช้สำหรับประเด็นที่ ๑-๗ โปรดอย่าย้ายออกจากโฟลเดอร์'],
    [[] as const, 'หากไม่ใช้ไฟล์ใดเลย ให้ย้ายไฟล์นั้นออกจากโฟลเดอร์'],
  ])('say whether a superseded file is still needed: %j', (keptParts, thai) => {
    const superseded = {
      code: 'submission-superseded',
      usedFile: 'b.xlsx',
      parts: [8],
      differences: [difference],
    } as const;
    const repeated = { code: 'submission-repeated', usedFile: 'b.xlsx', parts: [8], keptParts } as const;
    expect(describeProblem({ ...superseded, keptParts }, 'th').remedy).toContain(thai);
    expect(describeProblem(repeated, 'th').remedy).toBe('ไม่ต้องดำเนินการใด ๆ');
  });

  it('name the field in which a file differs, and its measure if it has one', () => {
    const contact: TextDifference = { field: 'contact', sheet: 'ปก', cell: cellAt('C14'), text: 'สมชาย', usedText: '' };
    expect(describeDifference(contact, 'th')).toBe('ข้อมูลผู้ประสานงาน');
    expect(describeDifference(difference, 'th')).toBe('ผลการดำเนินการของประเด็นที่ ๕ ข้อ ๓');
  });

  it('show what agencies wrote as it is, braces and all', () => {
    const problem: Problem = { code: 'agency-unknown', found: '{expected} $& ๑2' };
    expect(describeProblem(problem, 'en').message).toBe('The agency “{expected} $& ๑2” is not in the roster.');
  });
});

describe('the words of a data problem', () => {
  it.each<[DataProblem, string, string]>([
    [{ code: 'data-syntax', line: 3, column: 14 }, 'บรรทัดที่ 3 ตัวอักษรที่ 14', 'ไฟล์ข้อมูลผิดรูปแบบ JSON'],
    [
      { code: 'data-rule', path: 'parts[0].issues[2].sheetName', rule: 'sheet-name', found: 'a/b' },
      'ที่ parts[0].issues[2].sheetName',
      'ข้อมูล “a/b” ใช้ไม่ได้',
    ],
    [
      { code: 'party-unknown', path: 'p', found: 'สำนักงานคลังง', suggestion: 'สำนักการคลัง' },
      'ที่ p',
      'ไม่พบ “สำนักงานคลังง” ในทะเบียนหน่วยงาน ชื่อที่ใกล้เคียงคือ “สำนักการคลัง”',
    ],
    [{ code: 'data-missing', path: '' }, '', 'ขาดข้อมูลที่จำเป็น'],
  ])('tell the place and the matter: %o', (problem, where, message) => {
    expect(describeDataProblem(problem, 'th')).toMatchObject({ where, message });
  });
});

describe('the words of a fault', () => {
  it('name the file, the reason and what to do', () => {
    const fault = { action: 'write', path: 'out/m.xlsx', code: 'ENOSPC' } as const;
    expect(describeFault(fault, 'th').message).toBe('บันทึก “out/m.xlsx” ไม่ได้ เพราะพื้นที่จัดเก็บไม่พอ ไฟล์เดิม (ถ้ามี) ยังอยู่ครบ');
    expect(describeFault(fault, 'en').message).toBe(
      'Cannot save “out/m.xlsx” because there is no space left. An existing file is still intact.',
    );
  });
});

describe('the words of a fault in Excel', () => {
  it('name the sheet, and say that nothing was changed', () => {
    expect(describeHostFault({ reason: 'sheet-gone', detail: '๕' }, 'th')).toEqual({
      where: '',
      message: 'ไม่พบแผ่นงาน “๕” อาจมีผู้ลบหรือเปลี่ยนชื่อ จึงยังไม่ได้แก้ไขสิ่งใดในสมุดงาน',
      remedy: 'โปรดลองใหม่อีกครั้ง หากแผ่นงานนี้เป็นของแบบรายงาน โปรดนำกลับมาจากสมุดงานฉบับก่อน',
    });
  });

  it('speak of a sheet whose name is not known', () => {
    const { message } = describeHostFault({ reason: 'sheet-gone', detail: '' }, 'en');
    expect(message).toBe(
      'Cannot find a sheet that is needed: it may have been deleted or renamed. Nothing was changed in the workbook.',
    );
  });

  it('name the cell', () => {
    const { message } = describeHostFault({ reason: 'text-changed', detail: '๑!E7' }, 'en');
    expect(message).toBe('Excel did not store the text of cell ๑!E7 as written. The earlier texts were restored.');
  });

  it('do not say that nothing was changed where Excel may still be at it', () => {
    const { message, remedy } = describeHostFault({ reason: 'timed-out', detail: '60000 ms' }, 'th');
    expect(message).toBe('Excel ไม่ตอบภายในเวลาที่รอ และอาจยังทำงานที่สั่งไว้อยู่');
    expect(remedy).toBe('โปรดรอสักครู่แล้วดูว่าสมุดงานเปลี่ยนแปลงหรือไม่ หากไม่เปลี่ยนแปลง โปรดลองใหม่อีกครั้ง');
  });
});

describe('a list in a sentence', () => {
  it.each([
    [[], '', ''],
    [['ก'], 'ก', 'ก'],
    [['ก', 'ข'], 'ก และข', 'ก and ข'],
    [['ก', 'ข', 'เขต'], 'ก, ข และเขต', 'ก, ข and เขต'],
    [['๑', '๓', '๕'], '๑, ๓ และ ๕', '๑, ๓ and ๕'],
    [['“ก”', '“ข”'], '“ก” และ “ข”', '“ก” and “ข”'],
  ])('of %j has the word before the last', (items, thai, english) => {
    expect(listPhrase(items, wordsOf('th'))).toBe(thai);
    expect(listPhrase(items, wordsOf('en'))).toBe(english);
  });
});
