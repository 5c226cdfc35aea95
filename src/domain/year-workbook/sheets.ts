/** The sheets, in their order. */
export const SHEET_IDS = ['year', 'issues', 'measures', 'agencies', 'classes', 'rules'] as const;
export type SheetId = (typeof SHEET_IDS)[number];
export type TableId = Exclude<SheetId, 'year'>;

/** A column of a table. */
export interface TableColumn {
  readonly id: string;
  readonly heading: string;
  /** In characters. */
  readonly width: number;
  /** Shown when a cell is selected. */
  readonly hint?: string;
  readonly isCentered?: true;
  /** Written by the program to be looked at; what a person writes there is not read. */
  readonly isShown?: true;
}

/** A sheet's words. */
interface SheetWords {
  readonly name: string;
  readonly title: string;
  /** How to fill it in, a line each. */
  readonly howTo: readonly string[];
}

/** The names, titles and instructions of the sheets. A name is how people and messages call the sheet; they may change it. */
export const SHEETS: Readonly<Record<SheetId, SheetWords>> = {
  year: {
    name: 'ปีงบประมาณ',
    title: 'ข้อมูลของปีงบประมาณ',
    howTo: [
      'แก้ไขได้เฉพาะช่องสีเหลือง ช่องที่ต้องการหลายบรรทัดให้ใช้แถวละ ๑ บรรทัด หากแถวไม่พอ ให้แทรกแถวใต้รายการเดียวกัน',
      'เมื่อแก้ไขครบทุกแผ่นงานแล้ว บันทึกไฟล์ แล้วนำเข้าในโปรแกรม โปรแกรมจะแจ้งทุกสิ่งที่เปลี่ยนแปลงก่อนใช้จริง',
    ],
  },
  issues: {
    name: 'ประเด็น',
    title: 'แบบวัดและประเด็น',
    howTo: ['๑ แถวต่อ ๑ ประเด็น เรียงตามเลขประเด็น ประเด็นในแบบวัดเดียวกันให้ใส่รหัสและชื่อแบบวัดเหมือนกันทุกแถว'],
  },
  measures: {
    name: 'มาตรการ',
    title: 'มาตรการและผู้รับผิดชอบ',
    howTo: [
      '๑ แถวต่อ ๑ มาตรการ ลำดับของแถวในกลุ่มเดียวกันคือลำดับในรายงาน เพิ่มมาตรการได้ในแถวว่าง หรือแทรกแถว ลบมาตรการได้โดยลบทั้งแถว',
      'การเรียงลำดับหรือย้ายแถว ให้ทำทั้งแถว เพราะโปรแกรมจำมาตรการเดิมจากคอลัมน์ที่ซ่อนไว้',
    ],
  },
  agencies: {
    name: 'หน่วยงาน',
    title: 'ทะเบียนหน่วยงาน',
    howTo: ['๑ แถวต่อ ๑ หน่วยงาน ตามลำดับที่ใช้ในรายงาน ช่องที่มีหลายค่าให้กด Alt+Enter ขึ้นบรรทัดใหม่ บรรทัดละ ๑ ค่า'],
  },
  classes: {
    name: 'กลุ่มหน่วยงาน',
    title: 'ชื่อเรียกหน่วยงานเป็นกลุ่ม',
    howTo: [
      'ชื่อเหล่านี้ใช้ในช่อง “ผู้รับผิดชอบ” แทนการเขียนชื่อทุกหน่วยงาน {count} คือจำนวนหน่วยงานในกลุ่ม ช่องที่มีหลายค่าให้ขึ้นบรรทัดใหม่ บรรทัดละ ๑ ค่า',
    ],
  },
  rules: {
    name: 'กฎการตรวจ',
    title: 'กฎการตรวจคำตอบ',
    howTo: ['เว้นว่างไว้เพื่อใช้ตามปกติ ค่าที่มีหลายรายการให้ขึ้นบรรทัดใหม่ บรรทัดละ ๑ รายการ'],
  },
};

