/** Headings of the problems sheet. `key` and `decision` never change, because decisions in masters that were sent out are read by them. */
export const PROBLEM_HEADINGS = {
  number: 'ที่',
  severity: 'ระดับ',
  agency: 'หน่วยงาน',
  file: 'ไฟล์',
  sheet: 'แผ่นงาน',
  cell: 'เซลล์',
  message: 'ปัญหา',
  remedy: 'วิธีแก้ไข',
  text: 'ข้อความที่พบ',
  usedText: 'ข้อความที่ใช้ในรายงาน',
  place: 'ไปที่มาตรการ',
  decision: 'ผลการพิจารณา',
  key: 'รหัสรายการ',
} as const;

export type ProblemHeading = keyof typeof PROBLEM_HEADINGS;
