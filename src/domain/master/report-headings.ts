import { formatToken } from '../form/identity.ts';

/** Headings of the issue sheets, printed and hidden. They never change, because masters that were sent out have them. */
export const REPORT_HEADINGS = {
  issue: 'ประเด็นการประเมิน',
  text: 'ขั้นตอนหรือวิธีการ',
  responsible: 'ผู้รับผิดชอบ',
  result: 'ผลการดำเนินการ',
  measure: 'รหัสมาตรการ',
  agency: 'หน่วยงาน',
  file: 'ไฟล์',
  sheet: 'แผ่นงาน',
  cell: 'เซลล์',
  savedAt: 'เวลาที่บันทึก',
  names: 'ชื่อหน่วยงาน',
  part: formatToken({ kind: 'part' }),
  state: 'สถานะข้อความ',
} as const;

export type ReportHeading = keyof typeof REPORT_HEADINGS;