/** The columns of the tables, in their order. */
export const TABLES: Readonly<Record<TableId, readonly TableColumn[]>> = {
  issues: [
    { id: 'part', heading: 'รหัสแบบวัด', width: 12, isCentered: true, hint: 'อักษรอังกฤษ เช่น IIT' },
    { id: 'partTitle', heading: 'ชื่อแบบวัด', width: 52 },
    { id: 'number', heading: 'ประเด็นที่', width: 10, isCentered: true, hint: 'ตัวเลข เรียงจากน้อยไปมาก' },
    { id: 'title', heading: 'ชื่อประเด็นตามที่พิมพ์', width: 36, hint: 'พร้อมเลขนำหน้า เช่น ๑) การปฏิบัติหน้าที่' },
    {
      id: 'sheetName',
      heading: 'ชื่อแผ่นงาน',
      width: 30,
      hint: 'ไม่เกิน ๓๑ ตัวอักษร ไม่มีเครื่องหมาย \\ / ? * [ ] : และไม่ซ้ำกัน',
    },
    { id: 'indicator', heading: 'ตัวชี้วัดที่', width: 10, isCentered: true, hint: 'รหัสตัวชี้วัดระดับชาติ' },
    { id: 'indicatorTitle', heading: 'ชื่อตัวชี้วัดระดับชาติ', width: 32 },
  ],
  measures: [
    { id: 'issue', heading: 'ประเด็นที่', width: 10, isCentered: true, hint: 'เลขประเด็นตามแผ่นงาน “ประเด็น”' },
    {
      id: 'group',
      heading: 'กลุ่มที่',
      width: 8,
      isCentered: true,
      hint: 'มาตรการที่นับเลขข้อต่อกันอยู่กลุ่มเดียวกัน',
    },
    { id: 'printed', heading: 'เลขข้อที่พิมพ์', width: 10, isCentered: true, hint: 'เช่น ๑. เว้นว่างได้ถ้าไม่พิมพ์เลขข้อ' },
    { id: 'text', heading: 'มาตรการ', width: 70, hint: 'ข้อความตามที่พิมพ์ ไม่รวมเลขข้อ' },
    {
      id: 'responsible',
      heading: 'ผู้รับผิดชอบ',
      width: 34,
      hint: 'ตามที่พิมพ์ ใช้ชื่อหน่วยงาน ชื่อกลุ่มหน่วยงาน หรือหลายชื่อคั่นด้วยเครื่องหมายจุลภาค',
    },
    {
      id: 'agencies',
      heading: 'หน่วยงาน (ถ้าชื่อไม่ชัด)',
      width: 24,
      hint: 'กรอกเมื่อผู้รับผิดชอบที่พิมพ์ไม่บอกว่าเป็นหน่วยงานใด บรรทัดละ ๑ รหัสหรือชื่อ',
    },
    { id: 'asks', heading: 'หลักฐานที่ขอ', width: 34, hint: 'เช่น คำสั่ง แผน หรือหนังสือเวียน' },
    { id: 'hint', heading: 'คำแนะนำการกรอก', width: 34 },
    {
      id: 'misprints',
      heading: 'คำที่อาจพิมพ์ผิด',
      width: 44,
      hint: 'บรรทัดละ ๑ แห่ง เช่น ข้อความ: ชำราชการ → ข้าราชการ (ใช้ -> แทนลูกศรได้)',
    },
  ],
  agencies: [
    { id: 'code', heading: 'รหัส', width: 10, isCentered: true, hint: 'เลข ๒ ถึง ๘ หลัก เช่น 0103 พิมพ์เลขศูนย์นำหน้าด้วย' },
    { id: 'name', heading: 'ชื่อหน่วยงาน', width: 44 },
    {
      id: 'kind',
      heading: 'ประเภท',
      width: 20,
      isCentered: true,
      hint: 'อักษรอังกฤษ ใช้จัดกลุ่มหน่วยงานในแผ่นงาน “กลุ่มหน่วยงาน”',
    },
    { id: 'aliases', heading: 'ชื่ออื่น', width: 44, hint: 'บรรทัดละ ๑ ชื่อ' },
    { id: 'contact', heading: 'ผู้ประสานงาน', width: 28 },
    { id: 'email', heading: 'อีเมล', width: 30 },
    { id: 'phone', heading: 'โทรศัพท์', width: 22, hint: 'พิมพ์เลขศูนย์นำหน้าด้วย' },
    { id: 'due', heading: 'กำหนดส่งเฉพาะ', width: 20, hint: 'เว้นว่างถ้าใช้กำหนดส่งของทุกหน่วยงาน เช่น ๒๙ เมษายน ๒๕๖๕' },
    { id: 'from', heading: 'ปีแรกที่รายงาน', width: 12, isCentered: true, hint: 'ปีงบประมาณ พ.ศ. เว้นว่างได้' },
    { id: 'until', heading: 'ปีสุดท้ายที่รายงาน', width: 12, isCentered: true, hint: 'ปีงบประมาณ พ.ศ. เว้นว่างได้' },
    { id: 'sharedWith', heading: 'ผู้มีสิทธิ์ใน SharePoint', width: 36, hint: 'อีเมล หรือรหัส (object id) ของกลุ่ม บรรทัดละ ๑ ค่า' },
  ],
  classes: [
    { id: 'id', heading: 'รหัสกลุ่ม', width: 24, isCentered: true, hint: 'อักษรอังกฤษ' },
    { id: 'kinds', heading: 'ประเภทหน่วยงาน', width: 22, hint: 'บรรทัดละ ๑ ประเภทตามแผ่นงาน “หน่วยงาน” หรือ * คือทุกหน่วยงาน' },
    { id: 'label', heading: 'ชื่อที่ใช้ในรายงานรวม', width: 34 },
    { id: 'partLabel', heading: 'ชื่อที่ใช้เมื่อไม่ครบทั้งกลุ่ม', width: 34 },
    { id: 'names', heading: 'ชื่อเรียกทั้งกลุ่ม', width: 56, hint: 'บรรทัดละ ๑ ชื่อ' },
    {
      id: 'selfReference',
      heading: 'คำขึ้นต้นที่หมายถึงทั้งกลุ่ม',
      width: 44,
      hint: 'บรรทัดละ ๑ คำ เว้นว่างได้',
    },
  ],
  rules: [
    { id: 'rule', heading: 'รหัสกฎ', width: 26 },
    { id: 'title', heading: 'เรื่องที่ตรวจ', width: 58, isShown: true },
    { id: 'state', heading: 'ใช้หรือไม่', width: 14, isCentered: true, hint: 'เว้นว่างคือตามปกติ' },
    { id: 'parameter', heading: 'ค่าที่ตั้งได้', width: 20, isCentered: true },
    { id: 'value', heading: 'ค่าที่ตั้ง', width: 40, hint: 'เว้นว่างคือค่าปกติ (ไม่มี) คือรายการว่าง' },
    { id: 'usual', heading: 'ค่าปกติ', width: 40, isShown: true },
  ],
};

/** A rule's state in words. */
export const RULE_STATES = { on: 'ใช้', off: 'ไม่ใช้' } as const;

/** A list without items, which is not the same as no value. */
export const EMPTY_LIST = '(ไม่มี)';

/** Rows of every sheet, counted from 0. */
export const TOKEN_ROW = 0;
export const TITLE_ROW = 1;
export const HOW_TO_ROW = 2;
export const HEADING_ROW = 3;
export const FIRST_ROW = 4;

/** The first visible column; the one before it and the one after the last hold the tokens of rows. */
export const FIRST_COLUMN = 1;

/** The headings of the sheet of the year: names of fields, their values, and what to write. */
export const YEAR_HEADINGS = ['รายการ', 'ข้อมูล', 'คำอธิบาย'] as const;
