import { describeYearProblem } from '../../../src/domain/messages/year.ts';
import type { WorkbookContent } from '../../../src/domain/spreadsheet/content.ts';
import { readYearWorkbook } from '../../../src/domain/year-workbook/read/read-year-workbook.ts';
import { rows, typed, withSheet, YEAR_CONTENT as CONTENT } from '../../support/edited-year.ts';

function told(content: WorkbookContent, language: 'th' | 'en' = 'th'): readonly string[] {
  return readYearWorkbook(content).problems.map((problem) => {
    const { where, message, remedy } = describeYearProblem(problem, language);
    return [where, message, remedy].filter(Boolean).join(' | ');
  });
}

describe('a mistake in the workbook of a year', () => {
  it.each([
    [
      'a code that Excel made a number',
      typed('หน่วยงาน', { B7: { kind: 'number', text: '103' } }),
      'แผ่นงาน “หน่วยงาน” ช่อง B7 | รหัสหน่วยงาน “103” เป็นตัวเลขที่เลขศูนย์นำหน้าหายไป โปรแกรมอ่านเป็น “0103” | โปรดตรวจสอบ แล้วตั้งรูปแบบช่องเป็นข้อความและพิมพ์รหัสให้ครบทุกหลัก',
    ],
    [
      'a telephone number that lost its zero',
      typed('หน่วยงาน', { H7: { kind: 'number', text: '24240056' } }),
      'แผ่นงาน “หน่วยงาน” ช่อง H7 | ช่องนี้เป็นตัวเลข ไม่ใช่ข้อความ โปรแกรมอ่านตามที่แสดงเป็น “24240056” | โปรดตรวจสอบว่าครบถ้วน เช่น เลขศูนย์นำหน้า หากไม่ตรง ให้ตั้งรูปแบบช่องเป็นข้อความแล้วพิมพ์ใหม่',
    ],
    [
      'a code of letters',
      typed('หน่วยงาน', { B7: 'กอง' }),
      'แผ่นงาน “หน่วยงาน” ช่อง B7 | “รหัส” ใช้ “กอง” ไม่ได้ | โปรดแก้ไขให้เป็นไปตามข้อกำหนด คือ รหัสหน่วยงานเป็นตัวเลข ๒ ถึง ๘ หลัก',
    ],
    [
      'a code that is there twice',
      typed('หน่วยงาน', { B7: '0102' }),
      'แผ่นงาน “หน่วยงาน” ช่อง B7 | “0102” ซ้ำกับช่อง หน่วยงาน!B6 | โปรดแก้ไขหรือลบออกให้เหลือแห่งเดียว',
    ],
    [
      'an address without a sign',
      typed('หน่วยงาน', { G7: 'nobody' }),
      'แผ่นงาน “หน่วยงาน” ช่อง G7 | “อีเมล” ใช้ “nobody” ไม่ได้ | โปรดแก้ไขให้เป็นไปตามข้อกำหนด คือ เป็นที่อยู่อีเมล',
    ],
    [
      'a year of the common era',
      typed('ปีงบประมาณ', { C7: '2022' }),
      'แผ่นงาน “ปีงบประมาณ” ช่อง C7 | “ปีงบประมาณ พ.ศ.” ใช้ “2022” ไม่ได้ | โปรดแก้ไขให้เป็นไปตามข้อกำหนด คือ เป็นปี พ.ศ. ๔ หลัก เช่น ๒๕๖๖',
    ],
    [
      'issues out of order',
      typed('ประเด็น', { D6: '๑' }),
      'แผ่นงาน “ประเด็น” ช่อง D6 | “ประเด็นที่” ใช้ “1” ไม่ได้ | โปรดแก้ไขให้เป็นไปตามข้อกำหนด คือ เรียงลำดับจากน้อยไปมาก ไม่ซ้ำกัน และไม่เป็นศูนย์',
    ],
    [
      'a note in a column that the program writes',
      typed('กฎการตรวจ', { C90: 'ถามก่อน' }),
      'แผ่นงาน “กฎการตรวจ” ช่อง C90 | ข้อความ “ถามก่อน” อยู่นอกช่องข้อมูล จึงไม่ได้นำเข้า | หากเป็นข้อมูลที่ต้องใช้ โปรดย้ายไปไว้ในช่องสีเหลือง หากไม่ใช่ ไม่ต้องแก้ไข',
    ],
    [
      'a date that does not exist',
      typed('หน่วยงาน', { I7: '๓๐ กุมภาพันธ์ ๒๕๖๕' }),
      'แผ่นงาน “หน่วยงาน” ช่อง I7 | “กำหนดส่งเฉพาะ” ไม่ใช่วันที่ที่อ่านได้แน่ชัด คือ “๓๐ กุมภาพันธ์ ๒๕๖๕” | โปรดพิมพ์วัน เดือน และปี พ.ศ. ให้ครบ เช่น ๒๙ เมษายน ๒๕๖๕',
    ],
    [
      'years in words',
      typed('หน่วยงาน', { J7: 'ปีหน้า' }),
      'แผ่นงาน “หน่วยงาน” ช่อง J7 | “ปีแรกที่รายงาน” ต้องเป็นตัวเลขไม่เกิน ๔ หลัก แต่พบ “ปีหน้า” | โปรดพิมพ์เฉพาะตัวเลข ใช้เลขไทยหรือเลขอารบิกก็ได้',
    ],
    [
      'an agency without a name',
      typed('หน่วยงาน', { C7: '', D7: 'office' }),
      'แผ่นงาน “หน่วยงาน” ช่อง C7 | ยังไม่ได้กรอก “ชื่อหน่วยงาน” | โปรดกรอกข้อมูลในช่องนี้',
    ],
    [
      'a class of a kind that is not there',
      typed('กลุ่มหน่วยงาน', { C7: 'school' }),
      'แผ่นงาน “กลุ่มหน่วยงาน” ช่อง C7 | “ประเภทหน่วยงาน” ใช้ “school” ไม่ได้ | โปรดแก้ไขให้เป็นไปตามข้อกำหนด คือ เป็นประเภทหน่วยงานที่มีในทะเบียน',
    ],
    [
      'a party that nobody knows',
      typed('มาตรการ', { F5: 'สำนักการทาง' }),
      'แผ่นงาน “มาตรการ” ช่อง F5 | ไม่พบ “สำนักการทาง” ในทะเบียนหน่วยงานและชื่อกลุ่มหน่วยงาน ชื่อที่ใกล้เคียงคือ “สำนักการคลัง” | โปรดแก้ตัวสะกด เพิ่มเป็นชื่ออื่นของหน่วยงาน หรือระบุรหัสในคอลัมน์ “หน่วยงาน (ถ้าชื่อไม่ชัด)”',
    ],
    [
      'an issue that is not there',
      typed('มาตรการ', { B5: '๑๒' }),
      'แผ่นงาน “มาตรการ” ช่อง B5 | ประเด็นที่ “๑๒” ไม่มีในแผ่นงาน “ประเด็น” | โปรดแก้เลขประเด็น หรือเพิ่มประเด็นนี้ในแผ่นงาน “ประเด็น”',
    ],
    [
      'a misprint that cannot be read',
      typed('มาตรการ', { J5: 'ชำราชการ' }),
      'แผ่นงาน “มาตรการ” ช่อง J5 | อ่านคำที่อาจพิมพ์ผิด “ชำราชการ” ไม่ได้ | โปรดพิมพ์บรรทัดละ ๑ แห่ง เช่น ข้อความ: ชำราชการ → ข้าราชการ',
    ],
    [
      'a sheet name that Excel refuses',
      typed('ประเด็น', { F5: 'แผน/ผล' }),
      'แผ่นงาน “ประเด็น” ช่อง F5 | “ชื่อแผ่นงาน” ใช้ “แผน/ผล” ไม่ได้ | โปรดแก้ไขให้เป็นไปตามข้อกำหนด คือ ชื่อแผ่นงานไม่เกิน ๓๑ ตัวอักษร และไม่มีเครื่องหมาย \\ / ? * [ ] :',
    ],
    [
      'a part with two titles',
      typed('ประเด็น', { C6: 'แบบวัด' }),
      'แผ่นงาน “ประเด็น” ช่อง C6 | แบบวัด “IIT” มีชื่อไม่ตรงกัน คือ “แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (Internal Integrity and Transparency Assessment : IIT)” และ “แบบวัด” | โปรดใช้ชื่อแบบวัดเดียวกันทุกแถว หรือเว้นว่างไว้ในแถวถัดไป',
    ],
    [
      'a due date that was cleared',
      typed('ปีงบประมาณ', { C10: '' }),
      'แผ่นงาน “ปีงบประมาณ” ช่อง C10 | ยังไม่ได้กรอก “วันสุดท้ายที่หน่วยงานต้องส่ง” | โปรดกรอกข้อมูลในช่องนี้',
    ],
    [
      'a note beside the data',
      typed('ปีงบประมาณ', { H3: 'ถามพี่แดง' }),
      'แผ่นงาน “ปีงบประมาณ” ช่อง H3 | ข้อความ “ถามพี่แดง” อยู่นอกช่องข้อมูล จึงไม่ได้นำเข้า | หากเป็นข้อมูลที่ต้องใช้ โปรดย้ายไปไว้ในช่องสีเหลือง หากไม่ใช่ ไม่ต้องแก้ไข',
    ],
    [
      'a formula',
      typed('หน่วยงาน', { F7: { text: 'สมชาย', formula: 'A1' } }),
      'แผ่นงาน “หน่วยงาน” ช่อง F7 | ช่องนี้เป็นสูตร โปรแกรมอ่านผลของสูตรเป็น “สมชาย” | โปรดพิมพ์ข้อมูลแทนสูตร เพื่อให้ข้อมูลไม่เปลี่ยนไปเอง',
    ],
    [
      'a rule that is off and set',
      typed('กฎการตรวจ', { D10: 'ไม่ใช้', F10: 'name' }),
      expect.stringContaining('ตั้งเป็น “ไม่ใช้” แต่มีค่าที่ตั้งไว้') as string,
    ],
    [
      'a sheet that was deleted',
      { ...CONTENT, sheets: CONTENT.sheets.filter(({ name }) => name !== 'กลุ่มหน่วยงาน') },
      'ไม่พบแผ่นงาน “กลุ่มหน่วยงาน” | โปรดคัดลอกแผ่นงานนี้กลับมาจากสมุดงานชุดมาตรการฉบับเดิม',
    ],
    [
      'a sheet that was copied',
      { ...CONTENT, sheets: [...CONTENT.sheets, { ...CONTENT.sheets[3]!, name: 'หน่วยงาน (2)' }] },
      'แผ่นงาน “หน่วยงาน (2)” | แผ่นงานนี้ซ้ำกับแผ่นงาน “หน่วยงาน” | โปรดลบแผ่นงานที่ไม่ใช้',
    ],
    [
      'a column that was deleted',
      withSheet('หน่วยงาน', (sheet) => ({ ...sheet, cells: sheet.cells.filter(({ column }) => column !== 3) })),
      'แผ่นงาน “หน่วยงาน” | ไม่พบคอลัมน์ “ประเภท” | โปรดคัดลอกทั้งคอลัมน์กลับมาจากสมุดงานชุดมาตรการฉบับเดิม',
    ],
    [
      'columns that were sorted without the others',
      rows(([first = [], second = [], ...others]) => [
        [...first.slice(0, -1), second.at(-1)!],
        [...second.slice(0, -1), first.at(-1)!],
        ...others,
      ]),
      expect.stringContaining('ปนกับแถวอื่น เพราะเรียงลำดับหรือย้ายเพียงบางคอลัมน์') as string,
    ],
    [
      'hidden columns that were deleted',
      withSheet('มาตรการ', (sheet) => ({
        ...sheet,
        cells: sheet.cells.filter(({ column, row }) => row < 4 || (column > 0 && column < 10)),
      })),
      'แผ่นงาน “มาตรการ” ช่อง E5 | คอลัมน์ที่ซ่อนไว้ของแผ่นงานนี้หายไป โปรแกรมจึงไม่รู้ว่าแถวใดเป็นมาตรการเดิม | โปรดส่งออกชุดมาตรการใหม่ แล้วแก้ไขในไฟล์นั้นโดยไม่ลบคอลัมน์ที่ซ่อนไว้',
    ],
  ])('is told with its cell and a remedy: %s', (_, content, sentence) => {
    expect(told(content)).toContainEqual(sentence);
  });

  it('is told in English too', () => {
    expect(told(typed('หน่วยงาน', { B7: { kind: 'number', text: '103' } }), 'en')).toEqual([
      'sheet “หน่วยงาน” cell B7 | The agency code “103” is a number that lost its zeros; it was read as “0103”. | Check it, then format the cell as text and type all digits of the code.',
    ]);
  });

  it('does not hide the others', () => {
    const cells = { B7: 'กอง', C8: '', I9: 'วันนี้', J9: 'ปีหน้า', H10: { kind: 'error', text: '#REF!' } } as const;
    const content = typed('หน่วยงาน', cells, typed('มาตรการ', { F5: '' }));
    const { data, problems } = readYearWorkbook(content);
    expect(data).toBeUndefined();
    expect(problems.map(({ code, sheet }) => `${sheet} ${code}`)).toEqual(
      expect.arrayContaining([
        'มาตรการ cell-empty',
        'หน่วยงาน data',
        'หน่วยงาน cell-empty',
        'หน่วยงาน date-unreadable',
        'หน่วยงาน number-unreadable',
        'หน่วยงาน cell-error',
      ]),
    );
  });

  it('is told of a workbook that is none of a year', () => {
    expect(told({ ...CONTENT, sheets: [{ ...CONTENT.sheets[0]!, name: 'Sheet1', cells: [] }] })).toEqual([
      'ไฟล์นี้ไม่ใช่สมุดงานชุดมาตรการ | โปรดเลือกไฟล์ที่ได้จากการส่งออกชุดมาตรการ',
    ]);
  });
});
