/**
 * Headings of the sheet ติดตาม. They never change, because masters that were sent out have them and are read by them; nor does their order,
 * because the key of a row refers to columns by index.
 */
export const FOLLOW_UP_HEADINGS = {
  number: 'ที่',
  code: 'รหัส',
  agency: 'หน่วยงาน',
  entry: 'รายการ',
  state: 'สถานะ',
  due: 'กำหนดส่ง',
  when: 'ได้รับหรือทวงถามเมื่อ',
  timing: 'เร็วหรือช้า',
  missing: 'มาตรการที่ยังขาด',
  channel: 'ช่องทาง',
  contact: 'ผู้ประสานงาน',
  note: 'หมายเหตุ',
  key: 'รหัสรายการ',
} as const;

export type FollowUpHeading = keyof typeof FOLLOW_UP_HEADINGS;

export const FOLLOW_UP_COLUMNS = Object.keys(FOLLOW_UP_HEADINGS) as readonly FollowUpHeading[];

/** The kind of a row, as written in its column of entries. */
export const FOLLOW_UP_ENTRIES = {
  /** The present state of the agency, generated for every master. */
  state: 'สถานะล่าสุด',
  /** A reminder of the office. */
  asked: 'ทวงถาม',
  /** A text that somebody typed over one of the program's. */
  typed: 'ข้อความที่พิมพ์ไว้',
  /** A text that somebody wrote in a comment or a text box. */
  comment: 'ความคิดเห็น',
} as const;
