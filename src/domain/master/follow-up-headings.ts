/**
 * Headings of the sheet ติดตาม. Masters that were sent out have them, and what people typed is read by them: they
 * are never changed, nor is their order, by which a row's key names its columns.
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

/** What a row is about, as its column of entries says. */
export const FOLLOW_UP_ENTRIES = {
  /** How the agency stands now: made anew with every master. */
  state: 'สถานะล่าสุด',
  /** What the office asked for. */
  asked: 'ทวงถาม',
  /** What somebody typed over a row of the program. */
  typed: 'ข้อความที่พิมพ์ไว้',
  /** What somebody wrote in a comment or a text box. */
  comment: 'ความคิดเห็น',
} as const;
